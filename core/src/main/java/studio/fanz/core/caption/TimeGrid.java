package studio.fanz.core.caption;

import studio.fanz.core.time.Rational;

/// The moments at which a caption can appear or go: the frames of a picture, or whole milliseconds where there
/// are no even frames. Frame `n` begins `n / rate` seconds after the start of the source.
///
/// @param rate      frames per second; 1000 for the millisecond grid
/// @param perFrame  grid steps that a rule counted in frames means by one frame: 1, or 40 on the millisecond grid
public record TimeGrid(Rational rate, long perFrame) {

    /// Sound alone, a variable frame rate, or one too high for milliseconds to tell its frames apart. Rules
    /// counted in frames take a frame of 40 ms (25 a second).
    public static final TimeGrid MILLISECONDS = new TimeGrid(new Rational(1000, 1), 40);

    private static final Rational FASTEST = new Rational(500, 1);

    /// The grid of a frame rate; 0 or less means that there is no even one.
    public static TimeGrid of(Rational frameRate) {
        boolean even = frameRate.num() > 0 && frameRate.compareTo(FASTEST) <= 0;
        return even ? new TimeGrid(frameRate, 1) : MILLISECONDS;
    }

    /// The frame whose begin is nearest to a moment, halves up. A millisecond label made by [#millis] finds its
    /// frame again.
    public long nearest(long ms) {
        return divideHalfUp(Math.multiplyExact(ms, rate.num()), Math.multiplyExact(1000L, rate.den()));
    }

    /// Length in grid steps, rounded half up.
    public long framesIn(long ms) {
        return nearest(ms);
    }

    /// When a frame begins, to the nearest millisecond.
    public long millis(long frame) {
        return divideHalfUp(Math.multiplyExact(Math.multiplyExact(frame, 1000L), rate.den()), rate.num());
    }

    /// Exact seconds that so many steps take.
    public double seconds(long frames) {
        return (double) frames * rate.den() / rate.num();
    }

    /// The fewest steps that last at least so many seconds.
    public long framesToCover(double seconds) {
        return (long) Math.ceil(seconds * rate.num() / rate.den() - 1e-9);
    }

    private static long divideHalfUp(long a, long b) {
        return Math.floorDiv(Math.addExact(Math.multiplyExact(a, 2L), b), Math.multiplyExact(b, 2L));
    }
}
