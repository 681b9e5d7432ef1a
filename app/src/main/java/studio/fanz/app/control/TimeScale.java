package studio.fanz.app.control;

/// How time lies on a line of pixels: a stretch of `durationMs` seen from `fromMs` on, `perMs` pixels each.
/// Immutable.
///
/// @param durationMs length of everything, above 0
/// @param width      pixels of the line
/// @param fromMs     time at the left edge
/// @param perMs      pixels a millisecond
public record TimeScale(long durationMs, double width, double fromMs, double perMs) {

    private static final long[] STEPS = {
        100, 200, 500, 1_000, 2_000, 5_000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000,
        3_600_000
    };
    private static final double MOST = 2;

    /// Everything in sight.
    public static TimeScale fit(long durationMs, double width) {
        long length = Math.max(1, durationMs);
        return new TimeScale(length, width, 0, Math.max(1, width) / length);
    }

    /// Pixel of a time.
    public double x(long ms) {
        return (ms - fromMs) * perMs;
    }

    /// Time of a pixel, inside the whole.
    public long ms(double x) {
        return Math.clamp(Math.round(fromMs + x / perMs), 0, durationMs);
    }

    /// Nearer or farther by a factor, the time under `x` staying where it is.
    public TimeScale zoomed(double factor, double x) {
        double fit = Math.max(1, width) / durationMs;
        double scale = Math.clamp(perMs * factor, fit, Math.max(fit, MOST));
        return new TimeScale(durationMs, width, fromMs + x / perMs - x / scale, scale).inside();
    }

    /// Moved by pixels.
    public TimeScale scrolled(double pixels) {
        return new TimeScale(durationMs, width, fromMs + pixels / perMs, perMs).inside();
    }

    /// The same for a line of another length: what was fitted stays fitted.
    public TimeScale resized(double other) {
        boolean fitted = Math.abs(perMs - Math.max(1, width) / durationMs) < 1e-9;
        return fitted ? fit(durationMs, other) : new TimeScale(durationMs, other, fromMs, perMs).inside();
    }

    /// Moved just so far that a time is in sight.
    public TimeScale showing(long ms) {
        double x = x(ms);
        return x < 0 || x > width ? new TimeScale(durationMs, width, ms - width / perMs * 0.2, perMs).inside() : this;
    }

    /// Distance of the ruler's figures in milliseconds, so that they stand at least `apart` pixels apart.
    public long step(double apart) {
        for (long step : STEPS) {
            if (step * perMs >= apart) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1] * Math.max(1, Math.ceilDiv((long) (apart / perMs), STEPS[STEPS.length - 1]));
    }

    private TimeScale inside() {
        double seen = width / perMs;
        double from = Math.clamp(fromMs, 0, Math.max(0, durationMs - seen));
        return new TimeScale(durationMs, width, from, perMs);
    }
}
