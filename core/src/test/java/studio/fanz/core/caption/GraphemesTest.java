package studio.fanz.core.caption;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphemesTest {

    @ParameterizedTest
    @CsvSource({
        "abc,3",
        "'a b',3",
        "👩‍🚀,1",
        "👨‍👩‍👧‍👦🇩🇪,2",
        "e\u0301,1",
        "नमस्ते,3",
        "ที่,1",
        "한국,2",
        "❤️,1",
        "👍🏽,1"
    })
    void countsWhatAReaderSees(String text, int clusters) {
        assertThat(Graphemes.count(text)).isEqualTo(clusters);
    }
}
