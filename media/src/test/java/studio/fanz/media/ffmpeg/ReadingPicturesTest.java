package studio.fanz.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.kit.Painter;
import studio.fanz.kit.TestMedia;
import studio.fanz.media.MediaException;
import studio.fanz.media.frame.Picture;
import studio.fanz.media.frame.TimedPicture;

class ReadingPicturesTest {

    private static List<TimedPicture> at(Path file, List<Long> times) throws MediaException {
        MediaFacts facts = new FfprobeProber(Ffmpeg.load()).probe(file, JobContext.silent());
        return new ChildPictureReader(Ffmpeg.load()).at(file, facts, times, 320, 320, JobContext.silent());
    }

    @Test
    void every_container_shows_the_frame_of_the_moment() throws MediaException {
        for (String container : List.of("mp4", "mov", "mkv", "ts")) {
            TestMedia clip = TestMedia.clip("numbers").frames(120).container(container);
            List<TimedPicture> pictures = at(clip.make(), List.of(0L, 1025L, 1995L, 2025L, 3990L, 5000L));
            assertThat(pictures)
                    .as(container)
                    .extracting(p -> TestMedia.numberOn(p.picture()))
                    .containsExactly(0, 30, 59, 60, 119, 119);
        }
    }

    @Test
    void uneven_frames_are_found_by_their_own_times() throws MediaException {
        TestMedia clip = TestMedia.clip("uneven").variableRate();
        List<Long> times = new ArrayList<>();
        for (int frame = 0; frame < 90; frame += 7) {
            times.add(clip.timeMs(frame) + 3);
        }
        List<TimedPicture> pictures = at(clip.make(), times);
        for (int i = 0; i < pictures.size(); i++) {
            assertThat(TestMedia.numberOn(pictures.get(i).picture())).isEqualTo(7 * i);
            assertThat(pictures.get(i).timeMs()).isEqualTo(clip.timeMs(7 * i));
        }
    }

    @Test
    void a_frame_that_stands_for_seconds_is_found_from_its_middle() throws MediaException {
        Path slides = TestMedia.clip("slides")
                .frames(5)
                .fps("1/4")
                .noAudio()
                .container("mkv")
                .make();
        assertThat(at(slides, List.of(3000L, 7999L, 8000L, 17_500L)))
                .extracting(p -> TestMedia.numberOn(p.picture()))
                .containsExactly(0, 1, 2, 4);
    }

    @Test
    void turned_recordings_come_upright() throws MediaException {
        for (int turn : List.of(90, 180, 270)) {
            Painter leftHalfWhite = (_, canvas) -> {
                canvas.fill(16, 128, 128);
                canvas.box(0, 0, 0.5, 1, 235, 128, 128);
            };
            Path file = TestMedia.clip("half")
                    .paint(leftHalfWhite)
                    .frames(5)
                    .rotated(turn)
                    .make();
            Picture picture = at(file, List.of(0L)).getFirst().picture();
            assertThat(picture.width()).isEqualTo(turn == 180 ? 320 : 180);
            int x = turn == 180 ? picture.width() * 3 / 4 : picture.width() / 2;
            int y = turn == 90 ? picture.height() / 4 : picture.height() * 3 / 4;
            assertThat(picture.at(x, y)).as("turned " + turn).isGreaterThan(0xF00000);
        }
    }

    @Test
    void odd_sizes_and_wide_pixels_come_in_square_pixels_and_are_never_enlarged() throws MediaException {
        Path odd = TestMedia.clip("odd")
                .size(161, 93)
                .codecs("mpeg4", "aac")
                .pixelAspect("3/2")
                .make();
        Picture picture = at(odd, List.of(0L)).getFirst().picture();
        assertThat(picture.width()).isEqualTo(242);
        assertThat(picture.height()).isEqualTo(93);
    }

    @Test
    void colours_survive() throws MediaException {
        for (Path file : List.of(
                TestMedia.clip("red")
                        .paint(Painter.plain(63, 102, 240))
                        .frames(3)
                        .tagged("bt709", "bt709", "bt709")
                        .make(),
                TestMedia.clip("red")
                        .paint(Painter.plain(81, 90, 240))
                        .frames(3)
                        .size(640, 360)
                        .make())) {
            int rgb = at(file, List.of(0L)).getFirst().picture().at(50, 100);
            assertThat(rgb >> 16).isGreaterThan(248);
            assertThat(rgb >> 8 & 0xFF).isLessThan(8);
            assertThat(rgb & 0xFF).isLessThan(8);
        }
    }

    @Test
    void white_of_high_dynamic_range_is_white_and_its_grey_is_grey() throws MediaException {
        // 203 cd/m2 is 58 % of the PQ signal and 75 % of HLG (ITU-R BT.2408): 16 + 219 * 0.58 and 16 + 219 * 0.75.
        int[][] whites = {{143, 180}, {102, 127}};
        for (int i = 0; i < 2; i++) {
            Path pq = TestMedia.clip("pq" + i)
                    .paint(Painter.plain(whites[i][0], 128, 128))
                    .frames(3)
                    .codecs("prores_ks", "aac")
                    .container("mov")
                    .pixelFormat("yuv422p10le")
                    .tagged("bt2020", "smpte2084", "bt2020nc")
                    .make();
            Path hlg = TestMedia.clip("hlg" + i)
                    .paint(Painter.plain(whites[i][1], 128, 128))
                    .frames(3)
                    .codecs("prores_ks", "aac")
                    .container("mov")
                    .pixelFormat("yuv422p10le")
                    .tagged("bt2020", "arib-std-b67", "bt2020nc")
                    .make();
            for (Path file : List.of(pq, hlg)) {
                int rgb = at(file, List.of(0L)).getFirst().picture().at(100, 100);
                int green = rgb >> 8 & 0xFF;
                assertThat(green).as(file.getFileName().toString()).isBetween(i == 0 ? 215 : 95, i == 0 ? 245 : 175);
                assertThat(Math.abs((rgb >> 16) - green)).isLessThan(4);
            }
        }
    }

    @Test
    void a_recording_that_begins_late_keeps_its_clock() throws MediaException {
        Path late = TestMedia.folder().resolve("late.mp4");
        Path plain = TestMedia.clip("numbers").frames(120).make();
        TestMedia.ffmpeg(List.of(
                "-i",
                "file:" + plain,
                "-itsoffset",
                "0.5",
                "-i",
                "file:" + plain,
                "-map",
                "0:a",
                "-map",
                "1:v",
                "-c",
                "copy",
                "file:" + late));
        List<TimedPicture> pictures = at(late, List.of(0L, 1500L));
        assertThat(pictures.get(0).timeMs()).isEqualTo(500);
        assertThat(TestMedia.numberOn(pictures.get(1).picture())).isEqualTo(30);
    }

    @Test
    void key_frames_are_those_of_the_file_at_their_distance() throws MediaException {
        Path file = TestMedia.clip("numbers").frames(120).make();
        MediaFacts facts = new FfprobeProber(Ffmpeg.load()).probe(file, JobContext.silent());
        List<Integer> numbers = new ArrayList<>();
        new ChildPictureReader(Ffmpeg.load())
                .keyFrames(
                        file,
                        facts,
                        1500,
                        160,
                        90,
                        p -> numbers.add(TestMedia.numberOn(p.picture())),
                        JobContext.silent());
        assertThat(numbers).containsExactly(0, 60);
    }
}
