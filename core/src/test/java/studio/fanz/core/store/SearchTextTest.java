package studio.fanz.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Crème Brûlée.MP4 | creme brulee mp4",
                "Straße ΣΊΣΥΦΟΣ Łódź Ærø | strasse σισυφοσ lodz aero",
                "don't it’s | dont its",
                "ﬁne ＦＵＬＬ width | fine full width",
                "IMG_2041-final (2) | img 2041 final 2",
                "東京都に | 東京 京都 都に に",
                "a東b | a 東 b",
                "हिन्दी में | हिन्दी में",
                "مَرْحَبًا | مرحبا",
                "🚀launch🚀 | 🚀 launch 🚀",
                "\" * ( ) : ^ - | ''"
            })
    void textIsFoldedAndCut(String text, String indexed) {
        assertThat(SearchText.indexed(text))
                .isEqualTo(java.text.Normalizer.normalize(indexed, java.text.Normalizer.Form.NFKD));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "rocket | \"rocket\" *",
                "my rocket | \"my\" AND \"rocket\" *",
                "the rocket ro | \"the\" * AND \"rocket\" * AND \"ro\" *",
                "\"the moon\" | \"the moon\"",
                "a \"b c\" d | \"a\" AND \"b c\" AND \"d\" *",
                "cat NOT dog | \"cat\" * AND \"not\" * AND \"dog\" *",
                "half \"open | \"half\" * AND \"open\" *",
                "IMG_20 | \"img 20\" *",
                "京都 | \"京都\" *",
                "東京都 | \"東京 京都\" *",
                "東 | \"東\" *",
                "*** | ``"
            })
    void queriesAreWordsNeverOperators(String typed, String expression) {
        assertThat(SearchText.query(typed)).isEqualTo(expression);
    }

    @Property
    void whateverIsTypedOnlyTokensAndOurOwnOperatorsRemain(@ForAll String typed) {
        String query = SearchText.query(typed);
        assertThat(query.replaceAll("\"[^\"]+\"( \\*)?( AND )?", "")).isEmpty();
    }

    @Property
    void cuttingWhatIsCutChangesNothingForSpacedScripts(@ForAll @net.jqwik.api.constraints.AlphaChars String text) {
        assertThat(SearchText.indexed(SearchText.indexed(text))).isEqualTo(SearchText.indexed(text));
    }
}
