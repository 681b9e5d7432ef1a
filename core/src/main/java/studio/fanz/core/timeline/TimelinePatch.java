package studio.fanz.core.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What turns one timeline into another of as many tracks: per track a run of clips that is replaced, and how far
/// what
/// comes after it moves. Small where little changed.
///
/// @param runs    one per changed track
/// @param markers the markers after it, when they changed
public record TimelinePatch(List<Run> runs, Optional<List<Marker>> markers) {

    public TimelinePatch {
        runs = List.copyOf(runs);
        markers = markers.map(List::copyOf);
    }

    /// A replaced run of clips on one track.
    ///
    /// @param track   which
    /// @param from    index of the first clip replaced
    /// @param removed how many go
    /// @param added   what comes in their place
    /// @param shift   frames that the clips after them move
    public record Run(int track, int from, int removed, List<Clip> added, long shift) {
        public Run {
            added = List.copyOf(added);
        }

        Track apply(Track on) {
            List<Clip> clips = on.clips();
            if (from < 0 || removed < 0 || from + removed > clips.size()) {
                throw new IllegalArgumentException("track " + track + " has " + clips.size() + " clips");
            }
            Stream<Clip> after =
                    clips.subList(from + removed, clips.size()).stream().map(clip -> clip.moved(shift));
            return on.with(Stream.of(clips.subList(0, from).stream(), added.stream(), after)
                    .flatMap(part -> part));
        }
    }

    /// The patch that makes `to` of `from`.
    ///
    /// @throws IllegalArgumentException when they differ in rate or in their tracks, clips apart
    public static TimelinePatch between(Timeline from, Timeline to) {
        if (!from.rate().equals(to.rate())
                || from.tracks().size() != to.tracks().size()) {
            throw new IllegalArgumentException("timelines of other tracks");
        }
        var runs = new ArrayList<Run>();
        for (int i = 0; i < from.tracks().size(); i++) {
            run(i, from.tracks().get(i), to.tracks().get(i)).ifPresent(runs::add);
        }
        boolean sameMarkers = from.markers().equals(to.markers());
        return new TimelinePatch(runs, sameMarkers ? Optional.empty() : Optional.of(to.markers()));
    }

    private static Optional<Run> run(int index, Track from, Track to) {
        if (!from.with(Stream.of()).equals(to.with(Stream.of()))) {
            throw new IllegalArgumentException("track " + index + " differs");
        }
        List<Clip> old = from.clips();
        List<Clip> now = to.clips();
        int head = 0;
        while (head < old.size() && head < now.size() && old.get(head).equals(now.get(head))) {
            head++;
        }
        if (head == old.size() && head == now.size()) {
            return Optional.empty();
        }
        boolean tails = head < old.size() && head < now.size();
        long shift = tails ? now.getLast().start() - old.getLast().start() : 0;
        int tail = 0;
        while (tails
                && head + tail < old.size()
                && head + tail < now.size()
                && follows(old.get(old.size() - 1 - tail), now.get(now.size() - 1 - tail), shift)) {
            tail++;
        }
        return Optional.of(new Run(
                index, head, old.size() - tail - head, now.subList(head, now.size() - tail), tail == 0 ? 0 : shift));
    }

    private static boolean follows(Clip old, Clip now, long shift) {
        return now.start() == old.start() + shift && old.moved(shift).equals(now);
    }

    /// The timeline after it.
    ///
    /// @throws IllegalArgumentException when it does not fit this timeline
    public Timeline apply(Timeline line) {
        List<Track> tracks = new ArrayList<>(line.tracks());
        for (Run run : runs) {
            if (run.track < 0 || run.track >= tracks.size()) {
                throw new IllegalArgumentException("no track " + run.track);
            }
            tracks.set(run.track, run.apply(tracks.get(run.track)));
        }
        return line.withTracks(tracks).withMarkers(markers.orElse(line.markers()));
    }
}
