package studio.fanz.core.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import studio.fanz.core.time.Rational;

/// What is shown and heard when: tracks of clips on one grid of frames. Positions and lengths are whole frames at
/// `rate`, so nothing drifts however often it is changed; where a clip begins in its source is an exact fraction.
/// Immutable; a timeline that breaks a rule cannot be made.
///
/// @param rate    frames per second, above 0
/// @param tracks  the lowest picture first; sound tracks in the order of their names
/// @param markers notes at a frame, in order of time
public record Timeline(Rational rate, List<Track> tracks, List<Marker> markers) {

    /// @throws IllegalArgumentException when the rate is not above 0, an id occurs twice, or linked clips do not
    ///                                  start and end together
    public Timeline {
        tracks = List.copyOf(tracks);
        markers = List.copyOf(markers);
        if (rate.num() <= 0) {
            throw new IllegalArgumentException("a rate above 0");
        }
        var ids = new HashSet<Long>();
        var links = new HashMap<Long, Clip>();
        for (Track track : tracks) {
            for (Clip clip : track.clips()) {
                check(ids.add(clip.id()), "clip " + clip.id() + " twice");
                check(clip.fits(rate), "clip " + clip.id() + " shows more than its source has");
                Clip first = clip.link() == 0 ? clip : links.computeIfAbsent(clip.link(), _ -> clip);
                check(
                        first.start() == clip.start() && first.length() == clip.length(),
                        "clip " + clip.id() + " left what it is linked to");
            }
        }
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /// Frames from 0 to the end of the last clip.
    public long length() {
        return clips().mapToLong(Clip::end).max().orElse(0);
    }

    /// All clips, track by track.
    public Stream<Clip> clips() {
        return tracks.stream().flatMap(track -> track.clips().stream());
    }

    /// A clip by its number.
    public Optional<Clip> find(long id) {
        return clips().filter(clip -> clip.id() == id).findFirst();
    }

    /// A clip by its number.
    ///
    /// @throws IllegalArgumentException when there is none
    public Clip clip(long id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no clip " + id));
    }

    /// The track that holds a clip, -1 without one.
    public int trackOf(long id) {
        for (int i = 0; i < tracks.size(); i++) {
            if (tracks.get(i).clips().stream().anyMatch(clip -> clip.id() == id)) {
                return i;
            }
        }
        return -1;
    }

    /// The clip itself and the ones that move with it.
    public List<Clip> together(Clip clip) {
        return clip.link() == 0
                ? List.of(clip)
                : clips().filter(other -> other.link() == clip.link()).toList();
    }

    /// A number no clip and no link has yet.
    public long free() {
        return clips().mapToLong(clip -> Math.max(clip.id(), clip.link())).max().orElse(0) + 1;
    }

    /// The time a frame begins, nearest millisecond; a label.
    public long toMs(long frame) {
        return Math.round(frame * 1000.0 * rate.den() / rate.num());
    }

    /// The frame that begins nearest to a time.
    public long toFrame(long ms) {
        return Math.round(ms * (double) rate.num() / (1000.0 * rate.den()));
    }

    /// With the clips of each track changed.
    Timeline eachTrack(UnaryOperator<Track> change) {
        return new Timeline(rate, tracks.stream().map(change).toList(), markers);
    }

    /// With one track changed.
    ///
    /// @throws IllegalArgumentException when there is no such track
    public Timeline withTrack(int index, Track now) {
        check(index >= 0 && index < tracks.size(), "no track " + index);
        var changed = new ArrayList<>(tracks);
        changed.set(index, now);
        return new Timeline(rate, changed, markers);
    }

    /// With other tracks.
    public Timeline withTracks(List<Track> now) {
        return new Timeline(rate, now, markers);
    }

    /// With other markers.
    public Timeline withMarkers(List<Marker> now) {
        return new Timeline(rate, tracks, now);
    }
}
