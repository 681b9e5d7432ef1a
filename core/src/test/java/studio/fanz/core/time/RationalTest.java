package studio.fanz.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RationalTest {

    @Test
    void readsWhatProbersWrite() {
        assertThat(Rational.parse("30000/1001")).isEqualTo(new Rational(30000, 1001));
        assertThat(Rational.parse("4:3")).isEqualTo(new Rational(8, 6));
        assertThat(Rational.parse("25")).isEqualTo(new Rational(50, 2));
    }

    @Test
    void ordersFractionsThatNoDoubleTellsApart() {
        var a = new Rational(Long.MAX_VALUE / 3, Long.MAX_VALUE / 2);
        var b = new Rational(Long.MAX_VALUE / 3 + 1, Long.MAX_VALUE / 2);
        assertThat(a).isLessThan(b);
        assertThat(a.toDouble()).isEqualTo(b.toDouble());
    }

    @Property
    void takingAwayWhatWasAddedGivesTheSame(
            @ForAll int a, @ForAll @IntRange(min = 1) int b, @ForAll int c, @ForAll @IntRange(min = 1) int d) {
        var x = new Rational(a, b);
        var y = new Rational(c, d);
        assertThat(x.plus(y).minus(y)).isEqualTo(x);
    }
}
