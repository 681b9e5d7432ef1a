package studio.fanz.media.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.fanz.core.asset.Cover;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.asset.Shot;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.CatalogueModelFolder;
import studio.fanz.media.frame.Picture;
import studio.fanz.media.frame.Sampling;
import studio.fanz.media.frame.TimedPicture;
import studio.fanz.media.onnx.OnnxVision;

/// Covers out of recordings made of photographs, judged by the real models.
class CoverPickerTest {

    private static final Picture ASTRONAUT = wide("astronaut.png");
    private static final Picture CAT = wide("chelsea.png");
    private static final Picture COFFEE = wide("coffee.png");
    private static final Picture BLACK = TestPictures.plain(640, 360, 0);

    @TempDir
    private Path folder;

    @Test
    void threeCoversThatDifferAndTheFaceFirst() throws Exception {
        Cover.Choice choice =
                pick(frames(90, i -> List.of(COFFEE, ASTRONAUT, CAT).get(i / 30)), 10, List.of());
        assertThat(choice.chosen()).hasSize(3);
        assertThat(choice.chosen())
                .extracting(c -> c.timeMs() / 3000)
                .doesNotHaveDuplicates()
                .startsWith(1L);
        assertThat(choice.chosen().getFirst().parts()).containsKeys("sharpness", "face", "legibility");
        assertThat(choice.chosen().getFirst().parts().get("face")).isGreaterThan(0.8);
        for (Cover cover : choice.chosen()) {
            Path file =
                    folder.resolve("thumbnails").resolve(Path.of(cover.file()).getFileName());
            assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(640);
            assertThat(Files.size(file)).isLessThan(2_000_000);
        }
        assertThat(choice.rejected()).extracting(Cover::reason).contains("too-like:1");
        assertThat(choice.models()).isNotEmpty();
    }

    @Test
    void aBlurredPictureLosesAgainstTheSameOneSharp() throws Exception {
        Picture blurred = blurred(COFFEE);
        Cover.Choice choice = pick(frames(60, i -> i < 30 ? blurred : COFFEE), 10, List.of());
        assertThat(choice.chosen()).allMatch(c -> c.timeMs() >= 3000);
        assertThat(choice.rejected()).extracting(Cover::reason).contains("blurred");
    }

    @Test
    void darknessIsNoCover() throws Exception {
        Cover.Choice choice = pick(frames(40, i -> i < 20 ? BLACK : CAT), 5, List.of());
        assertThat(choice.chosen()).allMatch(c -> c.timeMs() >= 2000);
        assertThat(choice.rejected()).extracting(Cover::reason).contains("dark");
        Cover.Choice none = pick(frames(20, _ -> BLACK), 5, List.of());
        assertThat(none.chosen()).isEmpty();
        assertThat(none.notes()).contains("nothing-to-show");
    }

    @Test
    void framesAtACutLoseAgainstFramesInsideAShot() throws Exception {
        List<Shot> shots =
                List.of(new Shot(0, 3000, 0, 30, Shot.Kind.START), new Shot(3000, 6000, 30, 60, Shot.Kind.CUT));
        Cover.Choice choice = pick(frames(60, i -> i < 30 ? COFFEE : CAT), 10, shots);
        assertThat(choice.chosen()).hasSize(2).allMatch(c -> Math.abs(c.timeMs() - 3000) > 120);
        assertThat(choice.notes()).containsExactly("too-little-change");
    }

    @Test
    void oneFrameIsOneCover() throws Exception {
        Cover.Choice choice = pick(frames(1, _ -> CAT), 1, List.of());
        assertThat(choice.chosen()).hasSize(1);
    }

    @Test
    void anUprightPictureStaysUpright() throws Exception {
        Picture tall = Sampling.shrunk(TestPictures.laid(TestPictures.plain(300, 512, 0x705030), CAT, 0, 60), 300, 512);
        pick(frames(20, _ -> tall), 5, List.of());
        var image = ImageIO.read(folder.resolve("thumbnails/1.jpg").toFile());
        assertThat(image.getWidth()).isEqualTo(300);
        assertThat(image.getHeight()).isEqualTo(512);
    }

    @Test
    void soundAloneHasNoCovers() throws Exception {
        try (OnnxVision vision = vision()) {
            MediaFacts facts = TestFacts.file(Optional.empty(), 5000);
            Cover.Choice choice = new CoverPicker(new MemoryReader(List.of(), 1), vision.coverModels())
                    .pick(Path.of("song.mp3"), facts, List.of(), 3, folder, JobContext.silent());
            assertThat(choice.chosen()).isEmpty();
            assertThat(choice.notes()).containsExactly("no-video");
        }
    }

    @Test
    void aLongRecordingIsHardlyDecoded() throws Exception {
        List<TimedPicture> frames =
                frames(9000, i -> List.of(COFFEE, ASTRONAUT, CAT).get(i / 500 % 3));
        MemoryReader reader = new MemoryReader(frames, 60);
        try (OnnxVision vision = vision()) {
            MediaFacts facts = TestFacts.file(Optional.of(TestFacts.video(640, 360, 900_000)), 900_000);
            new CoverPicker(reader, vision.coverModels())
                    .pick(Path.of("long.mp4"), facts, List.of(), 3, folder.resolve("t"), JobContext.silent());
        }
        assertThat(reader.decoded()).isLessThan(9000 / 10);
    }

    private Cover.Choice pick(List<TimedPicture> frames, int gop, List<Shot> shots) throws Exception {
        long duration = frames.size() * 100L;
        Picture first = frames.getFirst().picture();
        MediaFacts facts =
                TestFacts.file(Optional.of(TestFacts.video(first.width(), first.height(), duration)), duration);
        try (OnnxVision vision = vision()) {
            return new CoverPicker(new MemoryReader(frames, gop), vision.coverModels())
                    .pick(Path.of("a.mp4"), facts, shots, 3, folder.resolve("thumbnails"), JobContext.silent());
        }
    }

    /// Ten frames a second.
    private static List<TimedPicture> frames(int count, IntFunction<Picture> shown) {
        List<TimedPicture> out = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            out.add(new TimedPicture(i * 100L, shown.apply(i)));
        }
        return out;
    }

    private static Picture wide(String name) {
        Picture photo = TestPictures.named(name);
        Picture fitting = Sampling.shrunk(photo, photo.width() * 360 / photo.height(), 360);
        Picture back = TestPictures.plain(640, 360, 0x606468);
        return TestPictures.laid(back, fitting, (640 - fitting.width()) / 2, (360 - fitting.height()) / 2);
    }

    private static Picture blurred(Picture picture) {
        Picture tiny = Sampling.shrunk(picture, 40, 22);
        float[] large = Sampling.whole(tiny, picture.width(), picture.height());
        byte[] rgb = new byte[large.length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) Math.round(large[i]);
        }
        return new Picture(picture.width(), picture.height(), rgb);
    }

    private static OnnxVision vision() throws Exception {
        Path models = Path.of(System.getProperty("fanz.assets"), "models");
        return new OnnxVision(CatalogueModelFolder.open(models), 1);
    }
}
