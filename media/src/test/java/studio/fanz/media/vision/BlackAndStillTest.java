package studio.fanz.media.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import studio.fanz.core.time.Span;
import studio.fanz.media.frame.FrameObserver;
import studio.fanz.media.frame.SmallFrame;

class BlackAndStillTest {

    private static final int WIDTH = 160;
    private static final int HEIGHT = 90;

    private static void show(FrameObserver observer, int frames, IntFunction<byte[]> luma) {
        byte[] chroma = new byte[WIDTH * HEIGHT / 4];
        Arrays.fill(chroma, (byte) 128);
        for (int i = 0; i < frames; i++) {
            observer.frame(i, i * 40L, new SmallFrame(WIDTH, HEIGHT, luma.apply(i), chroma, chroma));
        }
    }

    private static byte[] plain(int value) {
        byte[] luma = new byte[WIDTH * HEIGHT];
        Arrays.fill(luma, (byte) value);
        return luma;
    }

    private static byte[] noisy(int seed, int base, int amplitude) {
        Random random = new Random(seed);
        byte[] luma = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = (byte) (base + random.nextInt(amplitude + 1));
        }
        return luma;
    }

    private static byte[] halfBrighter(byte[] luma, int by) {
        for (int i = 0; i < luma.length / 2; i++) {
            luma[i] += (byte) by;
        }
        return luma;
    }

    @Test
    void black_is_found_from_its_first_to_after_its_last_frame() {
        BlackDetector detector = new BlackDetector(500);
        show(detector, 100, i -> i >= 25 && i < 50 ? plain(16) : plain(120));
        assertThat(detector.finish()).containsExactly(new Measured(new Span(1000, 2000), 16));
    }

    @Test
    void black_with_noise_is_black_and_a_dim_scene_is_not() {
        BlackDetector noise = new BlackDetector(500);
        show(noise, 50, i -> noisy(i, 16, 8));
        assertThat(noise.finish()).hasSize(1);
        BlackDetector candle = new BlackDetector(500);
        byte[] light = plain(18);
        Arrays.fill(light, 0, light.length / 20, (byte) 120);
        show(candle, 50, _ -> light);
        assertThat(candle.finish()).isEmpty();
    }

    @Test
    void a_short_black_is_not_reported() {
        BlackDetector detector = new BlackDetector(500);
        show(detector, 100, i -> i >= 25 && i < 35 ? plain(16) : plain(120));
        assertThat(detector.finish()).isEmpty();
    }

    @Test
    void black_at_the_end_counts_the_last_frame_whole() {
        BlackDetector detector = new BlackDetector(500);
        show(detector, 50, i -> i >= 25 ? plain(16) : plain(120));
        assertThat(detector.finish()).containsExactly(new Measured(new Span(1000, 2000), 16));
    }

    @Test
    void a_picture_that_stands_still_is_found() {
        StillnessDetector detector = new StillnessDetector(2000);
        show(detector, 200, i -> noisy(i >= 50 && i < 125 ? 50 : i, 60, 100));
        assertThat(detector.finish()).containsExactly(new Measured(new Span(2000, 5000), 0));
    }

    @Test
    void a_codecs_breathing_does_not_end_it_but_a_small_moving_thing_does() {
        StillnessDetector breathing = new StillnessDetector(2000);
        show(breathing, 100, i -> halfBrighter(noisy(1, 60, 50), i % 12 == 0 ? 1 : 0));
        assertThat(breathing.finish()).hasSize(1);
        StillnessDetector moving = new StillnessDetector(2000);
        show(moving, 100, i -> {
            byte[] luma = noisy(1, 60, 50);
            for (int y = 40; y < 46; y++) {
                Arrays.fill(luma, y * WIDTH + i, y * WIDTH + i + 6, (byte) 235);
            }
            return luma;
        });
        assertThat(moving.finish()).isEmpty();
    }

    @Test
    void a_slow_drift_is_not_standing_still() {
        StillnessDetector detector = new StillnessDetector(2000);
        show(detector, 200, i -> plain(60 + i / 4));
        assertThat(detector.finish()).isEmpty();
    }
}
