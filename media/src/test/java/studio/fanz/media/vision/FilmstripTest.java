package studio.fanz.media.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import studio.fanz.media.frame.Picture;
import studio.fanz.media.frame.TimedPicture;

class FilmstripTest {

    private static TimedPicture grey(long timeMs, int value) {
        byte[] rgb = new byte[64 * 36 * 3];
        Arrays.fill(rgb, (byte) value);
        return new TimedPicture(timeMs, new Picture(64, 36, rgb));
    }

    @Test
    void each_cell_shows_the_picture_nearest_to_its_time() {
        Filmstrip strip = new Filmstrip(10_000, 5, 16, 9);
        assertThat(strip.everyMs()).isEqualTo(2000);
        for (int i = 0; i <= 10; i++) {
            strip.accept(grey(i * 990L, 20 * i));
        }
        Picture picture = strip.picture();
        assertThat(picture.width()).isEqualTo(80);
        for (int cell = 0; cell < 5; cell++) {
            assertThat(picture.at(cell * 16 + 8, 4) & 0xFF).isEqualTo(40 * cell);
        }
    }

    @Test
    void cells_nothing_came_for_repeat_the_one_before() {
        Filmstrip strip = new Filmstrip(10_000, 5, 16, 9);
        strip.accept(grey(0, 100));
        strip.accept(grey(7900, 200));
        Picture picture = strip.picture();
        assertThat(picture.at(8, 4) & 0xFF).isEqualTo(100);
        assertThat(picture.at(4 * 16 + 8, 4) & 0xFF).isEqualTo(200);
    }

    @Test
    void a_portrait_fills_its_cell_from_the_middle() {
        byte[] rgb = new byte[36 * 64 * 3];
        Arrays.fill(rgb, 20 * 36 * 3, 44 * 36 * 3, (byte) 255);
        Filmstrip strip = new Filmstrip(1000, 1, 16, 9);
        strip.accept(new TimedPicture(0, new Picture(36, 64, rgb)));
        assertThat(strip.picture().at(8, 4)).isEqualTo(0xFFFFFF);
    }
}
