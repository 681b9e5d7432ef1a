package studio.fanz.core.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.platform.RenditionSpec.Framing;
import studio.fanz.core.review.Finding;
import studio.fanz.core.time.Rational;
import studio.fanz.core.time.Span;

class RenditionPlannerTest {

    private static final Limits LIMITS = Facts.limits();
    private static final List<Target> TARGETS = Facts.targets().all();
    private static final Rational FPS = new Rational(30, 1);

    private static RenditionPlan plan(MediaFacts source, String... targets) {
        return RenditionPlanner.plan(
                source, Arrays.stream(targets).map(Facts::target).toList(), LIMITS, Optional.empty());
    }

    @Test
    void verticalVideoTargetsShareOneFile() {
        var plan = plan(
                Facts.video(1920, 1080, FPS, 60, 2),
                "youtube/shorts",
                "instagram/reel",
                "tiktok/video",
                "facebook/reel");
        assertThat(plan.refused()).isEmpty();
        assertThat(plan.renditions()).singleElement().satisfies(spec -> {
            assertThat(spec.targets())
                    .containsExactly("youtube/shorts", "instagram/reel", "tiktok/video", "facebook/reel");
            assertThat(spec.picture().width()).isEqualTo(608);
            assertThat(spec.picture().height()).isEqualTo(1080);
            assertThat(spec.picture().framing()).isEqualTo(Framing.CROP);
            assertThat(spec.picture().gopSeconds()).isEqualTo(2);
            assertThat(spec.sound().orElseThrow().channels()).isEqualTo(2);
        });
    }

    @Test
    void aSmallerBoxOfOneTargetDoesNotMakeAnotherTargetsPictureSmaller() {
        var plan = plan(Facts.video(1920, 1080, FPS, 60, 2), "youtube/long", "x/post", "linkedin/video");
        assertThat(plan.renditions())
                .extracting(RenditionSpec::targets)
                .containsExactly(List.of("youtube/long", "linkedin/video"), List.of("x/post"));
        assertThat(plan.renditions().getLast().picture().height()).isEqualTo(720);
    }

    @Test
    void aPictureIsEnlargedOnlyWhenAMinimumAsksForIt() {
        var small = Facts.video(640, 360, FPS, 20, 2);
        assertThat(plan(small, "youtube/long").renditions().getFirst().picture().width())
                .isEqualTo(640);
        var reel = plan(small, "facebook/reel").renditions().getFirst();
        assertThat(reel.picture().width()).isEqualTo(540);
        assertThat(reel.picture().height()).isEqualTo(960);
        assertThat(reel.notes()).contains("scaled-up");
    }

    @Test
    void fourTimesTheSizeIsKeptWhereTheTargetTakesIt() {
        var source = Facts.video(3840, 2160, FPS, 60, 2);
        assertThat(plan(source, "youtube/long")
                        .renditions()
                        .getFirst()
                        .picture()
                        .width())
                .isEqualTo(3840);
        assertThat(plan(source, "linkedin/video")
                        .renditions()
                        .getFirst()
                        .picture()
                        .width())
                .isEqualTo(1920);
    }

    @Test
    void anUprightPictureInAWideFrameGetsBars() {
        var spec = plan(Facts.video(1080, 1920, FPS, 60, 1), "youtube/long")
                .renditions()
                .getFirst();
        assertThat(spec.picture().framing()).isEqualTo(Framing.PAD);
        assertThat(spec.picture().width()).isEqualTo(1920);
        assertThat(spec.picture().height()).isEqualTo(1080);
    }

    @Test
    void aSourceLongerThanATargetTakesNeedsAMoment() {
        var plan = plan(Facts.video(1920, 1080, FPS, 400, 2), "youtube/shorts", "facebook/reel", "youtube/long");
        assertThat(plan.renditions()).extracting(RenditionSpec::targets).containsExactly(List.of("youtube/long"));
        assertThat(plan.refused())
                .extracting(RenditionPlan.Refusal::target)
                .containsExactly("youtube/shorts", "facebook/reel");
        Finding finding = plan.refused().getFirst().finding();
        assertThat(finding.code()).isEqualTo("limit:duration_max_s");
        assertThat(finding.fix().orElseThrow()).isEqualTo(new Finding.Fix("moment", List.of("180000", "0")));
        assertThat(plan.momentNeeded()).contains(new RenditionPlan.MomentBounds(3000, 90_000));
    }

    @Test
    void aMomentThatFitsIsTaken() {
        var plan = RenditionPlanner.plan(
                Facts.video(1920, 1080, FPS, 400, 2),
                List.of(Facts.target("youtube/shorts")),
                LIMITS,
                Optional.of(new Span(10_000, 70_000)));
        assertThat(plan.refused()).isEmpty();
        assertThat(plan.renditions().getFirst().durationMs()).isEqualTo(60_000);
    }

    @Test
    void timeIsNotCutForWhatOnlyOthersSay() {
        var source = Facts.video(1920, 1080, FPS, 200, 2);
        assertThat(plan(source, "bluesky/video").refused()).isEmpty();
    }

    @Test
    void aSongNeedsAPictureToBeAVideo() {
        var song = new MediaFacts(
                studio.fanz.core.asset.AssetKind.AUDIO,
                "mp3",
                1000,
                60_000,
                Optional.empty(),
                Facts.video(2, 2, FPS, 60, 2).audio(),
                List.of(),
                true,
                false,
                0,
                java.util.Map.of());
        assertThat(plan(song, "youtube/long").refused().getFirst().finding().code())
                .isEqualTo("target:needs-video");
        assertThat(plan(song, "site/feed").textOnly()).containsExactly("site/feed");
    }

    @Test
    void aLongFileIsPressedUnderTheSizeThatATargetTakes() {
        var spec = plan(Facts.video(1920, 1080, FPS, 1500, 2), "linkedin/video")
                .renditions()
                .getFirst();
        assertThat(spec.maxBytes()).isEqualTo(500_000_000);
        assertThat((spec.picture().maxBps() + spec.sound().orElseThrow().bitRate()) * 1500 / 8)
                .isLessThan(500_000_000);
        assertThat(spec.notes()).contains("bit-rate-low");
    }

    /// Every rule that a platform or anybody beside it states holds for each file of each plan, whatever the source.
    @Property(tries = 400, edgeCases = net.jqwik.api.EdgeCasesMode.MIXIN)
    void everyPlanObeysEveryRowThatIsNotAdvice(
            @ForAll @IntRange(min = 16, max = 5000) int width,
            @ForAll @IntRange(min = 16, max = 5000) int height,
            @ForAll @IntRange(min = 1, max = 240) int fps,
            @ForAll boolean ntsc,
            @ForAll @DoubleRange(min = 0.2, max = 20_000) double seconds,
            @ForAll @IntRange(min = 0, max = 8) int channels,
            @ForAll long seed) {
        var source = Facts.video(
                width, height, ntsc ? new Rational(fps * 1000L, 1001) : new Rational(fps, 1), seconds, channels);
        List<Target> asked = new ArrayList<>(TARGETS);
        Collections.shuffle(asked, new Random(seed));
        var plan = RenditionPlanner.plan(source, asked, LIMITS, Optional.empty());
        for (RenditionSpec spec : plan.renditions()) {
            assertThat(spec.picture().width() % 2).isZero();
            assertThat(spec.picture().height() % 2).isZero();
            for (String id : spec.targets()) {
                obeys(spec, Facts.target(id));
            }
        }
        assertEachTargetIsAnsweredOnce(plan, asked);
    }

    private static void obeys(RenditionSpec spec, Target target) {
        var review = new Preflight(LIMITS).check(target, ExpectedFacts.of(spec));
        assertThat(review.findings())
                .filteredOn(finding -> finding.severity() != Finding.Severity.NOTE)
                .filteredOn(finding -> finding.severity() == Finding.Severity.BLOCKS
                        || !finding.code().startsWith("limit:duration"))
                // The size is not known yet; the spec's own bounds hold it.
                .filteredOn(finding -> !finding.code().startsWith("limit:size"))
                .isEmpty();
        for (Limit row : LIMITS.of(target.id())) {
            if (row.understood() && row.refuses() && row.name().startsWith("gop_")) {
                assertThat(Rules.broken(row, new Measured.Amount(spec.picture().gopSeconds())))
                        .isFalse();
            }
        }
    }

    private static void assertEachTargetIsAnsweredOnce(RenditionPlan plan, List<Target> asked) {
        List<String> answered = new ArrayList<>(plan.textOnly());
        plan.refused().forEach(refusal -> answered.add(refusal.target()));
        plan.renditions().forEach(spec -> answered.addAll(spec.targets()));
        assertThat(answered)
                .containsExactlyInAnyOrderElementsOf(
                        asked.stream().map(Target::id).toList());
    }
}
