package studio.fanz.core.timeline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A row of clips of one kind that never overlap.
///
/// @param kind   what lies on it
/// @param name   as shown, may be empty
/// @param muted  whether it is neither heard nor seen
/// @param locked whether edits of others leave it alone; ripples do not move it
/// @param clips  in order of time
public record Track(Kind kind, String name, boolean muted, boolean locked, List<Clip> clips) {

    /// What lies on a track. Captions have none: they follow the words (`core.project`).
    public enum Kind {
        VIDEO,
        AUDIO,
        TITLE,
        OVERLAY
    }

    /// @throws IllegalArgumentException when clips overlap, are out of order or of the wrong kind
    public Track {
        clips = List.copyOf(clips);
        long free = 0;
        for (Clip clip : clips) {
            if (clip.start() < free) {
                throw new IllegalArgumentException("clip " + clip.id() + " begins before the one before it ends");
            }
            if ((kind == Kind.TITLE) != (clip.content() instanceof Content.Title)) {
                throw new IllegalArgumentException("clip " + clip.id() + " is of another kind than its track");
            }
            free = clip.end();
        }
    }

    /// One without clips.
    public static Track empty(Kind kind, String name) {
        return new Track(kind, name, false, false, List.of());
    }

    /// With other clips, in any order.
    public Track with(Stream<Clip> now) {
        return new Track(
                kind,
                name,
                muted,
                locked,
                now.sorted(Comparator.comparingLong(Clip::start)).toList());
    }

    /// The clip that shows at a frame.
    public Optional<Clip> at(long frame) {
        return clips.stream().filter(clip -> clip.covers(frame)).findFirst();
    }

    /// The clip that ends where `clip` begins.
    public Optional<Clip> before(Clip clip) {
        return clips.stream().filter(other -> other.end() == clip.start()).findFirst();
    }

    /// The clip that begins where `clip` ends.
    public Optional<Clip> after(Clip clip) {
        return clips.stream().filter(other -> other.start() == clip.end()).findFirst();
    }
}
