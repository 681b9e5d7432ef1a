package studio.fanz.media.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.fanz.core.time.Rational;
import studio.fanz.media.MediaException;

/// What a person may type, and which frame it names.
class MarkTest {

    /// 30 frames a second, 300 of them, from 1.5 s of the file's own clock on.
    private static final FrameGrid GRID = grid();

    private static FrameGrid grid() {
        long[] times = new long[300];
        java.util.Arrays.setAll(times, i -> 45_000 + i * 1000L);
        return new FrameGrid(times, 345_000, new Rational(1, 30_000), new Rational(3, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0", "1, 30", "0:01, 30", "00:00:01.000, 30", "1.016, 30", "1.017, 31", "1.016666666, 30", "f100, 100",
        "f300, 300", "10, 300", "end, 300", "9.99, 300", "9.98, 299", "10.2, 300", "11, 301", "f301, 301"
    })
    void aPlaceNamesTheNearestFrame(String typed, long frame) {
        assertThat(GRID.frame(Mark.parse(typed).orElseThrow())).isEqualTo(frame);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "f", "f-1", "1:2:3:4", "now", "1..2", "-1", "1:", "fx"})
    void otherWordsNameNothing(String typed) {
        assertThat(Mark.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5-3             | CUT_REVERSED
            3-3             | CUT_REVERSED
            f10-f10         | CUT_REVERSED
            3-12            | CUT_BEYOND_END
            12-15           | CUT_BEYOND_END
            f10-f301        | CUT_BEYOND_END
            1-3,2-4         | CUT_OVERLAPS
            5-6,1-5.5       | CUT_OVERLAPS
            """)
    void whatCannotBeKeptIsRefused(String typed, MediaException.Code code) {
        assertThatThrownBy(() -> pieces(typed))
                .isInstanceOfSatisfying(
                        MediaException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void stretchesMayComeInAnyOrder() throws MediaException {
        assertThat(pieces("5-6,1-2")).extracting(Piece::firstFrame).containsExactly(150, 30);
        assertThat(pieces("1-2,2-end")).extracting(Piece::endFrame).containsExactly(60, 300);
    }

    private static List<Piece> pieces(String typed) throws MediaException {
        List<Keep> keeps = java.util.Arrays.stream(typed.split(","))
                .map(text -> Keep.parse(text).orElseThrow())
                .toList();
        return new KeptPieces("clip", GRID).of(0, keeps);
    }
}
