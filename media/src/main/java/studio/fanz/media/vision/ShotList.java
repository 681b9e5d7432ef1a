package studio.fanz.media.vision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.asset.Shot;
import studio.fanz.media.vision.FadeFinder.Fade;
import studio.fanz.media.vision.ShotDetector.Boundary;

/// Puts cuts and fades together into shots without gaps.
final class ShotList {

    private static final long NEXT_TO_MS = 250;
    private static final long PLAIN_STRETCH_MS = 3000;

    private ShotList() {}

    static List<Shot> of(List<Boundary> cuts, List<Fade> fades, long frames, long endMs) {
        List<Boundary> all = new ArrayList<>(cuts);
        Optional<Fade> towardsPlain = Optional.empty();
        for (Fade fade : fades) {
            if (fade.toPlain()) {
                towardsPlain = Optional.of(fade);
            } else if (fade.fromPlain()) {
                towardsPlain
                        .filter(out -> oneFade(out, fade, cuts))
                        .map(out -> between(out, fade))
                        .ifPresent(all::add);
                towardsPlain = Optional.empty();
            } else if (noCutInside(fade, cuts) && fades.stream().noneMatch(other -> partOf(fade, other))) {
                all.add(fade.boundary());
            }
        }
        all.sort(Boundary.IN_TIME);
        return shots(all, frames, endMs);
    }

    /// The bright half of a fade to black looks like a fade between two pictures.
    private static boolean partOf(Fade fade, Fade throughPlain) {
        return (throughPlain.toPlain() || throughPlain.fromPlain())
                && fade.from() < throughPlain.to()
                && throughPlain.from() < fade.to();
    }

    private static boolean oneFade(Fade out, Fade in, List<Boundary> cuts) {
        return in.middle().timeMs() - out.middle().timeMs() < PLAIN_STRETCH_MS
                && cuts.stream().noneMatch(c -> c.frame() > out.from() && c.frame() <= in.to());
    }

    private static Boundary between(Fade out, Fade in) {
        Thumb a = out.middle();
        Thumb b = in.middle();
        return new Boundary((a.frame() + b.frame()) / 2, (a.timeMs() + b.timeMs()) / 2, Shot.Kind.FADE, 0);
    }

    private static boolean noCutInside(Fade fade, List<Boundary> cuts) {
        return cuts.stream().noneMatch(c -> Math.abs(c.timeMs() - fade.middle().timeMs()) < NEXT_TO_MS);
    }

    private static List<Shot> shots(List<Boundary> boundaries, long frames, long endMs) {
        List<Shot> shots = new ArrayList<>();
        Boundary start = new Boundary(0, 0, Shot.Kind.START, 0);
        for (Boundary next : boundaries) {
            shots.add(new Shot(start.timeMs(), next.timeMs(), start.frame(), next.frame(), start.kind()));
            start = next;
        }
        shots.add(new Shot(start.timeMs(), endMs, start.frame(), frames, start.kind()));
        return shots;
    }
}
