package studio.fanz.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimecodeTest {

    @ParameterizedTest
    @CsvSource({
        "65.2, 65200",
        "1:05, 65000",
        "'00:01:05,25', 65250",
        "1:00:00.001, 3600001",
        "0, 0",
        "90:00, 5400000",
        "1.2345, 1234"
    })
    void readsWhatPeopleType(String text, long ms) {
        assertThat(Timecode.parse(text)).contains(ms);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "-1", "1:2:3:4", "1::2", "1e3", "12345678", "٣"})
    void refusesWhatIsNoTime(String text) {
        assertThat(Timecode.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5-5", "9-3", "5", "a-b", "-5", "5-"})
    void refusesStretchesThatDoNotEndAfterTheirStart(String text) {
        assertThat(Timecode.parseSpan(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0:00", "65999, 1:05", "3600000, 1:00:00", "-5, 0:00"})
    void writesWhatPeopleRead(long ms, String text) {
        assertThat(Timecode.of(ms)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0,0:00", "48600,0:48", "725000,12:05", "3723000,1:02:03", "-5,0:00"})
    void readsAsMinutesAndSeconds(long ms, String shown) {
        assertThat(Timecode.of(ms)).isEqualTo(shown);
        assertThat(Timecode.exact(ms)).startsWith(shown + ".").hasSize(shown.length() + 4);
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
}
