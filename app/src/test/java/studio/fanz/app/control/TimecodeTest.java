package studio.fanz.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.fanz.core.time.Rational;

class TimecodeTest {

    @ParameterizedTest
    @CsvSource({"0,0:00", "48600,0:48", "725000,12:05", "3723000,1:02:03", "-5,0:00"})
    void readsAsMinutesAndSeconds(long ms, String shown) {
        assertThat(Timecode.clock(ms)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "0,30/1,00:00:00:00",
        "19700,30/1,00:00:19:21",
        "999,25/1,00:00:00:24",
        "1000,30000/1001,00:00:01:00",
        "500,0/1,00:00:00:50"
    })
    void countsFramesInTheLastFigure(long ms, String rate, String shown) {
        assertThat(Timecode.frames(ms, Rational.parse(rate))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0:07.250,7250", "7.25,7250", "1:02:03,3723000", "'0:07,5',7500"})
    void readsWhatPeopleType(String typed, long ms) {
        assertThat(Timecode.parse(typed)).isEqualTo(ms);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "1:2:3:4", "-3", "NaN"})
    void refusesWhatIsNotATime(String typed) {
        assertThatThrownBy(() -> Timecode.parse(typed)).isInstanceOf(NumberFormatException.class);
    }
}
