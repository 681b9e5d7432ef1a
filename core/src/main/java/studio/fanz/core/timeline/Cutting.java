package studio.fanz.core.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import studio.fanz.core.time.Rational;

/// Splitting, taking out and putting in. Frames are the timeline's; what cannot be done without breaking a rule of
/// the
/// timeline is refused.
public final class Cutting {

    private Cutting() {}

    /// A clip to be put on a track; its start counts from where it is put, its numbers are given anew.
    public record Placed(int track, Clip clip) {}

    /// Cuts what shows at a frame in two, on all tracks that are not locked. Halves of linked clips are linked.
    public static Timeline split(Timeline line, long at) {
        return split(line, at, index -> !line.tracks().get(index).locked());
    }

    /// Cuts one clip, and what is linked to it, in two.
    ///
    /// @throws IllegalArgumentException when the frame is not inside it
    public static Timeline split(Timeline line, long at, long id) {
        Clip clip = line.clip(id);
        if (at <= clip.start() || at >= clip.end()) {
            throw new IllegalArgumentException("frame " + at + " is not inside clip " + id);
        }
        var numbers = new Numbers(line);
        Set<Clip> both = new HashSet<>(line.together(clip));
        return line.eachTrack(track -> track.with(track.clips().stream()
                .flatMap(c -> both.contains(c) ? halves(c, at, line.rate(), numbers) : Stream.of(c))));
    }

    private static Timeline split(Timeline line, long at, IntPredicate tracks) {
        var numbers = new Numbers(line);
        return line.withTracks(changed(line, tracks, clip -> halves(clip, at, line.rate(), numbers)));
    }

    private static Stream<Clip> halves(Clip clip, long at, Rational rate, Numbers numbers) {
        long inside = at - clip.start();
        return inside <= 0 || inside >= clip.length()
                ? Stream.of(clip)
                : Stream.of(clip.head(inside, rate), numbers.fresh(clip.tail(inside, rate)));
    }

    /// Makes one clip of two that follow one another in the timeline and in their source; also of what is linked to
    /// them.
    ///
    /// @param id the earlier one
    /// @throws IllegalArgumentException when they do not follow one another, or differ
    public static Timeline join(Timeline line, long id) {
        Map<Clip, Clip> joined = new HashMap<>();
        Set<Clip> gone = new HashSet<>();
        for (Clip left : line.together(line.clip(id))) {
            Clip right = line.tracks()
                    .get(line.trackOf(left.id()))
                    .after(left)
                    .filter(next -> continues(left, next, line.rate()))
                    .orElseThrow(() -> new IllegalArgumentException("nothing continues clip " + left.id()));
            joined.put(left, joined(left, right));
            gone.add(right);
        }
        return line.eachTrack(track ->
                track.with(track.clips().stream().filter(c -> !gone.contains(c)).map(c -> joined.getOrDefault(c, c))));
    }

    private static boolean continues(Clip left, Clip right, Rational rate) {
        return right.content().equals(left.content().later(left.length(), rate))
                && right.look().equals(left.look().later(left.length()))
                && right.sound().gainDb() == left.sound().gainDb()
                && right.sound().ducked() == left.sound().ducked();
    }

    private static Clip joined(Clip left, Clip right) {
        var sound = new Sound(
                left.sound().gainDb(),
                left.sound().fadeIn(),
                right.sound().fadeOut(),
                left.sound().ducked());
        return new Clip(
                left.id(),
                left.link(),
                left.content(),
                left.start(),
                left.length() + right.length(),
                left.look(),
                sound,
                left.into());
    }

    /// Takes clips out, with what is linked to them, and leaves a gap.
    ///
    /// @throws IllegalArgumentException when there is no such clip
    public static Timeline lift(Timeline line, Set<Long> ids) {
        Set<Clip> gone = new HashSet<>();
        for (long id : ids) {
            gone.addAll(line.together(line.clip(id)));
        }
        return line.eachTrack(track -> track.with(track.clips().stream().filter(c -> !gone.contains(c))));
    }

    /// Takes a stretch out of all tracks that are not locked, and closes the gap; markers inside it go, later ones
    /// move.
    ///
    /// @param from first frame taken out
    /// @param to   first frame that stays
    /// @throws IllegalArgumentException when the stretch is empty or reversed
    public static Timeline ripple(Timeline line, long from, long to) {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("a stretch from " + from + " to " + to);
        }
        List<Track> hollow =
                without(line, from, to, index -> !line.tracks().get(index).locked());
        return shifted(line.withTracks(hollow), to, from - to)
                .withMarkers(line.markers().stream()
                        .filter(m -> m.at() < from || m.at() >= to)
                        .map(m -> m.at() < to ? m : new Marker(m.at() - (to - from), m.note()))
                        .toList());
    }

    /// Makes room at a frame on all tracks that are not locked, and puts clips there.
    public static Timeline insert(Timeline line, long at, List<Placed> clips) {
        long room = clips.stream().mapToLong(p -> p.clip().end()).max().orElse(0);
        return put(open(line, at, room), at, clips);
    }

    /// Puts clips at a frame over what is there.
    public static Timeline overwrite(Timeline line, long at, List<Placed> clips) {
        Timeline free = line;
        for (Placed placed : clips) {
            Clip clip = placed.clip();
            free = hollow(free, at + clip.start(), at + clip.end(), index -> index == placed.track());
        }
        return put(free, at, clips);
    }

    /// What lies in a stretch, to be put in elsewhere: clips cut at its edges, counted from its beginning.
    ///
    /// @param tracks which tracks count, by index
    public static List<Placed> copy(Timeline line, long from, long to, IntPredicate tracks) {
        var copied = new ArrayList<Placed>();
        for (int i = 0; i < line.tracks().size(); i++) {
            for (Clip clip : tracks.test(i) ? line.tracks().get(i).clips() : List.<Clip>of()) {
                if (clip.meets(from, to)) {
                    long start = Math.max(from, clip.start());
                    long length = Math.min(to, clip.end()) - start;
                    Clip part = clip.part(start - clip.start(), length, line.rate());
                    copied.add(new Placed(i, part.moved(-from)));
                }
            }
        }
        return copied;
    }

    /// Moves clips, with what is linked to them, over what is there.
    ///
    /// @param by     frames later, negative for earlier
    /// @param tracks tracks further up, for the clips named
    /// @throws IllegalArgumentException when they would begin before 0 or land on a track of another kind
    public static Timeline move(Timeline line, Set<Long> ids, long by, int tracks) {
        Set<Clip> moving = new HashSet<>();
        ids.forEach(id -> moving.addAll(line.together(line.clip(id))));
        List<Placed> placed = new ArrayList<>();
        for (Clip clip : moving) {
            int to = line.trackOf(clip.id()) + (ids.contains(clip.id()) ? tracks : 0);
            placed.add(new Placed(to, clip.moved(by)));
        }
        placed.sort(Comparator.comparingLong(p -> p.clip().id()));
        Timeline rest =
                line.eachTrack(track -> track.with(track.clips().stream().filter(c -> !moving.contains(c))));
        Timeline free = rest;
        for (Placed p : placed) {
            free = hollow(free, p.clip().start(), p.clip().end(), index -> index == p.track());
        }
        return place(free, placed);
    }

    /// Room of some frames at a frame: what lies there is split, what comes later moves, markers too.
    static Timeline open(Timeline line, long at, long room) {
        return shifted(split(line, at), at, room)
                .withMarkers(line.markers().stream()
                        .map(m -> m.at() < at ? m : new Marker(m.at() + room, m.note()))
                        .toList());
    }

    /// Clips that begin at or after a frame, on tracks that are not locked, some frames later.
    static Timeline shifted(Timeline line, long at, long by) {
        return line.eachTrack(track -> track.locked()
                ? track
                : track.with(track.clips().stream().map(c -> c.start() >= at ? c.moved(by) : c)));
    }

    /// A picture laid over a linked one leaves its sound alone: the two are no longer linked.
    private static Timeline hollow(Timeline line, long from, long to, IntPredicate tracks) {
        return line.withTracks(Links.loosened(without(line, from, to, tracks)));
    }

    private static List<Track> without(Timeline line, long from, long to, IntPredicate tracks) {
        var numbers = new Numbers(line);
        return changed(line, tracks, clip -> without(clip, from, to, line.rate(), numbers));
    }

    private static Stream<Clip> without(Clip clip, long from, long to, Rational rate, Numbers numbers) {
        if (!clip.meets(from, to)) {
            return Stream.of(clip);
        }
        var left = new ArrayList<Clip>();
        if (clip.start() < from) {
            left.add(clip.head(from - clip.start(), rate));
        }
        if (clip.end() > to) {
            Clip tail = clip.tail(to - clip.start(), rate);
            left.add(left.isEmpty() ? tail : numbers.fresh(tail));
        }
        return left.stream();
    }

    private static Timeline put(Timeline line, long at, List<Placed> clips) {
        var numbers = new Numbers(line);
        return place(
                line,
                clips.stream()
                        .map(p -> new Placed(p.track(), numbers.fresh(p.clip().moved(at))))
                        .toList());
    }

    private static Timeline place(Timeline line, List<Placed> clips) {
        Map<Integer, List<Clip>> added = new HashMap<>();
        clips.forEach(
                p -> added.computeIfAbsent(p.track(), _ -> new ArrayList<>()).add(p.clip()));
        List<Track> tracks = new ArrayList<>(line.tracks());
        added.forEach((index, more) -> {
            if (index < 0 || index >= tracks.size()) {
                throw new IllegalArgumentException("no track " + index);
            }
            Track track = tracks.get(index);
            tracks.set(index, track.with(Stream.concat(track.clips().stream(), more.stream())));
        });
        return line.withTracks(tracks);
    }

    private static List<Track> changed(Timeline line, IntPredicate which, Function<Clip, Stream<Clip>> change) {
        List<Track> tracks = new ArrayList<>(line.tracks());
        for (int i = 0; i < tracks.size(); i++) {
            if (which.test(i)) {
                Track track = tracks.get(i);
                tracks.set(i, track.with(track.clips().stream().flatMap(change)));
            }
        }
        return tracks;
    }
}
