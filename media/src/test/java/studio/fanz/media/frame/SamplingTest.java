package studio.fanz.media.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SamplingTest {

    @Property(tries = 100)
    void samplingAtItsOwnSizeGivesThePictureBack(
            @ForAll @IntRange(min = 1, max = 9) int width, @ForAll @Size(27) byte[] colours) {
        Picture picture = new Picture(width, 1, Arrays.copyOf(colours, width * 3));
        float[] same = Sampling.whole(picture, width, 1);
        float[] aligned = Sampling.cornersAligned(picture, width, 1);
        for (int i = 0; i < same.length; i++) {
            assertThat(same[i]).isEqualTo(picture.rgb()[i] & 0xFF);
            assertThat(aligned[i]).isCloseTo(same[i], within(0.01f));
        }
    }

    @Property(tries = 100)
    void shrinkingKeepsTheMeanAndNeverLeavesTheRange(
            @ForAll @IntRange(min = 1, max = 8) int width, @ForAll @IntRange(min = 1, max = 6) int height) {
        Picture picture = steps(24, 18);
        Picture small = Sampling.shrunk(picture, width, height);
        assertThat(small.width()).isEqualTo(width);
        assertThat(small.height()).isEqualTo(height);
        assertThat(mean(small)).isCloseTo(mean(picture), within(1.0));
    }

    @Property(tries = 20)
    void aLetterboxIsBlackOutsideAndThePictureInside(@ForAll @IntRange(min = 2, max = 40) int height) {
        byte[] white = new byte[40 * height * 3];
        Arrays.fill(white, (byte) 0xFF);
        float[] square = Sampling.letterboxed(new Picture(40, height, white), 40);
        double offset = (40 - height) / 2.0;
        for (int y = 0; y < 40; y++) {
            boolean inside = y >= offset && y + 1 <= 40 - offset;
            boolean outside = y + 1 <= offset || y >= 40 - offset;
            if (inside || outside) {
                assertThat(square[y * 40 * 3]).isEqualTo(inside ? 255f : 0f);
            }
        }
    }

    @Property(tries = 20)
    void aFullTurnChangesNothing(@ForAll @IntRange(min = 4, max = 16) int side) {
        Picture picture = steps(side, side);
        float[] plain = Sampling.turned(picture, side / 2.0, side / 2.0, side, 0, side);
        float[] round = Sampling.turned(picture, side / 2.0, side / 2.0, side, 2 * Math.PI, side);
        for (int i = 0; i < plain.length; i++) {
            assertThat(plain[i]).isCloseTo(picture.rgb()[i] & 0xFF, within(0.01f));
            assertThat(round[i]).isCloseTo(plain[i], within(0.1f));
        }
    }

    private static Picture steps(int width, int height) {
        byte[] rgb = new byte[width * height * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (i * 37 % 256);
        }
        return new Picture(width, height, rgb);
    }

    private static double mean(Picture picture) {
        double sum = 0;
        for (byte value : picture.rgb()) {
            sum += value & 0xFF;
        }
        return sum / picture.rgb().length;
    }
}
