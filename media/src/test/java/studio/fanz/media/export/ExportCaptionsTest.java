package studio.fanz.media.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.caption.Cue;
import studio.fanz.core.project.Rendition;
import studio.fanz.core.time.Span;
import studio.fanz.kit.Painter;
import studio.fanz.kit.TestMedia;
import studio.fanz.media.frame.Picture;
import studio.fanz.media.render.CaptionOverlay;

/// Captions as a track and as part of the picture.
class ExportCaptionsTest {

    @TempDir
    Path folder;

    @Test
    void aTrackHoldsTheCuesWithTheirTimesAndLanguage() throws Exception {
        Captions captions = new Captions(
                "de", "", List.of(cue(500, 1200, "Grüße, Welt"), cue(1500, 2500, "zwei Zeilen", "مرحبا 👋")));
        Exports made = Exports.into(folder).captions(new CaptionChoice.Track(captions));
        Rendition rendition = made.of(TestMedia.clip("whole").make());
        assertThat(rendition.checks()).allMatch(Rendition.Check::passed);
        assertThat(rendition.captions()).isEqualTo("track");
        assertThat(rendition.facts().subtitles()).containsExactly("mov_text");
        Path back = folder.resolve("back.srt");
        TestMedia.ffmpeg(List.of("-i", "file:" + made.file(), "-map", "0:s", "-f", "srt", "file:" + back));
        assertThat(Files.readString(back).strip())
                .isEqualTo("1\n00:00:00,500 --> 00:00:01,200\nGrüße, Welt\n\n"
                        + "2\n00:00:01,500 --> 00:00:02,500\nzwei Zeilen\nمرحبا 👋");
    }

    @Test
    void burntInCaptionsChangeTheirStripWhileTheyAreSeenAndNothingElse() throws Exception {
        Path source = TestMedia.clip("grey").paint(Painter.plain(90, 128, 128)).make();
        Exports made = Exports.into(folder).captions(new CaptionChoice.BurnedIn(strip()));
        Rendition rendition = made.of(source);
        assertThat(rendition.checks()).allMatch(Rendition.Check::passed);
        assertThat(rendition.captions()).isEqualTo("burned-in");
        List<Picture> pictures = ExportTest.pictures(made.file(), List.of(970L, 1005L, 1970L, 2005L));
        assertThat(pictures)
                .extracting(p -> ExportTest.average(p, 142, 158) > 200)
                .containsExactly(false, true, true, false);
        for (Picture picture : pictures) {
            assertThat(ExportTest.average(picture, 0, 130)).isBetween(80.0, 92.0);
            assertThat(ExportTest.average(picture, 170, 180)).isBetween(80.0, 92.0);
        }
    }

    /// A white strip from second 1 to second 2.
    private CaptionOverlay strip() throws Exception {
        Path drawn = Files.createDirectories(folder.resolve("strips"));
        Path white = drawn.resolve("white.png");
        Path blank = drawn.resolve("blank.png");
        BufferedImage picture = new BufferedImage(320, 20, BufferedImage.TYPE_INT_ARGB);
        ImageIO.write(picture, "png", blank.toFile());
        for (int i = 0; i < 320 * 20; i++) {
            picture.setRGB(i % 320, i / 320, 0xFFFFFFFF);
        }
        ImageIO.write(picture, "png", white.toFile());
        Path list = drawn.resolve("list.ffconcat");
        Files.writeString(list, """
                ffconcat version 1.0
                file blank.png
                duration 0.999
                file white.png
                duration 1.000
                file blank.png
                duration 1.000
                file blank.png
                """);
        return new CaptionOverlay(
                0, 140, 320, 20, list, List.of(new CaptionOverlay.Piece(new Span(1000, 2000), white)), List.of());
    }

    private static Cue cue(long startMs, long endMs, String... lines) {
        return new Cue(startMs, endMs, List.of(lines), -1, -1, List.of());
    }
}
