package studio.fanz.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.kit.TestMedia;
import studio.fanz.media.MediaException;

class ReadingSoundTest {

    private static final int RATE = 16_000;

    private static float[] read(Path file) throws MediaException {
        MediaFacts facts = new FfprobeProber(Ffmpeg.load()).probe(file, JobContext.silent());
        float[] all = new float[RATE * 60];
        int[] count = new int[1];
        new ChildSoundReader(Ffmpeg.load())
                .read(
                        file,
                        facts,
                        RATE,
                        (samples, length) -> {
                            System.arraycopy(samples, 0, all, count[0], length);
                            count[0] += length;
                            return true;
                        },
                        JobContext.silent());
        return Arrays.copyOf(all, count[0]);
    }

    private static double level(float[] sound, double from, double to) {
        double sum = 0;
        for (int i = (int) (from * RATE); i < to * RATE; i++) {
            sum += sound[i] * sound[i];
        }
        return Math.sqrt(sum / ((to - from) * RATE));
    }

    @Test
    void beeps_stand_at_full_seconds_whatever_the_container_rate_and_channels() throws MediaException {
        List<TestMedia> clips = List.of(
                TestMedia.clip("beeps"),
                TestMedia.clip("beeps").sound("mono", 8000).container("mov"),
                TestMedia.clip("beeps")
                        .sound("mono", 44_100)
                        .codecs("libvpx", "libopus")
                        .sound("mono", 48_000)
                        .container("webm"),
                TestMedia.clip("beeps")
                        .sound("stereo", 22_050)
                        .noVideo()
                        .codecs("", "pcm_s16le")
                        .container("wav"),
                TestMedia.clip("beeps").sound("5.1", 48_000).container("mkv"),
                TestMedia.clip("beeps")
                        .sound("7.1", 48_000)
                        .codecs("mpeg4", "pcm_s24le")
                        .container("mov"),
                TestMedia.clip("beeps").noVideo().codecs("", "libmp3lame").container("mp3"),
                TestMedia.clip("beeps").container("ts"));
        for (TestMedia clip : clips) {
            float[] sound = read(clip.make());
            assertThat(sound.length / (double) RATE).as(clip.make().toString()).isBetween(2.98, 3.11);
            for (int second = 0; second < 3; second++) {
                assertThat(level(sound, second + 0.02, second + 0.08)).isGreaterThan(0.1);
                assertThat(level(sound, second + 0.15, second + 0.95)).isLessThan(0.02);
            }
        }
    }

    @Test
    void sides_that_cancel_each_other_are_heard() throws MediaException {
        float[] sound = read(TestMedia.clip("wired-wrong")
                .noVideo()
                .codecs("", "pcm_s16le")
                .container("wav")
                .hearing("0.5*sin(2*PI*440*t)|-0.5*sin(2*PI*440*t)")
                .make());
        assertThat(level(sound, 0.2, 2.8)).isGreaterThan(0.3);
    }

    @Test
    void a_voice_in_the_centre_or_on_one_side_is_heard() throws MediaException {
        String voice = "0.5*sin(2*PI*440*t)";
        float[] centre = read(TestMedia.clip("centre")
                .noVideo()
                .sound("5.1", 48_000)
                .container("m4a")
                .hearing("0|0|" + voice + "|0|0|0")
                .make());
        assertThat(level(centre, 0.2, 2.8)).isGreaterThan(0.2);
        float[] left = read(TestMedia.clip("left")
                .noVideo()
                .container("m4a")
                .hearing(voice + "|0")
                .make());
        assertThat(level(left, 0.2, 2.8)).isGreaterThan(0.15);
    }

    @Test
    void a_hole_in_the_stream_is_filled_with_silence() throws MediaException {
        Path whole = TestMedia.clip("beeps").frames(180).container("mkv").make();
        Path holed = TestMedia.folder().resolve("holed.mkv");
        TestMedia.ffmpeg(List.of(
                "-i",
                "file:" + whole,
                "-map",
                "0",
                "-c",
                "copy",
                "-bsf:a",
                "noise=drop='between(pts*tb,1.5,3.5)'",
                "file:" + holed));
        float[] sound = read(holed);
        assertThat(sound.length / (double) RATE).isBetween(5.98, 6.1);
        assertThat(level(sound, 2.02, 2.08)).isLessThan(0.01);
        assertThat(level(sound, 4.03, 4.08)).isGreaterThan(0.1);
        assertThat(level(sound, 3.6, 3.95)).isLessThan(0.02);
    }

    @Test
    void sound_that_begins_late_is_preceded_by_silence() throws MediaException {
        Path plain = TestMedia.clip("beeps").make();
        Path late = TestMedia.folder().resolve("late.mkv");
        TestMedia.ffmpeg(List.of(
                "-i",
                "file:" + plain,
                "-itsoffset",
                "0.4",
                "-i",
                "file:" + plain,
                "-map",
                "0:v",
                "-map",
                "1:a",
                "-c",
                "copy",
                "file:" + late));
        float[] sound = read(late);
        assertThat(level(sound, 0.02, 0.3)).isLessThan(0.01);
        assertThat(level(sound, 0.42, 0.48)).isGreaterThan(0.1);
    }

    @Test
    void reading_stops_when_enough_was_heard() throws MediaException {
        Path file = TestMedia.clip("beeps").make();
        MediaFacts facts = new FfprobeProber(Ffmpeg.load()).probe(file, JobContext.silent());
        int[] blocks = new int[1];
        new ChildSoundReader(Ffmpeg.load()).read(file, facts, RATE, (_, _) -> ++blocks[0] < 2, JobContext.silent());
        assertThat(blocks[0]).isEqualTo(2);
    }

    @Test
    void a_silent_film_says_so() throws MediaException {
        Path file = TestMedia.clip("silent-film").noAudio().make();
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(MediaException.class)
                .extracting(e -> ((MediaException) e).code())
                .isEqualTo(MediaException.Code.NO_AUDIO);
    }
}
