package studio.fanz.media.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.time.Rational;
import studio.fanz.core.time.Span;

/// The way a player takes through a source: legs that are played without a gap between them, round and round when it
/// loops. Pure. Times are microseconds from the start of the source.
///
/// @param legs  in the order of playing forwards
/// @param loops whether the first follows the last
public record Route(List<Leg> legs, boolean loops) {

    /// Where a leg ends that runs to the end of the recording.
    public static final long OPEN = Long.MAX_VALUE;

    /// From the first frame to the last.
    public static final Route WHOLE = new Route(List.of(new Leg(0, 0, OPEN)), false);

    /// @throws IllegalArgumentException when there is no leg
    public Route {
        legs = List.copyOf(legs);
        if (legs.isEmpty()) {
            throw new IllegalArgumentException("a way has at least one leg");
        }
    }

    /// A stretch that is played in one go.
    ///
    /// @param index  its place in the list
    /// @param fromUs of its first frame
    /// @param toUs   exclusive, or `OPEN`
    public record Leg(int index, long fromUs, long toUs) {

        /// Whether a moment lies in it.
        public boolean holds(long us) {
            return us >= fromUs && us < toUs;
        }

        /// Whether it runs to the end of the recording, wherever that is.
        public boolean open() {
            return toUs == OPEN;
        }
    }

    /// The way through what is kept, inside a loop if there is one. A loop that shares nothing with what is kept is
    /// played whole.
    public static Route of(EditList kept, Optional<Span> loop) {
        long in = loop.map(l -> label(l.startMs())).orElse(0L);
        long out = loop.map(l -> label(l.endMs())).orElse(OPEN);
        List<Leg> legs = new ArrayList<>();
        for (EditList.Kept k : kept.kept()) {
            add(legs, Math.max(in, micros(k.from())), Math.min(out, micros(k.to())));
        }
        if (legs.isEmpty()) {
            add(legs, in, out);
        }
        return legs.isEmpty() ? WHOLE : new Route(legs, loop.isPresent());
    }

    /// The first moment that is labelled so: a frame's label is its moment rounded to the millisecond.
    private static long label(long ms) {
        return Math.max(0, ms * 1000 - 500);
    }

    private static void add(List<Leg> legs, long from, long to) {
        if (from < to) {
            legs.add(new Leg(legs.size(), from, to));
        }
    }

    private static long micros(Rational seconds) {
        return seconds.times(new Rational(1_000_000, 1)).rounded();
    }

    /// Whether there is a place where it jumps.
    public boolean jumps() {
        return loops || legs.size() > 1;
    }

    /// The leg to begin with at a moment: the one that holds it, else the next one in the direction of playing; empty
    /// when there is none left.
    public Optional<Leg> from(long us, boolean backwards) {
        Optional<Leg> holding = legs.stream().filter(leg -> leg.holds(us)).findFirst();
        if (holding.isPresent()) {
            return holding;
        }
        return backwards
                ? legs.reversed().stream().filter(leg -> leg.toUs() <= us).findFirst()
                : legs.stream().filter(leg -> leg.fromUs() >= us).findFirst();
    }

    /// The leg that follows in the direction of playing; empty at the end of the way.
    public Optional<Leg> after(Leg leg, boolean backwards) {
        int next = leg.index() + (backwards ? -1 : 1);
        if (next >= 0 && next < legs.size()) {
            return Optional.of(legs.get(next));
        }
        return loops ? Optional.of(backwards ? legs.getLast() : legs.getFirst()) : Optional.empty();
    }
}
