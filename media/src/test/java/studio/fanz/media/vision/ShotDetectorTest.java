package studio.fanz.media.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.fanz.kit.Painter.moving;

import java.util.List;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;
import studio.fanz.core.asset.Shot;
import studio.fanz.core.asset.Shot.Kind;
import studio.fanz.kit.Painter;
import studio.fanz.media.frame.SmallFrame;

class ShotDetectorTest {

    private static List<Shot> shots(Painter painter, int frames, IntToLongFunction time) {
        ShotDetector detector = new ShotDetector();
        Painter.Canvas canvas = Painter.Canvas.of(160, 90);
        SmallFrame small = new SmallFrame(160, 90, canvas.y(), canvas.cb(), canvas.cr());
        for (int frame = 0; frame < frames; frame++) {
            painter.paint(frame, canvas);
            detector.frame(frame, time.applyAsLong(frame), small);
        }
        return detector.finish(time.applyAsLong(frames));
    }

    private static List<Shot> shots(Painter painter, int frames) {
        return shots(painter, frames, frame -> Math.round(frame * 1000 / 30.0));
    }

    private static List<Long> starts(List<Shot> shots) {
        return shots.stream().map(Shot::startFrame).toList();
    }

    @Test
    void cuts_are_found_at_their_frame() {
        List<Shot> shots =
                shots(moving(1).cutTo(40, moving(2)).cutTo(75, moving(3)).cutTo(84, moving(4)), 120);
        assertThat(starts(shots)).containsExactly(0L, 40L, 75L, 84L);
        assertThat(shots).extracting(Shot::kind).containsExactly(Kind.START, Kind.CUT, Kind.CUT, Kind.CUT);
        assertThat(shots.getLast().endFrame()).isEqualTo(120);
        assertThat(shots.getLast().endMs()).isEqualTo(4000);
    }

    @Test
    void cuts_are_found_with_uneven_times_too() {
        int[] pattern = {0, 17, 50, 67};
        List<Shot> shots = shots(
                moving(1).cutTo(40, moving(2)).fadeTo(90, 110, moving(3)),
                150,
                frame -> frame / 4 * 117L + pattern[frame % 4]);
        assertThat(starts(shots)).startsWith(0L, 40L).hasSize(3);
        assertThat(shots.getLast().kind()).isEqualTo(Kind.FADE);
        assertThat(shots.getLast().startFrame()).isBetween(97L, 103L);
    }

    @Test
    void a_cross_fade_is_one_boundary_at_its_middle() {
        for (int length : List.of(10, 20, 40)) {
            List<Shot> shots = shots(moving(1).fadeTo(60, 60 + length, moving(2)), 180);
            assertThat(shots).as("over " + length + " frames").hasSize(2);
            assertThat(shots.getLast().kind()).isEqualTo(Kind.FADE);
            assertThat(shots.getLast().startFrame()).isBetween(58L + length / 2, 62L + length / 2);
        }
    }

    @Test
    void a_fade_through_black_is_one_boundary_in_the_black() {
        Painter black = Painter.plain(16, 128, 128);
        List<Shot> shots = shots(moving(1).fadeTo(60, 80, black).fadeTo(86, 106, moving(2)), 180);
        assertThat(shots).hasSize(2);
        assertThat(shots.getLast().kind()).isEqualTo(Kind.FADE);
        assertThat(shots.getLast().startFrame()).isBetween(78L, 88L);
    }

    @Test
    void a_fade_in_at_the_start_and_out_at_the_end_are_no_boundaries() {
        Painter black = Painter.plain(16, 128, 128);
        assertThat(shots(black.fadeTo(5, 25, moving(1)).fadeTo(120, 140, black), 150))
                .hasSize(1);
    }

    @Test
    void a_flash_is_no_cut_and_a_cut_under_a_flash_is_one() {
        assertThat(shots(moving(1).flashes(30, 60, 61, 90, 91, 92), 120)).hasSize(1);
        assertThat(shots(moving(1).cutTo(60, moving(2)).flashes(60), 120)).hasSize(2);
    }

    @Test
    void light_that_is_switched_on_is_no_cut() {
        Painter dimmed = (frame, canvas) -> {
            moving(1).paint(frame, canvas);
            if (frame < 45) {
                for (int i = 0; i < canvas.y().length; i++) {
                    canvas.y()[i] = (byte) (16 + ((canvas.y()[i] & 0xFF) - 16) * 2 / 5);
                }
            }
        };
        assertThat(shots(dimmed, 90)).hasSize(1);
    }

    @Test
    void a_whip_pan_is_no_cut() {
        Painter pan = (frame, canvas) -> {
            double at = Math.clamp((frame - 40) * 0.12, 0, 1.4);
            for (int i = 0; i < 40; i++) {
                double left = i * 0.08 - at;
                canvas.box(left, 0, left + 0.09, 1, 30 + i * 53 % 190, 100 + i * 31 % 60, 100 + i * 17 % 60);
            }
        };
        assertThat(shots(pan, 100)).hasSize(1);
    }

    @Test
    void one_frame_is_one_shot_and_none_is_none() {
        assertThat(shots(moving(1), 1)).hasSize(1);
        assertThat(shots(moving(1), 0)).isEmpty();
    }
}
