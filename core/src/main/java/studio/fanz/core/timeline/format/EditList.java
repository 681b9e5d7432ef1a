package studio.fanz.core.timeline.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.time.Rational;
import studio.fanz.core.timeline.Clip;
import studio.fanz.core.timeline.Content;
import studio.fanz.core.timeline.FirstTimeline;
import studio.fanz.core.timeline.Timeline;
import studio.fanz.core.timeline.Track;

/// What every editor understands of a cut: stretches of sources, one after another, at their own speed. Layers, titles,
/// transitions, colours and levels are not part of it. Immutable.
///
/// @param title  of the cut, may be empty; one line
/// @param rate   frames per second of all positions
/// @param events in order of time, never overlapping
public record EditList(String title, Rational rate, List<Event> events) {

    /// @throws IllegalArgumentException when the rate is not above 0 or events overlap
    public EditList {
        events = List.copyOf(events);
        if (rate.num() <= 0) {
            throw new IllegalArgumentException("a rate above 0");
        }
        long free = 0;
        for (Event event : events) {
            if (event.at() < free) {
                throw new IllegalArgumentException("an event begins before the one before it ends");
            }
            free = event.at() + event.frames();
        }
    }

    /// A stretch of a source.
    ///
    /// @param source its file's name; one line
    /// @param in     first frame of the source that is shown, counted at the list's rate
    /// @param at     first frame of the cut
    /// @param frames how many of the cut, 1 or more
    /// @param speed  source frames per frame shown, above 0
    public record Event(String source, long in, long at, long frames, Rational speed) {

        /// @throws IllegalArgumentException when a figure is out of range
        public Event {
            if (in < 0 || at < 0 || frames < 1 || speed.num() <= 0) {
                throw new IllegalArgumentException("frame " + in + " at " + at + ", " + frames + " frames");
            }
        }

        /// First frame of the source that is not shown any more.
        public long out() {
            return in + Math.max(1, new Rational(frames, 1).times(speed).rounded());
        }
    }

    /// What the lowest picture track of a timeline shows; its lowest sound track when it has no picture.
    ///
    /// @param name of a recording's file
    public static EditList of(String title, Timeline line, Function<Asset.Id, String> name) {
        Optional<Track> track = first(line, Track.Kind.VIDEO).or(() -> first(line, Track.Kind.AUDIO));
        var events = new ArrayList<Event>();
        for (Clip clip : track.map(Track::clips).orElse(List.of())) {
            if (clip.content() instanceof Content.Media media) {
                long in = media.in().times(line.rate()).rounded();
                events.add(new Event(name.apply(media.asset()), in, clip.start(), clip.length(), media.speed()));
            }
        }
        return new EditList(title, line.rate(), events);
    }

    private static Optional<Track> first(Timeline line, Track.Kind kind) {
        return line.tracks().stream()
                .filter(track -> track.kind() == kind && !track.muted())
                .findFirst();
    }

    /// The cut of one recording that this list describes, at the recording's own rate: picture and sound linked,
    /// positions that the recording does not have left out.
    ///
    /// @throws IllegalArgumentException when a speed is out of range or nothing of the recording is left
    public Timeline on(Asset asset) {
        Timeline whole = FirstTimeline.of(asset);
        MediaFacts facts = asset.facts();
        Rational end = new Rational(whole.length(), 1).times(whole.rate().inverse());
        var picture = new ArrayList<Clip>();
        var sound = new ArrayList<Clip>();
        long id = 1;
        long free = 0;
        for (Event event : events) {
            long in = moved(event.in(), whole.rate());
            long at = Math.max(free, moved(event.at(), whole.rate()));
            long until = moved(event.at() + event.frames(), whole.rate());
            long left = new Rational(whole.length() - in, 1)
                    .times(event.speed().inverse())
                    .floor();
            long frames = Math.min(until - at, left);
            if (frames < 1) {
                continue;
            }
            Rational from = new Rational(in, 1).times(whole.rate().inverse());
            var content = new Content.Media(asset.id(), from, event.speed(), end);
            boolean both = facts.video().isPresent() && facts.hasAudio();
            long link = both ? id + 2 : 0;
            picture.add(Clip.of(id, link, content, at, frames));
            sound.add(Clip.of(id + 1, link, content, at, frames));
            id += 3;
            free = at + frames;
        }
        if (picture.isEmpty()) {
            throw new IllegalArgumentException("nothing of the recording is left");
        }
        List<Track> tracks = whole.tracks().stream()
                .map(track -> track.with((track.kind() == Track.Kind.VIDEO ? picture : sound).stream()))
                .toList();
        return whole.withTracks(tracks);
    }

    private long moved(long frame, Rational to) {
        return new Rational(frame, 1).times(rate.inverse()).times(to).rounded();
    }

    /// Its sources, each once.
    public List<String> sources() {
        return events.stream().map(Event::source).distinct().toList();
    }
}
