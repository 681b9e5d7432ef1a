package studio.fanz.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.time.Rational;
import studio.fanz.core.time.Span;
import studio.fanz.kit.TestMedia;
import studio.fanz.media.MediaException;
import studio.fanz.media.play.AudioOut;
import studio.fanz.media.play.EditList;
import studio.fanz.media.play.Player;
import studio.fanz.media.play.PlayerFrame;
import studio.fanz.media.play.SilentOut;

/// Cuts, loops and playing backwards, by a clock that the test turns by hand.
class PreviewRouteTest {

    private static final double FPS = 30;

    private final AtomicLong nanos = new AtomicLong();
    private final List<Integer> painted = new ArrayList<>();
    private final Recorded line = new Recorded();
    private Player.State state = Player.State.EMPTY;

    /// A silent line that keeps what it was given.
    private final class Recorded implements AudioOut {

        private final AudioOut line = new SilentOut(nanos::get);
        private final java.io.ByteArrayOutputStream taken = new java.io.ByteArrayOutputStream();

        @Override
        public int write(byte[] pcm, int from, int length) {
            int bytes = line.write(pcm, from, length);
            taken.write(pcm, from, bytes);
            return bytes;
        }

        @Override
        public long heard() {
            return line.heard();
        }

        @Override
        public void start() {
            line.start();
        }

        @Override
        public void stop() {
            line.stop();
        }

        @Override
        public void flush() {
            line.flush();
            taken.reset();
        }

        @Override
        public boolean audible() {
            return true;
        }

        @Override
        public void close() {
            line.close();
        }

        /// Sample frames at which a beep begins.
        List<Integer> beeps() {
            byte[] pcm = taken.toByteArray();
            var found = new ArrayList<Integer>();
            int quiet = AudioOut.RATE;
            for (int frame = 0; frame < pcm.length / 4; frame++) {
                int sample = Math.abs((pcm[4 * frame] & 0xFF) | pcm[4 * frame + 1] << 8);
                if (sample > 2_000) {
                    if (quiet > AudioOut.RATE / 50) {
                        found.add(frame);
                    }
                    quiet = 0;
                } else {
                    quiet++;
                }
            }
            return found;
        }
    }

    private final Player.Listener screen = new Player.Listener() {
        @Override
        public void frame(PlayerFrame frame) {
            painted.add(Paint.numberOn(frame));
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
    };

    private PreviewDeck deck(TestMedia clip) throws Exception {
        Path file = clip.make();
        MediaFacts facts = new FfprobeProber(Ffmpeg.load()).probe(file, JobContext.silent());
        var deck = new PreviewDeck(screen, () -> Optional.of(line), () -> false, nanos::get);
        deck.open(file, facts);
        return deck;
    }

    private static EditList.Stretch frames(long from, long to) {
        return new EditList.Stretch(new Rational(from, 30), new Rational(to, 30));
    }

    private void turn(PreviewDeck deck, int times) throws MediaException {
        for (int i = 0; i < times && state == Player.State.PLAYING; i++) {
            nanos.addAndGet(3_700_000);
            deck.pump();
        }
    }

    /// Slowly, so that a busy computer decodes in time.
    private void back(PreviewDeck deck) throws MediaException {
        while (state == Player.State.PLAYING) {
            nanos.addAndGet(1_000_000);
            deck.pump();
        }
    }

    private static List<Integer> range(int from, int to) {
        return java.util.stream.IntStream.range(from, to).boxed().toList();
    }

    @Test
    void what_is_cut_out_is_neither_seen_nor_heard_and_no_frame_more() throws Exception {
        try (var deck = deck(TestMedia.clip("numbers").frames(120))) {
            deck.keep(EditList.of(List.of(frames(10, 25), frames(57, 70), frames(90, 105))));
            painted.clear();
            deck.play();
            turn(deck, 10_000);
            assertThat(state).isEqualTo(Player.State.ENDED);
            var due = new ArrayList<>(range(10, 25));
            due.addAll(range(57, 70));
            due.addAll(range(90, 105));
            assertThat(painted).isEqualTo(due);
            assertThat(deck.stats().seams()).isEqualTo(2);
            assertThat(deck.stats().dropped()).isZero();
            // Beeps sound at 2 s (frame 60) and 3 s (frame 90) of the source: 3 and 13 frames after the first seam.
            double first = (15 + 3) / FPS * AudioOut.RATE;
            double second = (15 + 13) / FPS * AudioOut.RATE;
            assertThat(line.beeps()).hasSize(2);
            assertThat(line.beeps().getFirst()).isBetween((int) first - 480, (int) first + 480);
            assertThat(line.beeps().getLast()).isBetween((int) second - 480, (int) second + 480);
        }
    }

    @Test
    void a_hundred_seams_stay_in_step() throws Exception {
        try (var deck = deck(TestMedia.clip("minute").frames(1_200).gop(250))) {
            var kept = new ArrayList<EditList.Stretch>();
            var due = new ArrayList<Integer>();
            for (int i = 0; i < 100; i++) {
                kept.add(frames(12 * i + 1, 12 * i + 6));
                due.addAll(range(12 * i + 1, 12 * i + 6));
            }
            deck.keep(EditList.of(kept));
            painted.clear();
            deck.play();
            turn(deck, 100_000);
            assertThat(painted).isEqualTo(due);
            assertThat(nanos.get() / 1e9).isBetween(500 / FPS - 0.02, 500 / FPS + 0.1);
        }
    }

    @Test
    void playing_from_a_cut_begins_with_the_next_word_that_is_kept() throws Exception {
        try (var deck = deck(TestMedia.clip("numbers").frames(120))) {
            deck.keep(EditList.of(List.of(frames(10, 25), frames(57, 70))));
            deck.seek(1_000);
            assertThat(painted.getLast()).isEqualTo(30);
            deck.play();
            turn(deck, 3);
            assertThat(painted).endsWith(57);
            deck.keep(EditList.ALL);
            turn(deck, 10_000);
            assertThat(painted).endsWith(119);
        }
    }

    @Test
    void a_loop_turns_without_a_gap() throws Exception {
        try (var deck = deck(TestMedia.clip("numbers").frames(120))) {
            deck.loop(Optional.of(new Span(1_000, 1_500)));
            painted.clear();
            deck.play();
            turn(deck, 400);
            assertThat(state).isEqualTo(Player.State.PLAYING);
            var due = new ArrayList<>(range(30, 45));
            due.addAll(range(30, 45));
            assertThat(painted.subList(0, 30)).isEqualTo(due);
            deck.loop(Optional.empty());
            turn(deck, 10_000);
            assertThat(state).isEqualTo(Player.State.ENDED);
            assertThat(painted).endsWith(119);
        }
    }

    @Test
    void backwards_shows_every_picture_to_the_first_at_any_distance_of_key_frames() throws Exception {
        for (int gop : new int[] {1, 6, 250}) {
            try (var deck = deck(TestMedia.clip("back" + gop).frames(120).gop(gop))) {
                deck.seek(3_000);
                painted.clear();
                deck.rate(-1);
                deck.play();
                back(deck);
                assertThat(painted).isEqualTo(range(0, 90).reversed());
                deck.rate(1);
                painted.clear();
                deck.play();
                turn(deck, 20);
                assertThat(painted).startsWith(1);
            }
        }
    }

    @Test
    void backwards_at_eight_times_leaves_pictures_out_and_arrives() throws Exception {
        try (var deck = deck(TestMedia.clip("minute").frames(1_200).gop(250))) {
            deck.seek(39_000);
            painted.clear();
            deck.rate(-8);
            deck.play();
            back(deck);
            assertThat(painted.reversed()).isSorted().doesNotHaveDuplicates();
            assertThat(painted.getLast()).isLessThan(12);
            assertThat(painted).hasSizeGreaterThan(60);
        }
    }

    @Test
    void backwards_also_leaves_out_what_is_cut() throws Exception {
        try (var deck = deck(TestMedia.clip("numbers").frames(120))) {
            deck.keep(EditList.of(List.of(frames(10, 25), frames(57, 70))));
            deck.seek(2_200);
            painted.clear();
            deck.rate(-1);
            deck.play();
            back(deck);
            var due = new ArrayList<>(range(57, 66).reversed());
            due.addAll(range(10, 25).reversed());
            assertThat(painted).isEqualTo(due);
        }
    }
}
