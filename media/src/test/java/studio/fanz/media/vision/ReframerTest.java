package studio.fanz.media.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import studio.fanz.core.asset.Shot;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.time.Rational;
import studio.fanz.core.time.Span;

class ReframerTest {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final Rational TALL = new Rational(9, 16);

    @Property(tries = 200)
    void theWindowNeverLeavesThePictureNorHurries(
            @ForAll @LongRange(max = 100_000) long seed, @ForAll @IntRange(min = 1, max = 5) int shotCount) {
        Random random = new Random(seed);
        List<Shot> shots = shots(random, shotCount);
        Span all = new Span(0, shots.getLast().endMs());
        Rational aspect = List.of(TALL, Rational.ONE, new Rational(4, 5), new Rational(16, 9), new Rational(3, 1))
                .get(random.nextInt(5));
        CropPath path = Reframer.path(wandering(random, all), shots, video(), all, aspect);
        double limit = Reframer.FASTEST * Math.max(path.width(), path.height()) / 1000;
        CropPath.Point before = path.points().getFirst();
        for (CropPath.Point point : path.points()) {
            assertThat(point.x()).isBetween(0.0, (double) WIDTH - path.width());
            assertThat(point.y()).isBetween(0.0, (double) HEIGHT - path.height());
            long way = point.timeMs() - before.timeMs();
            if (way > 0) {
                assertThat(Math.abs(point.x() - before.x())).isLessThanOrEqualTo(limit * way + 0.2);
                assertThat(Math.abs(point.y() - before.y())).isLessThanOrEqualTo(limit * way + 0.2);
            }
            before = point;
        }
        assertThat(path.width() % 2 + path.height() % 2).isZero();
        assertThat(path.followedShots().size() + path.centredShots().size()).isEqualTo(shots.size());
    }

    @Property(tries = 200)
    void theWindowJumpsNowhereButHalfAFrameBeforeACut(
            @ForAll @LongRange(max = 100_000) long seed, @ForAll @IntRange(min = 1, max = 5) int shotCount) {
        Random random = new Random(seed);
        List<Shot> shots = shots(random, shotCount);
        Span all = new Span(0, shots.getLast().endMs());
        CropPath path = Reframer.path(wandering(random, all), shots, video(), all, TALL);
        List<Long> cuts = shots.stream().skip(1).map(s -> s.startMs() - 16).toList();
        for (int i = 1; i < path.points().size(); i++) {
            CropPath.Point a = path.points().get(i - 1);
            CropPath.Point b = path.points().get(i);
            if (a.timeMs() == b.timeMs() && a.x() != b.x()) {
                assertThat(cuts).contains(b.timeMs());
            }
        }
    }

    @Property(tries = 100)
    void aTremblingFaceDoesNotMoveTheWindow(
            @ForAll @LongRange(max = 100_000) long seed, @ForAll @DoubleRange(min = 0.1, max = 0.9) double place) {
        Random random = new Random(seed);
        List<Sighting> seen = new ArrayList<>();
        for (long t = 0; t < 20_000; t += 500) {
            seen.add(face(t, place + (random.nextDouble() - 0.5) * 24 / WIDTH, 0.4));
        }
        CropPath path = Reframer.path(seen, List.of(), video(), new Span(0, 20_000), TALL);
        assertThat(path.points())
                .extracting(CropPath.Point::x)
                .containsOnly(path.points().getFirst().x());
        double middle = path.points().getFirst().x() + path.width() / 2.0;
        double wanted = Math.clamp(place * WIDTH, path.width() / 2.0, WIDTH - path.width() / 2.0);
        assertThat(middle).isCloseTo(wanted, within(14.0));
    }

    @Property(tries = 50)
    void aFaceThatWalksStaysInTheWindow(@ForAll @DoubleRange(min = 0.02, max = 0.2) double widthsASecond) {
        List<Sighting> seen = new ArrayList<>();
        long end = (long) (0.8 / widthsASecond * 1000);
        for (long t = 0; t < end; t += 500) {
            seen.add(face(t, 0.1 + widthsASecond * t / 1000, 0.4));
        }
        CropPath path = Reframer.path(seen, List.of(), video(), new Span(0, end), TALL);
        assertThat(path.framing()).isEqualTo("follows-face");
        for (Sighting sighting : seen) {
            double face = sighting.subjects().getFirst().box().centreX() * WIDTH;
            double x = path.at(sighting.timeMs()).x();
            assertThat(face).isBetween(x, x + path.width());
        }
    }

    @Example
    void aShotWithoutAnybodyGetsTheMiddleAndIsNamed() {
        List<Shot> shots = List.of(shot(0, 4000), shot(4000, 8000));
        List<Sighting> seen = new ArrayList<>();
        for (long t = 0; t < 8000; t += 500) {
            seen.add(t < 4000 ? face(t, 0.8, 0.4) : new Sighting(t, List.of()));
        }
        CropPath path = Reframer.path(seen, shots, video(), new Span(0, 8000), TALL);
        assertThat(path.centredShots()).containsExactly(new Span(4000, 8000));
        assertThat(path.followedShots()).containsExactly(new Span(0, 4000));
        assertThat(path.at(3983).x()).isGreaterThan(700);
        assertThat(path.at(3984).x()).isCloseTo((WIDTH - path.width()) / 2.0, within(1.0));
        assertThat(path.at(8000).x()).isEqualTo(path.at(3984).x());
    }

    @Example
    void someoneWhoOnlyPassesThroughIsNotFollowed() {
        List<Sighting> seen = new ArrayList<>();
        for (long t = 0; t < 10_000; t += 500) {
            List<Sighting.Subject> subjects = new ArrayList<>(face(t, 0.3, 0.4).subjects());
            if (t > 4000 && t < 6000) {
                subjects.add(new Sighting.Subject(new Box(0.7, 0.2, 0.9, 0.6), true));
            }
            seen.add(new Sighting(t, subjects));
        }
        CropPath path = Reframer.path(seen, List.of(), video(), new Span(0, 10_000), TALL);
        assertThat(path.points()).allMatch(p -> p.x() < 300);
    }

    @Example
    void oneWrongLookDoesNotMoveTheWindow() {
        List<Sighting> seen = new ArrayList<>();
        for (long t = 0; t < 10_000; t += 500) {
            seen.add(t == 5000 ? face(t, 0.36, 0.4) : face(t, 0.3, 0.4));
        }
        CropPath path = Reframer.path(seen, List.of(), video(), new Span(0, 10_000), TALL);
        assertThat(path.points())
                .extracting(CropPath.Point::x)
                .containsOnly(path.points().getFirst().x());
    }

    @Example
    void peopleAreFollowedWhereNoFaceIsSeen() {
        List<Sighting> seen = new ArrayList<>();
        for (long t = 0; t < 10_000; t += 500) {
            Sighting.Subject person = new Sighting.Subject(new Box(0.7, 0.1, 0.9, 0.9), false);
            seen.add(new Sighting(t, t % 1000 == 0 ? List.of(person) : List.of()));
        }
        CropPath path = Reframer.path(seen, List.of(), video(), new Span(0, 10_000), TALL);
        assertThat(path.centredShots()).isEmpty();
        assertThat(path.at(5000).x() + path.width() / 2.0).isCloseTo(0.8 * WIDTH, within(40.0));
    }

    @Example
    void aPictureThatHasTheShapeAlreadyIsKeptWhole() {
        CropPath path = Reframer.path(List.of(), List.of(), TestFacts.video(1080, 1920, 5000), new Span(0, 5000), TALL);
        assertThat(path.width()).isEqualTo(1080);
        assertThat(path.height()).isEqualTo(1920);
        assertThat(path.at(2500)).isEqualTo(new CropPath.Point(2500, 0, 0));
    }

    @Example
    void aMomentInsideAShotBeginsWithItsOwnWindow() {
        List<Sighting> seen = new ArrayList<>();
        for (long t = 0; t < 20_000; t += 500) {
            seen.add(face(t, t < 10_000 ? 0.2 : 0.8, 0.4));
        }
        List<Shot> shots = List.of(shot(0, 10_000), shot(10_000, 20_000));
        CropPath path = Reframer.path(seen, shots, video(), new Span(12_000, 15_000), TALL);
        assertThat(path.followedShots()).containsExactly(new Span(12_000, 15_000));
        assertThat(path.at(12_000).x()).isGreaterThan(700);
    }

    private static List<Sighting> wandering(Random random, Span all) {
        List<Sighting> seen = new ArrayList<>();
        double place = random.nextDouble();
        for (long t = all.startMs(); t < all.endMs(); t += 100 + random.nextInt(600)) {
            place = Math.clamp(place + (random.nextDouble() - 0.5) * 0.5, 0, 1);
            seen.add(random.nextInt(4) == 0 ? new Sighting(t, List.of()) : face(t, place, random.nextDouble()));
        }
        return seen;
    }

    private static List<Shot> shots(Random random, int count) {
        List<Shot> shots = new ArrayList<>();
        long start = 0;
        for (int i = 0; i < count; i++) {
            long end = start + 100 + random.nextInt(8000);
            shots.add(shot(start, end));
            start = end;
        }
        return shots;
    }

    private static Shot shot(long start, long end) {
        return new Shot(start, end, start * 30 / 1000, end * 30 / 1000, Shot.Kind.CUT);
    }

    private static Sighting face(long t, double x, double y) {
        return new Sighting(t, List.of(new Sighting.Subject(new Box(x - 0.05, y - 0.09, x + 0.05, y + 0.09), true)));
    }

    private static VideoFacts video() {
        return TestFacts.video(WIDTH, HEIGHT, 60_000);
    }
}
