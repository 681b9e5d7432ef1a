package studio.fanz.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.kit.TestMedia;
import studio.fanz.media.MediaException;
import studio.fanz.media.play.AudioOut;
import studio.fanz.media.play.Player;
import studio.fanz.media.play.PlayerFrame;
import studio.fanz.media.play.SilentOut;

/// The picture follows the sound, by a clock that the test turns by hand.
class PreviewSyncTest {

    private static final class Screen implements Player.Listener {

        private int painted = -1;
        private Player.State state = Player.State.EMPTY;

        @Override
        public void frame(PlayerFrame frame) {
            painted = Paint.numberOn(frame);
            frame.release().run();
        }

        @Override
        public void state(Player.State now) {
            state = now;
        }

        @Override
        public void failed(MediaException problem) {
            throw new AssertionError(problem);
        }
    }

    private final AtomicLong nanos = new AtomicLong();
    private final Screen screen = new Screen();

    /// Turns the clock in steps that fit no frame rate, and looks which frame stands there after each: the one whose
    /// interval holds the moment heard, one millisecond of rounding given.
    private void follow(TestMedia clip, int frames, double rate) throws Exception {
        Path file = clip.make();
        MediaFacts facts = new FfprobeProber(Ffmpeg.load()).probe(file, JobContext.silent());
        AudioOut line = new SilentOut(nanos::get);
        try (var deck = new PreviewDeck(screen, () -> Optional.of(line), () -> false, nanos::get)) {
            deck.open(file, facts);
            deck.rate(rate);
            deck.play();
            while (screen.state == Player.State.PLAYING) {
                nanos.addAndGet(3_700_000);
                deck.pump();
                double heardMs = line.heard() * 1000.0 * rate / AudioOut.RATE;
                assertThat(screen.painted)
                        .as("shown when %.1f ms are heard", heardMs)
                        .isBetween(frameAt(clip, frames, heardMs - 1), frameAt(clip, frames, heardMs + 1));
            }
            assertThat(screen.state).isEqualTo(Player.State.ENDED);
            assertThat(screen.painted).isEqualTo(frames - 1);
        }
    }

    private static int frameAt(TestMedia clip, int frames, double ms) {
        int frame = frames - 1;
        while (frame > 0 && clip.timeMs(frame) > ms) {
            frame--;
        }
        return frame;
    }

    @Test
    void the_frame_shown_is_the_one_that_is_heard() throws Exception {
        follow(TestMedia.clip("numbers").frames(120), 120, 1);
    }

    @Test
    void also_where_frames_are_uneven() throws Exception {
        follow(TestMedia.clip("uneven-sound").frames(120).variableRate(), 120, 1);
    }

    @Test
    void also_at_a_rate_of_cinema_and_at_half_and_double_speed() throws Exception {
        TestMedia cinema = TestMedia.clip("cinema").frames(60).fps("24000/1001");
        follow(cinema, 60, 1);
        follow(cinema, 60, 0.5);
        follow(cinema, 60, 2);
    }
}
