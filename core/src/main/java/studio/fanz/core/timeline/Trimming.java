package studio.fanz.core.timeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import studio.fanz.core.time.Rational;

/// Moving the edges of clips, and what they show, without putting in or taking out. What is linked goes along. A
/// movement beyond what the source holds, or over a neighbour, is refused.
public final class Trimming {

    private Trimming() {}

    /// Which end of a clip.
    public enum Edge {
        HEAD,
        TAIL
    }

    /// Moves one end; a gap opens or closes.
    ///
    /// @param by frames later, negative for earlier
    public static Timeline trim(Timeline line, long id, Edge edge, long by) {
        return each(line, line.together(line.clip(id)), (clip, _) -> Map.of(clip.id(), trimmed(clip, edge, by, line)));
    }

    /// Moves one end and everything after it, on all tracks that are not locked: no gap.
    ///
    /// @param by frames longer, negative for shorter; a head that grows pushes everything after it as a tail does
    public static Timeline ripple(Timeline line, long id, Edge edge, long by) {
        Clip clip = line.clip(id);
        if (by < 0) {
            require(-by < clip.length(), "a clip keeps a frame");
            long from = edge == Edge.HEAD ? clip.start() : clip.end() + by;
            return Cutting.ripple(line, from, from - by);
        }
        long at = edge == Edge.HEAD ? clip.start() : clip.end();
        Timeline open = by == 0 ? line : Cutting.open(line, at, by);
        return trim(open, id, edge, edge == Edge.HEAD ? -by : by);
    }

    /// Moves the cut between a clip and the one before it.
    ///
    /// @param id the later one
    /// @param by frames later, negative for earlier
    public static Timeline roll(Timeline line, long id, long by) {
        return each(line, line.together(line.clip(id)), (clip, track) -> {
            Clip before = track.before(clip)
                    .orElseThrow(
                            () -> new IllegalArgumentException("nothing ends where clip " + clip.id() + " begins"));
            return Map.of(
                    before.id(), trimmed(before, Edge.TAIL, by, line), clip.id(), trimmed(clip, Edge.HEAD, by, line));
        });
    }

    /// Shows another stretch of the source in the same place.
    ///
    /// @param by timeline frames later in the source, negative for earlier
    public static Timeline slip(Timeline line, long id, long by) {
        return each(
                line,
                line.together(line.clip(id)),
                (clip, _) -> Map.of(clip.id(), clip.with(clip.content().later(by, line.rate()), clip.length())));
    }

    /// Moves a clip between its neighbours, which give way.
    ///
    /// @param by frames later, negative for earlier
    public static Timeline slide(Timeline line, long id, long by) {
        return each(line, line.together(line.clip(id)), (clip, track) -> {
            Map<Long, Clip> now = new HashMap<>(Map.of(clip.id(), clip.moved(by)));
            track.before(clip).ifPresent(b -> now.put(b.id(), trimmed(b, Edge.TAIL, by, line)));
            track.after(clip).ifPresent(a -> now.put(a.id(), trimmed(a, Edge.HEAD, by, line)));
            return now;
        });
    }

    /// Plays a clip faster or slower; it gets shorter or longer, and what comes later on all tracks that are not
    /// locked
    /// moves along.
    ///
    /// @param speed source seconds per second shown
    public static Timeline speed(Timeline line, long id, Rational speed) {
        Clip clip = line.clip(id);
        if (!(clip.content() instanceof Content.Media media)) {
            throw new IllegalArgumentException("clip " + id + " has no speed");
        }
        Rational frames = new Rational(clip.length(), 1).times(media.speed()).times(speed.inverse());
        long length = Math.max(1, frames.floor());
        long longer = length - clip.length();
        Timeline room = longer > 0 ? Cutting.shifted(line, clip.end(), longer) : line;
        Timeline changed = each(room, room.together(room.clip(id)), (c, _) -> Map.of(c.id(), at(c, speed, length)));
        return longer < 0 ? Cutting.shifted(changed, clip.end(), longer) : changed;
    }

    private static Clip at(Clip clip, Rational speed, long length) {
        return clip.content() instanceof Content.Media m
                ? clip.with(new Content.Media(m.asset(), m.in(), speed, m.sourceEnd()), length)
                : clip;
    }

    private static Clip trimmed(Clip clip, Edge edge, long by, Timeline line) {
        long length = clip.length() + (edge == Edge.HEAD ? -by : by);
        require(length > 0, "a clip keeps a frame");
        return clip.part(edge == Edge.HEAD ? by : 0, length, line.rate());
    }

    private static Timeline each(Timeline line, List<Clip> clips, BiFunction<Clip, Track, Map<Long, Clip>> change) {
        Map<Long, Clip> now = new HashMap<>();
        for (Clip clip : clips) {
            now.putAll(change.apply(clip, line.tracks().get(line.trackOf(clip.id()))));
        }
        return line.eachTrack(track -> track.with(track.clips().stream().map(c -> now.getOrDefault(c.id(), c))));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
