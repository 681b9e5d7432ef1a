package studio.fanz.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.kit.TestMedia;
import studio.fanz.media.MediaException;
import studio.fanz.media.play.Player;
import studio.fanz.media.play.PlayerFrame;

class PreviewPlayerTest {

    /// What a player told, in order.
    private static final class Heard implements Player.Listener {

        record Seen(int painted, long timeMs, long number, int width, int height) {}

        private final LinkedBlockingQueue<Object> told = new LinkedBlockingQueue<>();

        @Override
        public void frame(PlayerFrame frame) {
            told.add(new Seen(painted(frame), frame.timeMs(), frame.number(), frame.width(), frame.height()));
            frame.release().run();
        }

        @Override
        public void moved(long timeMs) {
            told.add(timeMs);
        }

        @Override
        public void state(Player.State state) {
            told.add(state);
        }

        @Override
        public void failed(MediaException problem) {
            told.add(problem);
        }

        private static int painted(PlayerFrame frame) {
            int number = 0;
            for (int bit = 0; bit < 16; bit++) {
                int x = (2 * bit + 1) * frame.width() / 32;
                int at = (frame.height() / 8 * frame.width() + x) * 4;
                number = number << 1 | ((frame.bgra().get(at + 1) & 0xFF) > 127 ? 1 : 0);
            }
            return number;
        }

        /// Everything told up to and including the first that fits.
        List<Object> until(Predicate<Object> fits) throws InterruptedException {
            List<Object> all = new ArrayList<>();
            while (true) {
                Object next = told.poll(30, TimeUnit.SECONDS);
                assertThat(next).as("told after %s", all).isNotNull();
                all.add(next);
                if (fits.test(next)) {
                    return all;
                }
            }
        }

        Seen nextFrame() throws InterruptedException {
            return (Seen) until(Seen.class::isInstance).getLast();
        }

        Object nextState(Player.State state) throws InterruptedException {
            return until(state::equals).getLast();
        }
    }

    private final Heard heard = new Heard();

    private PreviewPlayer opened(Path file) throws MediaException, InterruptedException {
        MediaFacts facts = new FfprobeProber(Ffmpeg.load()).probe(file, JobContext.silent());
        var player = new PreviewPlayer(heard, Optional::empty);
        player.open(file, facts);
        return player;
    }

    @Test
    void every_moment_shows_exactly_its_frame() throws MediaException, InterruptedException {
        for (String container : List.of("mp4", "mkv", "ts")) {
            // Without sound: an MKV's clock starts at the priming of its AAC, 21 ms before the first picture.
            TestMedia clip = TestMedia.clip("numbers").frames(120).noAudio().container(container);
            try (var player = opened(clip.make())) {
                assertThat(heard.nextFrame().painted()).isZero();
                Random random = new Random(7);
                for (int i = 0; i < 20; i++) {
                    int frame = random.nextInt(120);
                    player.seek(clip.timeMs(frame) + random.nextInt(30));
                    var seen = heard.nextFrame();
                    assertThat(seen.painted()).as(container).isEqualTo(frame);
                    assertThat(seen.timeMs()).isEqualTo(clip.timeMs(frame));
                    assertThat(seen.number()).isEqualTo(frame);
                }
            }
        }
    }

    @Test
    void uneven_frames_and_turned_pictures_are_shown_right() throws MediaException, InterruptedException {
        TestMedia uneven = TestMedia.clip("uneven").variableRate();
        try (var player = opened(uneven.make())) {
            heard.nextFrame();
            player.seek(uneven.timeMs(41) + 2);
            assertThat(heard.nextFrame()).isEqualTo(new Heard.Seen(41, uneven.timeMs(41), -1, 320, 180));
        }
        try (var player = opened(TestMedia.clip("turned").frames(5).rotated(90).make())) {
            var seen = heard.nextFrame();
            assertThat(seen.width()).isEqualTo(180);
            assertThat(seen.height()).isEqualTo(320);
            player.fit(90, 90);
            player.seek(0);
            assertThat(heard.nextFrame().height()).isEqualTo(90);
        }
    }

    @Test
    void playing_shows_frames_in_order_to_the_end_and_starts_again() throws MediaException, InterruptedException {
        TestMedia clip = TestMedia.clip("second").frames(30);
        try (var player = opened(clip.make())) {
            heard.nextState(Player.State.PAUSED);
            player.play();
            List<Object> all = heard.until(Player.State.ENDED::equals);
            List<Integer> painted = all.stream()
                    .filter(Heard.Seen.class::isInstance)
                    .map(s -> ((Heard.Seen) s).painted())
                    .toList();
            assertThat(painted).isSorted().doesNotHaveDuplicates().endsWith(29);
            assertThat(painted.size() + player.stats().dropped()).isEqualTo(29);
            player.play();
            assertThat(heard.nextFrame().painted()).isZero();
        }
    }

    @Test
    void stepping_goes_by_single_frames_in_both_directions() throws MediaException, InterruptedException {
        try (var player = opened(TestMedia.clip("numbers").frames(120).make())) {
            heard.nextFrame();
            player.seek(1000);
            assertThat(heard.nextFrame().painted()).isEqualTo(30);
            player.step(-1);
            assertThat(heard.nextFrame().painted()).isEqualTo(29);
            player.step(3);
            assertThat(heard.nextFrame().painted()).isEqualTo(32);
            player.step(-4);
            assertThat(heard.nextFrame().painted()).isEqualTo(28);
        }
    }

    @Test
    void a_pause_holds_the_moment_and_a_seek_while_playing_plays_on() throws MediaException, InterruptedException {
        try (var player = opened(TestMedia.clip("numbers").frames(120).make())) {
            heard.nextState(Player.State.PAUSED);
            player.play();
            heard.nextFrame();
            player.seek(2000);
            heard.until(told -> told instanceof Heard.Seen seen && seen.painted() == 60);
            assertThat(heard.nextFrame().painted()).isGreaterThan(60);
            player.pause();
            heard.nextState(Player.State.PAUSED);
            player.play();
            assertThat(heard.nextFrame().painted()).isBetween(61, 119);
        }
    }

    @Test
    void the_latest_seek_wins() throws MediaException, InterruptedException {
        var first = new CountDownLatch(1);
        var frames = new LinkedBlockingQueue<Long>();
        Path file = TestMedia.clip("numbers").frames(120).make();
        MediaFacts facts = new FfprobeProber(Ffmpeg.load()).probe(file, JobContext.silent());
        Player.Listener slow = new Player.Listener() {
            @Override
            public void frame(PlayerFrame frame) {
                frames.add(frame.timeMs());
                frame.release().run();
                try {
                    first.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }

            @Override
            public void state(Player.State state) {}

            @Override
            public void failed(MediaException problem) {}
        };
        try (var player = new PreviewPlayer(slow, Optional::empty)) {
            player.open(file, facts);
            assertThat(frames.poll(30, TimeUnit.SECONDS)).isZero();
            for (int ms = 100; ms <= 3000; ms += 100) {
                player.seek(ms);
            }
            first.countDown();
            assertThat(frames.poll(30, TimeUnit.SECONDS)).isEqualTo(3000);
        }
        assertThat(frames).isEmpty();
    }

    @Test
    void sound_alone_moves_and_ends() throws MediaException, InterruptedException {
        Path file = TestMedia.clip("song").frames(15).noVideo().container("m4a").make();
        try (var player = opened(file)) {
            heard.nextState(Player.State.PAUSED);
            player.play();
            List<Object> all = heard.until(Player.State.ENDED::equals);
            assertThat(all.stream().filter(Long.class::isInstance).map(Long.class::cast))
                    .isSorted()
                    .hasSizeGreaterThan(1);
        }
    }

    @Test
    void a_picture_without_sound_plays_by_the_clock() throws MediaException, InterruptedException {
        try (var player = opened(TestMedia.clip("mute").frames(15).noAudio().make())) {
            heard.nextState(Player.State.PAUSED);
            player.play();
            heard.nextState(Player.State.ENDED);
            assertThat(player.audible()).isFalse();
        }
    }

    @Test
    void what_is_no_recording_is_a_problem_and_the_next_one_plays(@org.junit.jupiter.api.io.TempDir Path folder)
            throws Exception {
        Path good = TestMedia.clip("numbers").frames(120).make();
        Path bad = Files.write(folder.resolve("bad.mp4"), new byte[50_000]);
        MediaFacts facts = new FfprobeProber(Ffmpeg.load()).probe(good, JobContext.silent());
        try (var player = new PreviewPlayer(heard, Optional::empty)) {
            player.open(bad, facts);
            var problem = (MediaException)
                    heard.until(MediaException.class::isInstance).getLast();
            assertThat(problem.code()).isEqualTo(MediaException.Code.DECODE_FAILED);
            player.open(good, facts);
            assertThat(heard.nextFrame().painted()).isZero();
        }
    }

    @Test
    void closing_while_it_plays_ends_the_calls() throws MediaException, InterruptedException {
        var player = opened(TestMedia.clip("numbers").frames(120).make());
        player.play();
        heard.until(told -> told instanceof Heard.Seen seen && seen.painted() > 3);
        player.close();
        heard.told.clear();
        player.play();
        player.close();
        assertThat(heard.told).isEmpty();
    }

    @Test
    void a_mistake_on_the_players_thread_is_told_and_the_next_recording_plays() throws Exception {
        Path good = TestMedia.clip("numbers").frames(120).make();
        MediaFacts facts = new FfprobeProber(Ffmpeg.load()).probe(good, JobContext.silent());
        var broken = new AtomicBoolean(true);
        Player.Listener breaking = new Player.Listener() {
            @Override
            public void frame(PlayerFrame frame) {
                if (broken.get()) {
                    throw new IllegalStateException("drawn on a canvas that is gone");
                }
                heard.frame(frame);
            }

            @Override
            public void state(Player.State state) {
                heard.state(state);
            }

            @Override
            public void failed(MediaException problem) {
                heard.failed(problem);
                if (problem.code() == MediaException.Code.PLAYER_FAILED) {
                    throw new IllegalStateException("and the telling fails as well");
                }
            }
        };
        try (var player = new PreviewPlayer(breaking, Optional::empty)) {
            for (int i = 0; i < 5; i++) {
                player.open(good, facts);
                var problem = (MediaException)
                        heard.until(MediaException.class::isInstance).getLast();
                assertThat(problem.code()).isEqualTo(MediaException.Code.PLAYER_FAILED);
                assertThat(problem.arguments().getFirst()).isEqualTo("numbers.mp4");
            }
            broken.set(false);
            player.open(good, facts);
            assertThat(heard.nextFrame().painted()).isZero();
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(t -> t.getName().equals("preview") && t.isAlive());
    }
}
