package studio.fanz.media.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.asset.Shot;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.time.Rational;
import studio.fanz.core.time.Span;
import studio.fanz.media.CatalogueModelFolder;
import studio.fanz.media.frame.Picture;
import studio.fanz.media.frame.Sampling;
import studio.fanz.media.frame.TimedPicture;
import studio.fanz.media.onnx.OnnxVision;

/// The recipes with the real models, on recordings made of photographs and pages.
class SeeingTest {

    private static final JobContext JOB = JobContext.silent();
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    /// Of the face's middle in the photograph when that is 512 pixels wide.
    private static final double FACE_X = 225;

    @Test
    void theWindowFollowsAFaceThatMovesAndStandsInTheMiddleWithoutOne() throws Exception {
        Picture back = TestPictures.plain(WIDTH, HEIGHT, 0x5A6B60);
        Picture astronaut = TestPictures.named("astronaut.png");
        List<TimedPicture> frames = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            Picture shown = i < 16 ? TestPictures.laid(back, astronaut, left(i), 100) : back;
            frames.add(new TimedPicture(i * 500L, shown));
        }
        List<Shot> shots =
                List.of(new Shot(0, 8000, 0, 240, Shot.Kind.START), new Shot(8000, 12_000, 240, 360, Shot.Kind.CUT));
        MediaFacts facts = TestFacts.file(Optional.of(TestFacts.video(WIDTH, HEIGHT, 12_000)), 12_000);
        try (OnnxVision vision = vision()) {
            CropPath path = new Reframer(new MemoryReader(frames, 4), vision.faces(), Optional.of(vision.people()))
                    .path(Path.of("a.mp4"), facts, shots, new Span(0, 12_000), new Rational(9, 16), JOB);
            assertThat(path.followedShots()).containsExactly(new Span(0, 8000));
            assertThat(path.centredShots()).containsExactly(new Span(8000, 12_000));
            for (int i = 0; i < 16; i++) {
                double face = left(i) + FACE_X;
                double x = path.at(i * 500L).x();
                assertThat(face).isBetween(x + path.width() * 0.3, x + path.width() * 0.7);
            }
        }
    }

    @Test
    void writingOnStillsIsReadOnceWithItsTime() throws Exception {
        Picture page = TestPictures.named("ocr_plain_en.png");
        Picture other = TestPictures.named("ocr_accents.png");
        List<TimedPicture> stills = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Picture shown = Sampling.shrunk(i < 6 ? page : other, 960, 540);
            stills.add(new TimedPicture(i * 500L, shown));
        }
        try (OnnxVision vision = vision()) {
            FrameText.Result result = FrameText.find(vision.text(), stills, JOB);
            assertThat(result.looked()).isEqualTo(2);
            assertThat(result.lines())
                    .extracting(SeenText::text)
                    .contains("Ten minute bread recipe", "Übung für Anfänger")
                    .doesNotHaveDuplicates();
            assertThat(result.lines().getFirst().span()).isEqualTo(new Span(0, 2500));
        }
    }

    @Test
    void harmlessPhotographsAreNoFinding() throws Exception {
        List<TimedPicture> stills = new ArrayList<>();
        for (String name : List.of("astronaut.png", "chelsea.png", "coffee.png")) {
            stills.add(new TimedPicture(stills.size() * 1000L, TestPictures.named(name)));
        }
        try (OnnxVision vision = vision()) {
            AdultImageCheck.Result result = AdultImageCheck.check(vision.adultImages(), stills, List.of(), JOB);
            assertThat(result.looked()).isEqualTo(3);
            assertThat(result.findings()).isEmpty();
            assertThat(result.model().name()).isEqualTo("nsfwjs-mid");
        }
    }

    /// Left edge of the photograph in frame `i`: still, then to the right, then still.
    private static int left(int i) {
        return Math.clamp((i - 4) * 60L, 0, 480) + 40;
    }

    private static OnnxVision vision() throws Exception {
        Path models = Path.of(System.getProperty("fanz.assets"), "models");
        return new OnnxVision(CatalogueModelFolder.open(models), 1);
    }
}
