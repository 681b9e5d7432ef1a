package studio.fanz.media.vision;

import java.util.ArrayList;
import java.util.List;
import studio.fanz.core.asset.Shot;
import studio.fanz.media.vision.ShotDetector.Boundary;

/// Looks for stretches in which one picture turns into another by mixing. See [ShotDetector] for the rule.
final class FadeFinder {

    private static final long[] SPANS_MS = {300, 500, 800, 1200, 2000};
    private static final double ENDS_DIFFER = 8;
    private static final double CHANGED = 0.45;
    private static final double RESIDUAL = 0.13;
    private static final double ENDS_DIFFER_MUCH = 40;
    private static final double RESIDUAL_OF_MUCH = 0.22;
    private static final double FALLS_BACK = 0.06;
    /// Spans slide, so a fade missed at one frame is seen at the next.
    private static final int EVERY_OTHER = 2;

    private static final int LOOKED_BACK = 16;
    private static final double LARGEST_STEP = 0.5;

    /// A fade that was seen.
    ///
    /// @param from   last frame before it
    /// @param middle first frame that shows more of the new than of the old
    /// @param to     first frame after it
    /// @param fromPlain whether it begins at a plain picture (black, white)
    /// @param toPlain whether it ends at one
    /// @param distance how much its ends differ
    record Fade(long from, Thumb middle, long to, boolean fromPlain, boolean toPlain, double distance) {

        Boundary boundary() {
            return new Boundary(middle.frame(), middle.timeMs(), Shot.Kind.FADE, 0);
        }
    }

    private final List<Fade> found = new ArrayList<>();

    /// Looks at all spans that end at the newest frame.
    void look(FrameRing ring) {
        long to = ring.newest();
        if (to % EVERY_OTHER != 0) {
            return;
        }
        long from = to;
        for (long span : SPANS_MS) {
            while (from > ring.oldest() && ring.at(to).timeMs() - ring.at(from).timeMs() < span) {
                from--;
            }
            if (ring.at(to).timeMs() - ring.at(from).timeMs() >= span && to - from >= 3) {
                judge(ring, from, to);
            }
        }
    }

    /// Fades in order of time; overlapping sightings are one.
    List<Fade> found() {
        return List.copyOf(found);
    }

    private void judge(FrameRing ring, long from, long to) {
        Thumb a = ring.at(from);
        Thumb b = ring.at(to);
        if (a.difference(b) < ENDS_DIFFER) {
            return;
        }
        Mixture mixture = new Mixture(a, b);
        double allowed = a.difference(b) >= ENDS_DIFFER_MUCH ? RESIDUAL_OF_MUCH : RESIDUAL;
        if (!mixed(mixture, ring.at((from + to) / 2), allowed)) {
            return;
        }
        double before = 0;
        long middle = -1;
        for (long i = from + 1; i <= to; i++) {
            double share = i == to ? 1 : mixture.share(ring.at(i));
            if (share < before - FALLS_BACK || share - before > LARGEST_STEP || share > 1.1) {
                return;
            }
            if (middle < 0 && share >= 0.5) {
                middle = i;
            }
            if (i < to && mixture.residual(ring.at(i), share) > allowed) {
                return;
            }
            before = Math.max(before, share);
        }
        boolean oneIsPlain = a.plain() != b.plain();
        if (oneIsPlain || b.changed(a) >= CHANGED) {
            add(new Fade(
                    from, ring.at(middle), to, oneIsPlain && a.plain(), oneIsPlain && b.plain(), mixture.distance));
        }
    }

    private static boolean mixed(Mixture mixture, Thumb frame, double allowed) {
        return mixture.residual(frame, mixture.share(frame)) <= allowed;
    }

    /// Sightings around one another's middle are one fade; the one whose ends differ most saw it whole.
    private void add(Fade fade) {
        for (int i = found.size() - 1; i >= Math.max(0, found.size() - LOOKED_BACK); i--) {
            Fade seen = found.get(i);
            if (sameKind(fade, seen) && overlap(fade, seen)) {
                found.set(i, fade.distance() > seen.distance() ? fade : seen);
                return;
            }
        }
        found.add(fade);
    }

    private static boolean overlap(Fade a, Fade b) {
        return (b.from() < a.middle().frame() && a.middle().frame() < b.to())
                || (a.from() < b.middle().frame() && b.middle().frame() < a.to());
    }

    private static boolean sameKind(Fade a, Fade b) {
        return a.fromPlain() == b.fromPlain() && a.toPlain() == b.toPlain();
    }

    /// How much of two pictures is in a third.
    private static final class Mixture {

        private static final int EVERY = 3;

        private final Thumb a;
        private final Thumb b;
        private final double length;
        private final double distance;

        Mixture(Thumb a, Thumb b) {
            this.a = a;
            this.b = b;
            double squares = 0;
            double sum = 0;
            for (int i = 0; i < a.y().length; i += EVERY) {
                int difference = (b.y()[i] & 0xFF) - (a.y()[i] & 0xFF);
                int blue = (b.cb()[i] & 0xFF) - (a.cb()[i] & 0xFF);
                int red = (b.cr()[i] & 0xFF) - (a.cr()[i] & 0xFF);
                squares += difference * difference + blue * blue + red * red;
                sum += Math.abs(difference) + Math.abs(blue) + Math.abs(red);
            }
            this.length = Math.max(1, squares);
            this.distance = Math.max(1, sum);
        }

        double share(Thumb m) {
            double dot = 0;
            for (int i = 0; i < a.y().length; i += EVERY) {
                dot += along(a.y()[i], b.y()[i], m.y()[i])
                        + along(a.cb()[i], b.cb()[i], m.cb()[i])
                        + along(a.cr()[i], b.cr()[i], m.cr()[i]);
            }
            return dot / length;
        }

        double residual(Thumb m, double share) {
            double sum = 0;
            for (int i = 0; i < a.y().length; i += EVERY) {
                sum += off(a.y()[i], b.y()[i], m.y()[i], share)
                        + off(a.cb()[i], b.cb()[i], m.cb()[i], share)
                        + off(a.cr()[i], b.cr()[i], m.cr()[i], share);
            }
            return sum / distance;
        }

        private static int along(byte from, byte to, byte mixed) {
            return ((mixed & 0xFF) - (from & 0xFF)) * ((to & 0xFF) - (from & 0xFF));
        }

        private static double off(byte from, byte to, byte mixed, double share) {
            return Math.abs((mixed & 0xFF) - ((from & 0xFF) + share * ((to & 0xFF) - (from & 0xFF))));
        }
    }
}
