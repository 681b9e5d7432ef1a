package studio.fanz.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class TimeScaleTest {

    @Property(tries = 300)
    void zoomingKeepsTheTimeUnderThePointer(
            @ForAll @LongRange(min = 5_000, max = 10_800_000) long duration,
            @ForAll @IntRange(min = 200, max = 3000) int width,
            @ForAll @DoubleRange(min = 0.1, max = 0.9) double where) {
        double x = width * where;
        TimeScale before = TimeScale.fit(duration, width);
        TimeScale after = before.zoomed(1.25, x);
        assertThat((double) after.ms(x)).isCloseTo((double) before.ms(x), within(1 / after.perMs() + 1));
    }

    @Property(tries = 300)
    void itNeverShowsWhatIsNotThere(
            @ForAll @LongRange(min = 1, max = 10_800_000) long duration,
            @ForAll @IntRange(min = 200, max = 3000) int width,
            @ForAll @DoubleRange(min = 0.2, max = 8) double factor,
            @ForAll @IntRange(min = -5000, max = 5000) int pixels) {
        TimeScale scale =
                TimeScale.fit(duration, width).zoomed(factor, width / 3.0).scrolled(pixels);
        assertThat(scale.fromMs()).isGreaterThanOrEqualTo(0);
        assertThat(scale.fromMs() + width / scale.perMs())
                .isLessThanOrEqualTo(duration + width / scale.perMs() * 1e-6 + 1);
        assertThat(scale.step(64) * scale.perMs()).isGreaterThanOrEqualTo(63.9);
    }

    @Property(tries = 100)
    void whatIsFittedStaysFittedWhenTheWindowChanges(
            @ForAll @LongRange(min = 1_000, max = 10_800_000) long duration,
            @ForAll @IntRange(min = 200, max = 3000) int width) {
        assertThat(TimeScale.fit(duration, 777).resized(width)).isEqualTo(TimeScale.fit(duration, width));
    }
}
