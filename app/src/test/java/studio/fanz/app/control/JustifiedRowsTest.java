package studio.fanz.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class JustifiedRowsTest {

    private static final double GAP = 12;

    @Property(tries = 200)
    void everyRowButTheLastFillsTheWidthAndEveryPictureStandsOnce(
            @ForAll @Size(min = 1, max = 60) List<@FloatRange(min = 0.5f, max = 2.6f) Float> shapes,
            @ForAll @IntRange(min = 300, max = 2400) int room) {
        float[] aspects = array(shapes);
        JustifiedRows rows = JustifiedRows.of(aspects, room, 160, GAP, 38);
        int seen = 0;
        for (int row = 0; row < rows.rows(); row++) {
            assertThat(rows.firstOf(row)).isEqualTo(seen);
            int last = rows.firstOf(row + 1) - 1;
            seen = last + 1;
            double right = rows.x(last) + rows.width(last);
            if (row < rows.rows() - 1) {
                assertThat(right).isCloseTo(room, within(0.5));
            } else {
                assertThat(right).isLessThanOrEqualTo(room + 0.5);
            }
        }
        assertThat(seen).isEqualTo(aspects.length);
    }

    @Property(tries = 200)
    void thePictureAtItsOwnMiddleIsThatPicture(
            @ForAll @Size(min = 1, max = 60) List<@FloatRange(min = 0.5f, max = 2.6f) Float> shapes,
            @ForAll @IntRange(min = 300, max = 2400) int room) {
        float[] aspects = array(shapes);
        JustifiedRows rows = JustifiedRows.of(aspects, room, 160, GAP, 38);
        for (int i = 0; i < aspects.length; i++) {
            int row = rows.rowOf(i);
            double x = rows.x(i) + rows.width(i) / 2;
            assertThat(rows.at(x, rows.top(row) + rows.height(row) / 2)).isEqualTo(i);
            assertThat(rows.across(i, 0)).isEqualTo(i);
        }
    }

    private static float[] array(List<Float> shapes) {
        float[] aspects = new float[shapes.size()];
        for (int i = 0; i < aspects.length; i++) {
            aspects[i] = shapes.get(i);
        }
        return aspects;
    }

    @org.junit.jupiter.api.Test
    void nothingHasNoRows() {
        JustifiedRows rows = JustifiedRows.of(new float[0], 500, 160, GAP, 38);
        assertThat(rows.rows()).isZero();
        assertThat(rows.total()).isZero();
        assertThat(rows.at(10, 10)).isEqualTo(-1);
    }
}
