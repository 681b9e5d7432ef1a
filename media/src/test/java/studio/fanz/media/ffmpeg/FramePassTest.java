package studio.fanz.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.job.Progress;
import studio.fanz.kit.TestMedia;
import studio.fanz.media.MediaException;
import studio.fanz.media.frame.FramePass;
import studio.fanz.media.frame.SmallFrame;

class FramePassTest {

    private final List<Integer> numbers = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private final List<Long> stillTimes = new ArrayList<>();
    private final List<Integer> stillNumbers = new ArrayList<>();

    private long pass(Path file, JobContext job) throws MediaException {
        MediaFacts facts = new FfprobeProber(Ffmpeg.load()).probe(file, JobContext.silent());
        FramePass.Stills stills = new FramePass.Stills(1000, 320, 320, still -> {
            stillTimes.add(still.timeMs());
            stillNumbers.add(TestMedia.numberOn(still.picture()));
        });
        return new ChildFramePass(Ffmpeg.load()).run(file, facts, List.of(this::see), stills, job);
    }

    private void see(long frame, long timeMs, SmallFrame small) {
        assertThat(frame).isEqualTo(numbers.size());
        numbers.add(TestMedia.numberOn(small));
        times.add(timeMs);
    }

    @Test
    void every_frame_is_seen_once_at_its_own_time() throws MediaException {
        for (String container : List.of("mp4", "ts")) {
            numbers.clear();
            times.clear();
            TestMedia clip =
                    TestMedia.clip("counted").frames(100).fps("30000/1001").container(container);
            assertThat(pass(clip.make(), JobContext.silent())).isEqualTo(100);
            for (int frame = 0; frame < 100; frame++) {
                assertThat(numbers.get(frame)).isEqualTo(frame);
                assertThat(times.get(frame)).isEqualTo(clip.timeMs(frame));
            }
        }
    }

    @Test
    void uneven_frames_keep_their_times() throws MediaException {
        TestMedia clip = TestMedia.clip("uneven").variableRate();
        assertThat(pass(clip.make(), JobContext.silent())).isEqualTo(90);
        for (int frame = 0; frame < 90; frame++) {
            assertThat(numbers.get(frame)).isEqualTo(frame);
            assertThat(times.get(frame)).isEqualTo(clip.timeMs(frame));
        }
    }

    @Test
    void stills_come_at_their_distance_from_the_same_decoding() throws MediaException {
        pass(TestMedia.clip("minute").frames(300).make(), JobContext.silent());
        assertThat(stillTimes).containsExactly(0L, 1000L, 2000L, 3000L, 4000L, 5000L, 6000L, 7000L, 8000L, 9000L);
        assertThat(stillNumbers).containsExactly(0, 30, 60, 90, 120, 150, 180, 210, 240, 270);
    }

    @Test
    void one_frame_is_a_pass_of_one() throws MediaException {
        assertThat(pass(TestMedia.clip("single").frames(1).noAudio().make(), JobContext.silent()))
                .isEqualTo(1);
        assertThat(stillTimes).containsExactly(0L);
    }

    @Test
    void turned_and_odd_ones_are_seen_whole() throws MediaException {
        TestMedia odd = TestMedia.clip("odd")
                .size(161, 93)
                .codecs("mpeg4", "aac")
                .frames(10)
                .rotated(90);
        assertThat(pass(odd.make(), JobContext.silent())).isEqualTo(10);
    }

    @Test
    void deep_and_bright_ones_are_seen_too() throws MediaException {
        TestMedia deep = TestMedia.clip("deep")
                .codecs("prores_ks", "aac")
                .container("mov")
                .frames(10)
                .pixelFormat("yuv422p10le")
                .tagged("bt2020", "smpte2084", "bt2020nc");
        assertThat(pass(deep.make(), JobContext.silent())).isEqualTo(10);
        assertThat(numbers).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void cancelling_ends_the_pass() throws MediaException {
        Path file = TestMedia.clip("minute").frames(300).make();
        Cancelling job = new Cancelling(20);
        assertThatThrownBy(() -> pass(file, job)).isInstanceOf(CancellationException.class);
        assertThat(numbers).hasSizeLessThan(40);
    }

    /// Stops after so many reports.
    private static final class Cancelling implements JobContext {

        private int left;
        private boolean stopped;
        private final List<Runnable> stops = new ArrayList<>();

        Cancelling(int reports) {
            left = reports;
        }

        @Override
        public void report(Progress progress) {
            if (--left == 0) {
                stopped = true;
                stops.forEach(Runnable::run);
            }
        }

        @Override
        public void checkpoint() {
            if (stopped) {
                throw new CancellationException("asked to stop");
            }
        }

        @Override
        public Registration onCancel(Runnable stop) {
            stops.add(stop);
            return () -> stops.remove(stop);
        }
    }
}
