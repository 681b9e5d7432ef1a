package studio.fanz.media.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.platform.RenditionSpec.Framing;
import studio.fanz.core.project.Rendition;
import studio.fanz.core.time.Span;
import studio.fanz.kit.Painter;
import studio.fanz.kit.TestMedia;
import studio.fanz.media.ffmpeg.ChildPictureReader;
import studio.fanz.media.ffmpeg.Ffmpeg;
import studio.fanz.media.frame.Picture;
import studio.fanz.media.frame.TimedPicture;
import studio.fanz.media.vision.CropPath;

/// Pictures: which frames come out, where they stand, and in what colour.
class ExportTest {

    @TempDir
    Path folder;

    @Test
    void theWholeFileComesOutFrameByFrameAndPassesItsChecks() throws Exception {
        Exports made = Exports.into(folder);
        Rendition rendition = passing(made.of(TestMedia.clip("whole").make()));
        assertThat(rendition.encoder()).isEqualTo("libopenh264");
        assertThat(rendition.framing()).isEqualTo("as-is");
        assertThat(rendition.facts().indexFirst()).isTrue();
        assertThat(rendition.facts().editList()).isFalse();
        assertThat(numbers(made.file(), 90, 30)).isEqualTo(upTo(0, 90));
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(made.file());
        }
    }

    @Test
    void aMomentBeginsAndEndsAtTheFramesNearestToItsLabels() throws Exception {
        Exports made = Exports.into(folder).moment(1010, 2020);
        passing(made.of(TestMedia.clip("moment").gop(90).make()));
        assertThat(numbers(made.file(), 31, 30)).isEqualTo(upTo(30, 61));
    }

    @Test
    void aMomentLateInALongFileIsReachedBySeekingAndIsAsExact() throws Exception {
        Path source = TestMedia.clip("late").frames(360).gop(120).make();
        Exports made = Exports.into(folder).moment(9_500, 10_500);
        passing(made.of(source));
        assertThat(numbers(made.file(), 30, 30)).isEqualTo(upTo(285, 315));
    }

    @Test
    void aMomentOfMatroskaWithMillisecondTimesIsExactAsWell() throws Exception {
        Path source = TestMedia.clip("mkv").fps("30000/1001").container("mkv").make();
        Exports made = Exports.into(folder).rate(30000, 1001).moment(1_022, 2_023);
        passing(made.of(source));
        assertThat(numbers(made.file(), 30, 29.97)).isEqualTo(upTo(30, 60));
    }

    @Test
    void aMomentThatRunsPastTheEndStopsWithTheLastFrame() throws Exception {
        Exports made = Exports.into(folder).moment(2_000, 9_000);
        passing(made.of(TestMedia.clip("whole").make()));
        assertThat(numbers(made.file(), 30, 30)).isEqualTo(upTo(60, 90));
    }

    @Test
    void twiceTheRateLosesEverySecondFrame() throws Exception {
        Exports made = Exports.into(folder);
        passing(made.of(TestMedia.clip("sixty").fps("60").frames(60).make()));
        assertThat(numbers(made.file(), 30, 30).get(10)).isBetween(20, 21);
        assertThat(numbers(made.file(), 30, 30)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void variableRateBecomesConstantAndStaysInTime() throws Exception {
        TestMedia source = TestMedia.clip("vfr").variableRate();
        Exports made = Exports.into(folder);
        Rendition rendition = passing(made.of(source.make()));
        assertThat(rendition.facts().video().orElseThrow().variableRate()).isFalse();
        List<Integer> shown = numbers(made.file(), 60, 30);
        for (int n = 0; n < 60; n++) {
            assertThat((double) source.timeMs(shown.get(n))).as("frame %d", n).isCloseTo(n * 1000.0 / 30, within(51.0));
        }
    }

    @Test
    void aTurnedPictureComesOutUpright() throws Exception {
        Exports made = Exports.into(folder).size(180, 320, Framing.SCALE);
        Rendition rendition =
                passing(made.of(TestMedia.clip("turned").rotated(90).make()));
        assertThat(rendition.facts().video().orElseThrow().rotation()).isZero();
        // The number's blocks stand in the upper quarter; turned clockwise, that is the right one.
        Picture picture = pictures(made.file(), List.of(500L)).getFirst();
        Picture upright = pictures(TestMedia.clip("turned").rotated(90).make(), List.of(500L))
                .getFirst();
        assertThat(difference(picture, upright)).isLessThan(6);
    }

    @Test
    void anamorphicPicturesAreStretchedToSquarePixels() throws Exception {
        Exports made = Exports.into(folder).size(320, 180, Framing.SCALE);
        Path source = TestMedia.clip("wide").size(240, 180).pixelAspect("4/3").make();
        Rendition rendition = passing(made.of(source));
        assertThat(rendition.framing()).isEqualTo("scaled");
        assertThat(numbers(made.file(), 5, 30)).isEqualTo(upTo(0, 5));
    }

    @Test
    void oddSizesAreNoObstacle() throws Exception {
        Path source = TestMedia.clip("odd")
                .size(321, 179)
                .codecs("ffv1", "pcm_s16le")
                .pixelFormat("yuv444p")
                .container("mkv")
                .make();
        passing(Exports.into(folder).of(source));
    }

    @Test
    void aWidePictureInATallFrameStandsOnASoftGroundOfItself() throws Exception {
        Exports made = Exports.into(folder).size(180, 320, Framing.PAD);
        Rendition rendition =
                passing(made.of(TestMedia.clip("soft").paint(Painter.moving(3)).make()));
        assertThat(rendition.framing()).isEqualTo("padded");
        Picture picture = pictures(made.file(), List.of(500L)).getFirst();
        assertThat(average(picture, 0, 40)).isGreaterThan(8);
    }

    @Test
    void narrowBarsAreBlack() throws Exception {
        Exports made = Exports.into(folder).size(320, 200, Framing.PAD);
        passing(made.of(TestMedia.clip("whole").make()));
        Picture picture = pictures(made.file(), List.of(500L)).getFirst();
        assertThat(average(picture, 0, 8)).isLessThan(6);
        assertThat(average(picture, 192, 200)).isLessThan(6);
    }

    @Test
    void aWindowFollowsItsPath() throws Exception {
        Path source = TestMedia.clip("sweep").paint(barAt(0.1, 0.9)).make();
        List<CropPath.Point> points = List.of(new CropPath.Point(0, 0, 0), new CropPath.Point(3000, 219, 0));
        CropPath path = new CropPath(points, 101, 180, List.of(new Span(0, 3000)), List.of());
        Exports made = Exports.into(folder).size(102, 180, Framing.CROP).crop(path);
        Rendition rendition = passing(made.of(source));
        assertThat(rendition.framing()).isEqualTo("follows-face");
        for (Picture picture : pictures(made.file(), List.of(500L, 1500L, 2500L))) {
            assertThat(average(picture, 0, 180))
                    .as("the bar stays in the window")
                    .isGreaterThan(25);
        }
    }

    @Test
    void withoutAPathTheMiddleIsShown() throws Exception {
        Exports made = Exports.into(folder).size(102, 180, Framing.CROP);
        Rendition rendition = passing(made.of(TestMedia.clip("whole").make()));
        assertThat(rendition.framing()).isEqualTo("centre");
    }

    @Test
    void tenBitFourTwoTwoBecomesWhatEveryPlayerShows() throws Exception {
        Path source = TestMedia.clip("ten")
                .codecs("ffv1", "pcm_s16le")
                .pixelFormat("yuv422p10le")
                .container("mkv")
                .make();
        Exports made = Exports.into(folder);
        Rendition rendition = passing(made.of(source));
        assertThat(rendition.facts().video().orElseThrow().pixelFormat()).isEqualTo("yuv420p");
        assertThat(numbers(made.file(), 10, 30)).isEqualTo(upTo(0, 10));
    }

    @Test
    void greyInHdrIsTheSameGreyInSdrAndTaggedSo() throws Exception {
        for (String transfer : List.of("smpte2084", "arib-std-b67")) {
            Path source = folder.resolve(transfer + ".mkv");
            TestMedia.ffmpeg(List.of(
                    "-f",
                    "lavfi",
                    "-i",
                    "color=0x7A7A7A:s=320x180:r=30:d=0.5",
                    "-vf",
                    "format=gbrp,setparams=color_primaries=bt709:color_trc=bt709,zscale=t=linear:npl=203,"
                            + "format=gbrpf32le,zscale=p=bt2020:t=" + transfer
                            + ":m=bt2020nc:r=tv:npl=203,format=yuv420p10le",
                    "-c:v",
                    "ffv1",
                    "file:" + source));
            Exports made = Exports.into(folder);
            Rendition rendition = passing(made.of(source));
            VideoFacts video = rendition.facts().video().orElseThrow();
            assertThat(rendition.notes()).contains("tone-mapped");
            assertThat(List.of(video.primaries(), video.transfer(), video.matrix(), video.range()))
                    .containsExactly("bt709", "bt709", "bt709", "tv");
            Picture picture = pictures(made.file(), List.of(200L)).getFirst();
            assertThat((double) (picture.at(160, 90) & 0xFF)).as(transfer).isCloseTo(0x7A, within(6.0));
        }
    }

    @Test
    void standardDefinitionColourIsConvertedNotOnlyRelabelled() throws Exception {
        Path source = folder.resolve("red.mkv");
        TestMedia.ffmpeg(List.of(
                "-f",
                "lavfi",
                "-i",
                "color=0xC02010:s=320x180:r=30:d=0.3",
                "-vf",
                "scale=out_color_matrix=bt601:out_range=tv,format=yuv420p,setparams=colorspace=smpte170m:range=tv",
                "-c:v",
                "ffv1",
                "file:" + source));
        Exports made = Exports.into(folder);
        passing(made.of(source));
        int red = pictures(made.file(), List.of(100L)).getFirst().at(160, 90);
        assertThat((double) (red >> 16)).isCloseTo(0xC0, within(5.0));
        assertThat((double) (red >> 8 & 0xFF)).isCloseTo(0x20, within(5.0));
    }

    @Test
    void aTargetsFloorMakesThePictureFiner() throws Exception {
        Path source = TestMedia.clip("whole").make();
        long plain = Exports.into(folder).of(source).facts().sizeBytes();
        long floor = Exports.into(folder).atLeast(50_000_000).of(source).facts().sizeBytes();
        assertThat(floor).isGreaterThan(plain);
    }

    @Test
    void aTargetsSizeBoundIsKept() throws Exception {
        Path source = folder.resolve("busy.mkv");
        TestMedia.ffmpeg(
                List.of("-f", "lavfi", "-i", "mandelbrot=s=320x180:r=30", "-t", "3", "-c:v", "ffv1", "file:" + source));
        long plain = Exports.into(folder).of(source).facts().sizeBytes();
        long bound = plain / 2;
        Rendition bounded = Exports.into(folder).atMost(bound, bound * 8 / 3).of(source);
        assertThat(bounded.facts().sizeBytes()).isLessThanOrEqualTo(bound);
        assertThat(bounded.notes()).contains("bit-rate-bounded");
    }

    @Test
    void keyFramesStandWhereTheTargetWantsThem() throws Exception {
        Exports made = Exports.into(folder).gop(2);
        Rendition rendition =
                passing(made.of(TestMedia.clip("whole-five").frames(150).make()));
        assertThat(KeyFrames.of(made.file())).containsExactly(0, 60, 120);
        assertThat(rendition.notes()).isEmpty();
    }

    @Test
    void aCutThatStartsANewGroupIsSaid() throws Exception {
        Painter cut = Painter.moving(1).cutTo(40, Painter.moving(9));
        Rendition rendition = passing(Exports.into(folder)
                .gop(2)
                .of(TestMedia.clip("two-scenes").paint(cut).make()));
        assertThat(rendition.notes()).contains("key-frames-at-cuts");
    }

    @Test
    void aJpegOfAMomentHasTheSizeAskedAndKeepsItsBound() throws Exception {
        Exports made = Exports.into(folder)
                .size(144, 180, Framing.CROP)
                .moment(1000, 1001)
                .atMost(9_000, Long.MAX_VALUE);
        Rendition rendition = made.still(TestMedia.clip("whole").make());
        assertThat(rendition.facts().container()).isEqualTo("jpg");
        assertThat(rendition.facts().sizeBytes()).isLessThanOrEqualTo(9_000);
        assertThat(Files.exists(made.picture())).isTrue();
    }

    @Test
    void aJpegOfAPictureFillsItsFrame() throws Exception {
        Path source = folder.resolve("picture.png");
        TestMedia.ffmpeg(List.of("-f", "lavfi", "-i", "testsrc2=s=400x300", "-frames:v", "1", "file:" + source));
        Exports made = Exports.into(folder).size(180, 180, Framing.CROP);
        Rendition rendition = made.still(source);
        assertThat(rendition.facts().video().orElseThrow().width()).isEqualTo(180);
        assertThat(rendition.encoder()).isEqualTo("mjpeg");
    }

    private static Painter barAt(double from, double to) {
        return (frame, canvas) -> {
            canvas.fill(16, 128, 128);
            double middle = from + (to - from) * frame / 90.0;
            canvas.box(middle - 0.08, 0, middle + 0.08, 1, 235, 128, 128);
        };
    }

    private static Rendition passing(Rendition rendition) {
        assertThat(rendition.checks()).allMatch(Rendition.Check::passed);
        return rendition;
    }

    private static List<Integer> upTo(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    private static List<Integer> numbers(Path file, int frames, double rate) throws Exception {
        List<Long> times = new ArrayList<>();
        for (int n = 0; n < frames; n++) {
            times.add((long) (n * 1000 / rate + 5));
        }
        return pictures(file, times).stream().map(TestMedia::numberOn).toList();
    }

    static List<Picture> pictures(Path file, List<Long> times) throws Exception {
        MediaFacts facts = Exports.facts(file);
        return new ChildPictureReader(Ffmpeg.load())
                .at(file, facts, times, 320, 320, JobContext.silent()).stream()
                        .map(TimedPicture::picture)
                        .toList();
    }

    static double average(Picture picture, int fromRow, int toRow) {
        long sum = 0;
        for (int y = fromRow; y < toRow; y++) {
            for (int x = 0; x < picture.width(); x++) {
                sum += picture.at(x, y) >> 8 & 0xFF;
            }
        }
        return (double) sum / ((toRow - fromRow) * picture.width());
    }

    static double difference(Picture a, Picture b) {
        long sum = 0;
        for (int i = 0; i < a.rgb().length; i++) {
            sum += Math.abs((a.rgb()[i] & 0xFF) - (b.rgb()[i] & 0xFF));
        }
        return (double) sum / a.rgb().length;
    }
}
