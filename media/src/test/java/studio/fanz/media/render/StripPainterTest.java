package studio.fanz.media.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.fanz.core.caption.CaptionRules;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.caption.Cue;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.FontFolder;
import studio.fanz.media.MediaException;
import studio.fanz.media.ffmpeg.Ffmpeg;

class StripPainterTest {

    private static final FontFolder FONTS = () -> Path.of(System.getProperty("fanz.assets"), "fonts");
    private static final CaptionRules NO_RULES = new CaptionRules(Map.of());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | The kit cost us $12.50,       | and the paint was already in the drawer.
                    en | ÅÇẤ ỘỰ gjpqy               | one-single-word-that-is-far-too-long-for-the-width-of-this-picture-anyhow
                    ar | مرحباً بكم في الورشة، اليوم    | سنبني 3 صواريخ مع NASA!
                    hi | नमस्ते दोस्तों, आज हम रॉकेट का  | परीक्षण करेंगे। क्षि
                    """)
    void noLetterTouchesTheEdgeOfItsStrip(String language, String first, String second) throws Exception {
        for (CaptionLook look : CaptionLook.values()) {
            for (CaptionArea area : List.of(CaptionArea.of(640, 360), new CaptionArea(360, 640, 10, 25, 8))) {
                CaptionOverlay overlay = paint(language, look, area, cue(0, 1000, first, second));
                BufferedImage strip =
                        ImageIO.read(overlay.pieces().getFirst().picture().toFile());
                assertThat(inkOnTheEdge(strip)).isZero();
                assertThat(ink(strip)).isGreaterThan(500);
                assertThat(overlay.y() + overlay.height()).isLessThanOrEqualTo(area.bottom());
                assertThat(overlay.y()).isGreaterThanOrEqualTo(area.top());
                assertThat(overlay.x()).isGreaterThanOrEqualTo(area.left());
                assertThat(overlay.x() + overlay.width()).isLessThanOrEqualTo(area.width() - area.left() + 1);
            }
        }
    }

    @Test
    void linesThatDoNotFitAreBrokenAnewBeforeTheyShrink() throws Exception {
        CaptionOverlay overlay = paint(
                "en",
                CaptionLook.PLAIN,
                CaptionArea.of(640, 360),
                cue(0, 1000, "This is a long line of words that does not fit the width of the picture at all"));
        assertThat(overlay.notes()).extracting(CaptionOverlay.Note::code).containsExactly("rewrapped");
    }

    @Test
    void colourEmojiAreLeftOutAndReported() throws Exception {
        CaptionOverlay overlay = paint(
                "en", CaptionLook.PLAIN, CaptionArea.of(640, 360), cue(0, 500, "Up 🚀 we go"), cue(500, 900, "👩‍🚀"));
        assertThat(overlay.notes())
                .containsExactly(
                        new CaptionOverlay.Note(0, "colour-emoji", "U+1F680"),
                        new CaptionOverlay.Note(1, "colour-emoji", "U+1F469 U+200D U+1F680"));
        assertThat(overlay.pieces()).hasSize(1);
    }

    @Test
    void aLetterThatNoFontHasIsReportedAndNotDrawnAsABox() throws Exception {
        CaptionOverlay overlay =
                paint("en", CaptionLook.PLAIN, CaptionArea.of(640, 360), cue(0, 500, "a \uDB80\uDC01 b"));
        assertThat(overlay.notes()).containsExactly(new CaptionOverlay.Note(0, "no-glyph", "U+F0001"));
    }

    @Test
    void noCuesMakeAnEmptyOverlay() throws Exception {
        assertThat(paint("en", CaptionLook.PLAIN, CaptionArea.of(640, 360)).isEmpty())
                .isTrue();
    }

    @Test
    void aFolderThatIsGoneIsAProblemWithAName() {
        assertThatThrownBy(() -> new StripPainter(FONTS)
                        .paint(
                                new Captions("en", "", List.of(cue(0, 500, "a"))),
                                NO_RULES,
                                CaptionLook.PLAIN,
                                CaptionArea.of(640, 360),
                                folder.resolve("gone"),
                                JobContext.silent()))
                .isInstanceOfSatisfying(
                        MediaException.class, e -> assertThat(e.code()).isEqualTo(MediaException.Code.WRITE_FAILED));
    }

    /// Laid over a black picture of 30000/1001 frames a second, a cue is seen on its frames and on no other.
    @Test
    void theListPlaysEveryCueOnItsExactFrames() throws Exception {
        long[][] frames = {{2, 31}, {31, 32}, {40, 60}, {62, 80}};
        List<Cue> cues = new ArrayList<>();
        for (long[] shown : frames) {
            cues.add(cue(Math.round(shown[0] * 1001 / 30.0), Math.round(shown[1] * 1001 / 30.0), "WMWM"));
        }
        CaptionOverlay overlay = paint("en", CaptionLook.PLAIN, CaptionArea.of(320, 180), cues.toArray(Cue[]::new));
        List<Integer> lit = litFrames(overlay, 320, 180, 90);
        List<Integer> expected = new ArrayList<>();
        for (long[] shown : frames) {
            for (int frame = (int) shown[0]; frame < shown[1]; frame++) {
                expected.add(frame);
            }
        }
        assertThat(lit).isEqualTo(expected);
    }

    private static List<Integer> litFrames(CaptionOverlay overlay, int width, int height, int count) throws Exception {
        Process ffmpeg = new ProcessBuilder(
                        Ffmpeg.load().ffmpeg().toString(),
                        "-v",
                        "error",
                        "-nostdin",
                        "-f",
                        "lavfi",
                        "-i",
                        "color=black:s=" + width + "x" + height + ":r=30000/1001",
                        "-f",
                        "concat",
                        "-safe",
                        "0",
                        "-i",
                        overlay.list().toString(),
                        "-filter_complex",
                        "[0:v][1:v]overlay=" + overlay.x() + ":" + overlay.y() + ":eof_action=pass,format=gray",
                        "-frames:v",
                        Integer.toString(count),
                        "-f",
                        "rawvideo",
                        "-")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Integer> lit = new ArrayList<>();
        try (InputStream out = ffmpeg.getInputStream()) {
            for (int frame = 0; frame < count; frame++) {
                byte[] picture = out.readNBytes(width * height);
                assertThat(picture).hasSize(width * height);
                int white = 0;
                for (byte pixel : picture) {
                    white += (pixel & 0xFF) > 200 ? 1 : 0;
                }
                if (white > 50) {
                    lit.add(frame);
                }
            }
        }
        return lit;
    }

    private CaptionOverlay paint(String language, CaptionLook look, CaptionArea area, Cue... cues)
            throws IOException, MediaException {
        Path own = Files.createTempDirectory(folder, "strips");
        return new StripPainter(FONTS)
                .paint(new Captions(language, "", List.of(cues)), NO_RULES, look, area, own, JobContext.silent());
    }

    private static Cue cue(long startMs, long endMs, String... lines) {
        return new Cue(startMs, endMs, List.of(lines), -1, -1, List.of());
    }

    private static int ink(BufferedImage strip) {
        int ink = 0;
        for (int y = 0; y < strip.getHeight(); y++) {
            for (int x = 0; x < strip.getWidth(); x++) {
                ink += strip.getRGB(x, y) >>> 24 > 128 ? 1 : 0;
            }
        }
        return ink;
    }

    private static int inkOnTheEdge(BufferedImage strip) {
        int ink = 0;
        for (int x = 0; x < strip.getWidth(); x++) {
            ink += strip.getRGB(x, 0) >>> 24;
            ink += strip.getRGB(x, strip.getHeight() - 1) >>> 24;
        }
        for (int y = 0; y < strip.getHeight(); y++) {
            ink += strip.getRGB(0, y) >>> 24;
            ink += strip.getRGB(strip.getWidth() - 1, y) >>> 24;
        }
        return ink;
    }
}
