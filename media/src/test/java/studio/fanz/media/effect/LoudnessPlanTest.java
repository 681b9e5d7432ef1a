package studio.fanz.media.effect;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import studio.fanz.core.asset.Loudness;
import studio.fanz.media.effect.LoudnessPlan.Way;

class LoudnessPlanTest {

    @Test
    void quietSoundWithRoomIsOnlyTurnedUp() {
        LoudnessPlan plan = LoudnessPlan.toReach(sound(-21.4, -10));
        assertThat(plan.way()).isEqualTo(Way.GAIN);
        assertThat(plan.filters(48000)).containsExactly("volume=7.400dB:precision=float");
    }

    @Test
    void peaksThatWouldPassTheBoundAreLimitedAtFourTimesTheRate() {
        LoudnessPlan plan = LoudnessPlan.toReach(sound(-21.4, -3));
        assertThat(plan.way()).isEqualTo(Way.LIMIT);
        assertThat(plan.filters(48000)).anyMatch(filter -> filter.startsWith("alimiter="));
        assertThat(plan.filters(48000)).contains("aresample=192000").endsWith("aresample=48000");
    }

    @Test
    void silenceAndNoiseFloorAreLeftAlone() {
        double none = Double.NEGATIVE_INFINITY;
        assertThat(LoudnessPlan.toReach(sound(none, none)).way()).isEqualTo(Way.LEAVE);
        assertThat(LoudnessPlan.toReach(sound(-70, -50)).way()).isEqualTo(Way.LEAVE);
        assertThat(LoudnessPlan.toReach(sound(-64, -50)).filters(48000)).isEmpty();
    }

    @Test
    void whatALimiterTookAwayIsGivenBack() {
        LoudnessPlan first = LoudnessPlan.toReach(sound(-24, -2));
        LoudnessPlan second = first.corrected(sound(-15.2, -1.4));
        assertThat(second.gainDb()).isEqualTo(11.2, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(second.ceilingDbtp()).isEqualTo(first.ceilingDbtp());
    }

    @Property
    void theGainAloneAlwaysLandsOnTheTarget(
            @ForAll @DoubleRange(min = -59, max = -1) double lufs,
            @ForAll @DoubleRange(min = -40, max = 3) double peak) {
        LoudnessPlan plan = LoudnessPlan.toReach(sound(lufs, peak));
        assertThat(lufs + plan.gainDb()).isEqualTo(-14, org.assertj.core.data.Offset.offset(1e-9));
        if (plan.way() == Way.GAIN) {
            assertThat(peak + plan.gainDb()).isLessThanOrEqualTo(LoudnessPlan.MAX_DBTP);
        }
    }

    private static Loudness sound(double lufs, double peak) {
        return new Loudness(lufs, peak, 5, lufs - 10);
    }
}
