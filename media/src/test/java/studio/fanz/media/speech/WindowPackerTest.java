package studio.fanz.media.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import studio.fanz.media.MediaException;

class WindowPackerTest {

    private static final int RATE = LogMel.RATE;

    /// Speech is whatever is louder than a whisper: seconds of speech and of silence take turns.
    @Property(tries = 25)
    void everySoundOfSpeechIsInExactlyOneWindowAndWindowsAreNeverTooLong(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 45) Integer> seconds,
            @ForAll @IntRange(min = 100, max = 20_000) int block)
            throws MediaException {
        float[] sound = sound(seconds);
        List<SpeechWindow> windows = pack(sound, block);
        long end = 0;
        boolean[] taken = new boolean[sound.length];
        for (SpeechWindow window : windows) {
            assertThat(window.length()).isBetween(1, LogMel.WINDOW);
            assertThat(window.speech()).isBetween(0, window.length());
            int at = 0;
            for (SpeechWindow.Piece piece : window.pieces()) {
                assertThat(piece.at()).isEqualTo(at);
                assertThat(piece.source()).isGreaterThanOrEqualTo(end);
                for (int i = 0; i < piece.length(); i++) {
                    taken[(int) piece.source() + i] = true;
                    assertThat(window.samples()[at + i] == sound[(int) piece.source() + i])
                            .isTrue();
                }
                at += piece.length();
                end = piece.source() + piece.length();
            }
            assertThat(at).isEqualTo(window.length());
        }
        for (int i = 0; i < sound.length; i++) {
            assertThat(taken[i] || sound[i] == 0).as("sample " + i).isTrue();
        }
    }

    @Test
    void windowsOfLongSpeechAreNearlyFull() throws MediaException {
        List<SpeechWindow> windows = pack(sound(List.of(300)), 4000);
        assertThat(windows).hasSizeLessThanOrEqualTo(12);
        assertThat(windows.subList(0, windows.size() - 1))
                .allSatisfy(w -> assertThat(w.seconds()).isGreaterThan(24));
    }

    @Test
    void speechWithoutPauseIsCutWhereItIsQuietest() throws MediaException {
        float[] sound = sound(List.of(40));
        Arrays.fill(sound, 27 * RATE, 27 * RATE + RATE / 4, 0.06f);
        SpeechWindow first = pack(sound, 4000).getFirst();
        assertThat(first.seconds()).isBetween(27.0, 27.3);
    }

    @Test
    void aMomentOfAWindowIsAMomentOfTheSource() {
        SpeechWindow window = new SpeechWindow(
                new float[3 * RATE],
                3 * RATE,
                3 * RATE,
                List.of(new SpeechWindow.Piece(0, 10 * RATE, RATE), new SpeechWindow.Piece(RATE, 60 * RATE, 2 * RATE)));
        assertThat(window.startMs(0.5)).isEqualTo(10_500);
        assertThat(window.endMs(1)).isEqualTo(11_000);
        assertThat(window.startMs(1)).isEqualTo(60_000);
        assertThat(window.endMs(2.5)).isEqualTo(61_500);
        assertThat(window.endMs()).isEqualTo(62_000);
    }

    private static float[] sound(List<Integer> seconds) {
        int total = seconds.stream().mapToInt(Integer::intValue).sum();
        float[] sound = new float[total * RATE];
        int at = 0;
        boolean speech = true;
        for (int length : seconds) {
            if (speech) {
                for (int i = at; i < at + length * RATE; i++) {
                    sound[i] = 0.1f + 0.001f * (i % 50);
                }
            }
            at += length * RATE;
            speech = !speech;
        }
        return sound;
    }

    private static List<SpeechWindow> pack(float[] sound, int block) throws MediaException {
        List<SpeechWindow> windows = new ArrayList<>();
        try (VoiceActivity.Pass voice = new LoudIsSpeech()) {
            WindowPacker packer = new WindowPacker(voice, windows::add);
            for (int from = 0; from < sound.length; from += block) {
                float[] samples = Arrays.copyOfRange(sound, from, Math.min(sound.length, from + block));
                packer.accept(samples, samples.length);
            }
            packer.finish();
        }
        return windows;
    }

    private static final class LoudIsSpeech implements VoiceActivity.Pass {
        @Override
        public float hear(float[] samples, int from) {
            for (int i = from; i < from + VoiceActivity.CHUNK; i++) {
                if (samples[i] > 0.05f) {
                    return 1;
                }
            }
            return 0;
        }

        @Override
        public void close() {}
    }
}
