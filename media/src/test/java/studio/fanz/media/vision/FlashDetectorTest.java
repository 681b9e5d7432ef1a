package studio.fanz.media.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.fanz.media.frame.SmallFrame;

class FlashDetectorTest {

    private static final int WIDTH = 160;
    private static final int HEIGHT = 90;

    private static SmallFrame grey() {
        int luma = WIDTH * HEIGHT;
        byte[] chroma = new byte[luma / 4];
        Arrays.fill(chroma, (byte) 128);
        SmallFrame frame = new SmallFrame(WIDTH, HEIGHT, new byte[luma], chroma, chroma.clone());
        Arrays.fill(frame.y(), (byte) 60);
        return frame;
    }

    private static void paint(SmallFrame frame, double part, int luma, int blue, int red) {
        int rows = (int) Math.round(HEIGHT * part);
        Arrays.fill(frame.y(), 0, rows * WIDTH, (byte) luma);
        Arrays.fill(frame.cb(), 0, rows / 2 * WIDTH / 2, (byte) blue);
        Arrays.fill(frame.cr(), 0, rows / 2 * WIDTH / 2, (byte) red);
    }

    /// Three seconds at 60 frames a second of a square wave.
    private static List<Measured> flashing(double hertz, double part, int low, int high) {
        FlashDetector detector = new FlashDetector();
        SmallFrame frame = grey();
        for (int i = 0; i < 180; i++) {
            boolean on = (long) (i / 60.0 * hertz * 2 + 1e-9) % 2 == 1;
            paint(frame, part, on ? high : low, 128, 128);
            detector.frame(i, Math.round(i * 1000 / 60.0), frame);
        }
        return detector.finish();
    }

    @ParameterizedTest(name = "{0} Hz over {1} of the picture from luma {2} to {3}: dangerous = {4}")
    @CsvSource({
        "2,  1,   16, 235, false",
        "3,  1,   16, 235, false",
        "4,  1,   16, 235, true",
        "5,  1,   16, 235, true",
        "10, 1,   16, 235, true",
        "25, 1,   16, 235, true",
        "5,  0.3, 16, 235, true",
        "5,  0.2, 16, 235, false",
        "5,  1,   16,  70, false",
        "5,  1,   60, 105, true",
        "5,  1,  100, 110, false",
        "5,  1,  222, 235, false"
    })
    void the_standards_thresholds_hold(double hertz, double part, int low, int high, boolean dangerous) {
        assertThat(flashing(hertz, part, low, high).isEmpty()).isEqualTo(!dangerous);
    }

    @Test
    void the_stretch_and_its_rate_are_told() {
        List<Measured> found = flashing(5, 1, 16, 235);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().value()).isBetween(4.5, 5.5);
        assertThat(found.getFirst().span().startMs()).isLessThanOrEqualTo(120);
        assertThat(found.getFirst().span().endMs()).isGreaterThanOrEqualTo(2800);
    }

    @Test
    void saturated_red_is_dangerous_without_a_change_of_brightness_by_a_tenth() {
        FlashDetector detector = new FlashDetector();
        SmallFrame frame = grey();
        for (int i = 0; i < 90; i++) {
            // BT.709 red at 60 % of the signal against black of the same darkness class.
            boolean on = i / 3 % 2 == 1;
            paint(frame, 0.5, on ? 44 : 16, on ? 113 : 128, on ? 195 : 128);
            detector.frame(i, Math.round(i * 1000 / 30.0), frame);
        }
        assertThat(detector.finish()).hasSize(1);
    }

    @Test
    void three_flashes_and_then_calm_are_allowed() {
        FlashDetector detector = new FlashDetector();
        SmallFrame frame = grey();
        for (int i = 0; i < 120; i++) {
            boolean on = i < 18 && i / 3 % 2 == 1;
            paint(frame, 1, on ? 235 : 16, 128, 128);
            detector.frame(i, Math.round(i * 1000 / 30.0), frame);
        }
        assertThat(detector.finish()).isEmpty();
    }

    @Property(tries = 50)
    void slow_breathing_is_never_dangerous(@ForAll @IntRange(min = 1, max = 29) int tenthsOfHertz) {
        FlashDetector detector = new FlashDetector();
        SmallFrame frame = grey();
        for (int i = 0; i < 150; i++) {
            double wave = Math.sin(2 * Math.PI * tenthsOfHertz / 10.0 * i / 30);
            paint(frame, 1, (int) (125 + 109 * wave), 128, 128);
            detector.frame(i, Math.round(i * 1000 / 30.0), frame);
        }
        assertThat(detector.finish()).isEmpty();
    }
}
