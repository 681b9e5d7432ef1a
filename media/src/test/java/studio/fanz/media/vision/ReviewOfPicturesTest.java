package studio.fanz.media.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.fanz.core.asset.Shot;
import studio.fanz.core.insight.ModelUse;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.review.Finding;
import studio.fanz.core.time.Span;
import studio.fanz.media.MediaException;
import studio.fanz.media.frame.Picture;
import studio.fanz.media.frame.TimedPicture;

/// Adult pictures and writing, over stills. The models are stand-ins: brightness is what they see.
class ReviewOfPicturesTest {

    private static final JobContext JOB = JobContext.silent();

    /// The brighter, the worse.
    private static final AdultImageModel MODEL = new AdultImageModel() {
        @Override
        public double score(Picture picture) {
            return (picture.at(0, 0) & 0xFF) / 255.0;
        }

        @Override
        public ModelUse use() {
            return new ModelUse("stand-in", "1", "00");
        }
    };

    @Test
    void twoFramesOfAShotMustAgree() throws Exception {
        List<Shot> shots = List.of(shot(0, 5000), shot(5000, 10_000));
        List<TimedPicture> stills = stills(0, 0, 240, 0, 0, 200, 250, 0, 0, 0);
        AdultImageCheck.Result result = AdultImageCheck.check(MODEL, stills, shots, JOB);
        assertThat(result.looked()).isEqualTo(10);
        assertThat(result.findings()).hasSize(1);
        Finding finding = result.findings().getFirst();
        assertThat(finding.span()).contains(new Span(5000, 6001));
        assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
        assertThat(finding.measured()).isEqualTo("highest 0.98, mean 0.35, 2 of 5 frames");
        assertThat(finding.confidence()).isEqualTo(0.98);
        assertThat(finding.source()).isEqualTo("stand-in 1");
    }

    @Test
    void harmlessPicturesAreNoFinding() throws Exception {
        assertThat(AdultImageCheck.check(MODEL, stills(10, 20, 150, 150), List.of(), JOB)
                        .findings())
                .isEmpty();
        assertThat(AdultImageCheck.check(MODEL, List.of(), List.of(), JOB).looked())
                .isZero();
    }

    @Test
    void aSinglePictureStandsForItself() throws Exception {
        assertThat(AdultImageCheck.check(MODEL, stills(250), List.of(), JOB).findings())
                .hasSize(1);
    }

    @Test
    void aChangeBetweenTwoLooksIsLookedAt() throws Exception {
        List<TimedPicture> stills =
                List.of(still(0, 10), still(200, 10), still(400, 250), still(600, 250), still(800, 10));
        AdultImageCheck.Result result = AdultImageCheck.check(MODEL, stills, List.of(), JOB);
        assertThat(result.looked()).isEqualTo(3);
    }

    @Test
    void aFailedModelIsToldWhenTheResultIsAskedFor() {
        AdultImageCheck check = new AdultImageCheck(
                new AdultImageModel() {
                    @Override
                    public double score(Picture picture) throws MediaException {
                        throw new MediaException(MediaException.Code.MODEL_MISSING, "model", "");
                    }

                    @Override
                    public ModelUse use() {
                        return new ModelUse("", "", "");
                    }
                },
                JOB);
        check.accept(still(0, 10));
        assertThatThrownBy(() -> check.result(List.of())).isInstanceOf(MediaException.class);
    }

    @Test
    void aLineThatStandsForAWhileIsToldOnce() throws Exception {
        List<String> readings = List.of("Subscribe now", "Subscribe n0w", "Subscribe now", "Chapter two");
        FrameText.Result result = FrameText.find(reading(readings), changing(4), JOB);
        assertThat(result.lines()).extracting(SeenText::text).containsExactly("Subscribe now", "Chapter two");
        assertThat(result.lines().getFirst().span()).isEqualTo(new Span(0, 4000));
        assertThat(result.looked()).isEqualTo(4);
    }

    @Test
    void aPictureThatDoesNotChangeIsReadOnce() throws Exception {
        FrameText.Result result = FrameText.find(reading(List.of("Title")), stills(9, 9, 9, 9, 9, 9), JOB);
        assertThat(result.looked()).isEqualTo(1);
        assertThat(result.lines().getFirst().span()).isEqualTo(new Span(0, 5000));
    }

    @Test
    void aLongRecordingIsReadABoundedNumberOfTimes() throws Exception {
        FrameText text = new FrameText(picture -> List.of(), 3_600_000, JOB);
        for (int i = 0; i < 7200; i++) {
            text.accept(still(i * 500L, i % 2 * 200));
        }
        assertThat(text.result().looked()).isBetween(100, 151);
    }

    private static TextFinder reading(List<String> texts) {
        List<String> left = new ArrayList<>(texts);
        return _ -> List.of(new TextLine(left.removeFirst(), new Box(1, 1, 30, 10), 0.9));
    }

    private static List<TimedPicture> changing(int count) {
        List<TimedPicture> out = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            out.add(still(i * 2000L, i % 2 * 200));
        }
        return out;
    }

    private static List<TimedPicture> stills(int... levels) {
        List<TimedPicture> out = new ArrayList<>();
        for (int level : levels) {
            out.add(still(out.size() * 1000L, level));
        }
        return out;
    }

    private static TimedPicture still(long timeMs, int level) {
        return new TimedPicture(timeMs, TestPictures.plain(64, 36, level * 0x010101));
    }

    private static Shot shot(long start, long end) {
        return new Shot(start, end, start * 30 / 1000, end * 30 / 1000, Shot.Kind.CUT);
    }
}
