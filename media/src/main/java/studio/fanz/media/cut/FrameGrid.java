package studio.fanz.media.cut;

import java.util.Arrays;
import studio.fanz.core.time.Rational;

/// When each frame of a picture is shown, and which of them a typed place means.
///
/// @param times    of showing, ascending, in ticks
/// @param end      where the last one ends
/// @param timebase seconds a tick
/// @param start    the source's own zero in seconds of the same clock
@SuppressWarnings("ArrayRecordComponent")
public record FrameGrid(long[] times, long end, Rational timebase, Rational start) {

    /// Of a track.
    public static FrameGrid of(Packets packets, Rational timebase, Rational start) {
        return new FrameGrid(packets.shown(), packets.end(), timebase, start);
    }

    /// How many frames.
    public int frames() {
        return times.length;
    }

    /// The tick at which frame `number` is shown; the end for the one behind the last.
    public long time(int number) {
        return number == times.length ? end : times[number];
    }

    /// The number of the frame a place means: the nearest in time, the earlier of two as near. The end counts as a
    /// place behind the last frame. Places behind the end give a number behind [#frames()].
    public long frame(Mark mark) {
        return switch (mark) {
            case Mark.End _ -> frames();
            case Mark.Frame frame -> frame.number();
            case Mark.Time time -> nearest(time.seconds());
        };
    }

    private long nearest(Rational seconds) {
        Rational ticks = seconds.plus(start).times(timebase.inverse());
        long floor = ticks.floor();
        int at = Arrays.binarySearch(times, floor);
        int below = at >= 0 ? at : -at - 2;
        if (below < 0) {
            return 0;
        }
        int above = below + 1;
        if (above > frames()) {
            return above;
        }
        Rational toBelow = ticks.minus(new Rational(times[below], 1));
        Rational toAbove = new Rational(time(above), 1).minus(ticks);
        if (above == frames() && toAbove.compareTo(Rational.ZERO) < 0) {
            boolean beyond = toAbove.times(new Rational(-1, 1)).compareTo(slack()) > 0;
            return beyond ? frames() + 1L : frames();
        }
        return toBelow.compareTo(toAbove) <= 0 ? below : above;
    }

    /// Sound often lasts a little longer than the picture, and players show the longer of the two.
    private Rational slack() {
        return timebase.inverse().times(new Rational(1, 2));
    }

    /// Seconds from the start of the source at which a frame is shown.
    public Rational seconds(int number) {
        return new Rational(time(number), 1).times(timebase).minus(start);
    }
}
