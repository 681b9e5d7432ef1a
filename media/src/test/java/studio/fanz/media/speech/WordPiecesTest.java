package studio.fanz.media.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPiecesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                " cost| us| $|12|.|50|,| and;cost us $12.50, and",
                " over| 3|,|000| people;over 3,000 people",
                " 10|%| off;10% off",
                " open| 24|/|7|.;open 24/7.",
                " at| 10|:|30| sharp;at 10:30 sharp",
                " paid| $| 40;paid $40",
                " a| well|-|known| man;a well-known man",
                " he| said|,| \"|stop|!|\"| then;he said, \"stop!\" then",
                " don|'t| go;don't go"
            })
    void piecesAreJoinedToTheWordsAReaderSees(String tokens, String words) {
        assertThat(read(List.of(tokens.split("\\|")), "en")).containsExactly(words.split(" "));
    }

    @Test
    void aCharacterSpreadOverTokensIsOneCharacter() {
        byte[] smile = "😀".getBytes(StandardCharsets.UTF_8);
        byte[][] bytes = {
            " hi".getBytes(StandardCharsets.UTF_8),
            Arrays.copyOfRange(" 😀".getBytes(StandardCharsets.UTF_8), 0, 3),
            Arrays.copyOfRange(smile, 2, 3),
            Arrays.copyOfRange(smile, 3, 4),
            " é".getBytes(StandardCharsets.UTF_8)
        };
        WordPieces pieces = new WordPieces(vocabulary(bytes), "en");
        List<String> words =
                pieces.split(List.of(0, 1, 2, 3, 4)).stream().map(pieces::text).toList();
        assertThat(words).containsExactly(" hi", " 😀", " é");
    }

    @Test
    void languagesWithoutBlanksKeepTheirPieces() {
        assertThat(read(List.of("今日", "は", "良い", "天気", "です", "。"), "ja")).containsExactly("今日", "は", "良い", "天気", "です。");
    }

    @Test
    void joinedPiecesLastFromTheFirstToTheLast() {
        WordPieces pieces = new WordPieces(vocabulary(new byte[0][]), "en");
        List<TimedWord> joined = pieces.joined(List.of(
                new TimedWord(" $12", List.of(1, 2), 1, 1.4, 0.6), new TimedWord(".50", List.of(3), 1.4, 2, 0.9)));
        assertThat(joined).containsExactly(new TimedWord(" $12.50", List.of(1, 2, 3), 1, 2, (0.6 * 2 + 0.9) / 3));
    }

    private static List<String> read(List<String> tokens, String language) {
        byte[][] bytes = tokens.stream()
                .map(token -> token.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        WordPieces pieces = new WordPieces(vocabulary(bytes), language);
        List<TimedWord> words = new ArrayList<>();
        for (List<Integer> word :
                pieces.split(IntStream.range(0, bytes.length).boxed().toList())) {
            words.add(new TimedWord(pieces.text(word), word, words.size(), words.size() + 1, 1));
        }
        return pieces.joined(WordPieces.punctuated(words)).stream()
                .map(word -> word.text().strip())
                .toList();
    }

    private static Vocabulary vocabulary(byte[][] bytes) {
        return new Vocabulary(bytes, Map.of(), Map.of(), new int[0], new int[0], Set.of("ja", "zh"), bytes.length);
    }
}
