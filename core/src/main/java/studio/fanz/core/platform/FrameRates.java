package studio.fanz.core.platform;

import java.util.List;
import studio.fanz.core.time.Rational;

/// Chooses the constant frame rate of a rendition: the source's own where the bounds take it.
final class FrameRates {

    private static final List<Rational> STANDARD = List.of(
            new Rational(24000, 1001),
            new Rational(24, 1),
            new Rational(25, 1),
            new Rational(30000, 1001),
            new Rational(30, 1),
            new Rational(50, 1),
            new Rational(60000, 1001),
            new Rational(60, 1));

    private static final double MEANT = 0.02;

    private FrameRates() {}

    /// A rate within the bounds that keeps the source's cadence as well as can be: itself, a whole part of it
    /// when it is too fast, a whole multiple when it is too slow.
    ///
    /// @param source   average frames per second, 0 when unknown
    /// @param variable whether frames of the source last differently: then its average is moved to a standard rate
    static Rational conform(Rational source, boolean variable, double min, double max) {
        Rational wanted = source.num() <= 0 ? new Rational(30, 1) : source;
        if (variable) {
            wanted = nearestStandard(wanted);
        }
        if (wanted.toDouble() > max) {
            wanted = slower(wanted, max);
        }
        if (wanted.toDouble() < min) {
            wanted = faster(wanted, min, max);
        }
        return wanted;
    }

    private static Rational nearestStandard(Rational rate) {
        double fps = rate.toDouble();
        return STANDARD.stream()
                .min((a, b) -> Double.compare(Math.abs(a.toDouble() - fps), Math.abs(b.toDouble() - fps)))
                .filter(standard -> fps > STANDARD.getFirst().toDouble() / 2)
                .orElse(rate);
    }

    private static Rational slower(Rational rate, double max) {
        if (rate.toDouble() <= max * (1 + MEANT)) {
            return largestStandard(max);
        }
        long part = 2;
        while (rate.toDouble() / part > max) {
            part++;
        }
        return rate.times(new Rational(1, part));
    }

    private static Rational faster(Rational rate, double min, double max) {
        if (rate.toDouble() >= min * (1 - MEANT)) {
            return smallestStandard(min, max);
        }
        long times = 2;
        while (rate.toDouble() * times < min) {
            times++;
        }
        return rate.toDouble() * times <= max ? rate.times(new Rational(times, 1)) : smallestStandard(min, max);
    }

    private static Rational largestStandard(double max) {
        return STANDARD.reversed().stream()
                .filter(standard -> standard.toDouble() <= max)
                .findFirst()
                .orElseGet(() -> Rational.parse(String.valueOf((long) Math.max(1, Math.floor(max)))));
    }

    private static Rational smallestStandard(double min, double max) {
        return STANDARD.stream()
                .filter(standard -> standard.toDouble() >= min && standard.toDouble() <= max)
                .findFirst()
                .orElseGet(() -> new Rational((long) Math.ceil(min), 1));
    }
}
