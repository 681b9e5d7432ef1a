package studio.fanz.media.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// A vocabulary of ten text tokens, an end (10), a mark for text without times (11) and 200 times from 12 on.
class RulesOfWritingTest {

    private static final int END = 10;
    private static final int TIMES = 12;
    private static final Vocabulary VOCABULARY = new Vocabulary(
            new byte[10][1],
            Map.of("eot", END, "no_timestamps", 11, "timestamp_begin", TIMES),
            Map.of(),
            new int[] {3},
            new int[] {2, END},
            Set.of(),
            TIMES + 200);

    @Property(tries = 300)
    void whateverTheModelSaysTimesComeInPairsAndNeverRunBackwards(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 4) int speech) {
        List<Integer> written = write(seed, speech);
        assertThat(VOCABULARY.isTime(written.getFirst())).isTrue();
        assertThat(VOCABULARY.seconds(written.getFirst())).isLessThanOrEqualTo(1.0);
        assertThat(written).doesNotContain(3, 11);
        List<Integer> times = written.stream().filter(VOCABULARY::isTime).toList();
        assertThat(times).isSorted();
        for (int i = 2; i < written.size(); i++) {
            boolean three = VOCABULARY.isTime(written.get(i))
                    && VOCABULARY.isTime(written.get(i - 1))
                    && VOCABULARY.isTime(written.get(i - 2));
            assertThat(three).isFalse();
        }
    }

    @Test
    void textDoesNotEndAtATimeThatSpeechFollows() {
        TokenRules rules = new TokenRules(VOCABULARY);
        List<Integer> closed = List.of(TIMES, 1, TIMES + 50);
        assertThat(afterRules(rules, closed, 1.5)[END]).isFinite();
        assertThat(afterRules(rules, closed, 3.5)[END]).isEqualTo(Float.NEGATIVE_INFINITY);
    }

    private static float[] afterRules(TokenRules rules, List<Integer> written, double speech) {
        float[] logits = new float[VOCABULARY.size()];
        logits[END] = 20;
        rules.apply(logits, written, speech);
        return logits;
    }

    private static List<Integer> write(long seed, double speech) {
        SplittableRandom random = new SplittableRandom(seed);
        TokenRules rules = new TokenRules(VOCABULARY);
        List<Integer> written = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            float[] logits = new float[VOCABULARY.size()];
            for (int k = 0; k < logits.length; k++) {
                logits[k] = (float) (random.nextDouble() * 12);
            }
            rules.apply(logits, written, speech);
            int token = Logits.argmax(logits);
            if (token == END || logits[token] == Float.NEGATIVE_INFINITY) {
                break;
            }
            written.add(token);
        }
        return written;
    }

    @Test
    void aCircleOfTokensIsNoticedAndAVariedTextIsNot() {
        List<Integer> circle = new ArrayList<>(List.of(7, 8, 9));
        for (int i = 0; i < 14; i++) {
            circle.addAll(List.of(1, 2, 3));
        }
        assertThat(Repetition.endless(circle)).isTrue();
        assertThat(Repetition.endless(circle.subList(0, 30))).isFalse();
        List<Integer> varied = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            varied.add(i * i % 37);
        }
        assertThat(Repetition.endless(varied)).isFalse();
    }

    @Test
    void aRunOfWordsThatGoesRoundIsKeptOnce() {
        assertThat(removed("so we go to the to the to the to the to the end")).isEqualTo("so we go to the end");
        assertThat(removed("no no no he said no no")).isEqualTo("no no no he said no no");
        assertThat(removed("la ".repeat(30) + "end")).isEqualTo("la end");
    }

    private static String removed(String text) {
        List<TimedWord> words = Arrays.stream(text.split(" "))
                .map(word -> new TimedWord(word, List.of(1), 0, 1, 1))
                .toList();
        return String.join(
                " ", Repetition.removed(words).stream().map(TimedWord::text).toList());
    }

    @Test
    void aLoopCompressesBetterThanSpeech() {
        assertThat(Decoded.compression("")).isZero();
        assertThat(Decoded.compression("I'm going to go. ".repeat(20))).isGreaterThan(2.4);
        assertThat(Decoded.compression("Ask not what your country can do for you."))
                .isLessThan(2.4);
    }

    @Test
    void theMedianOfSevenIsMirroredAtTheEnds() {
        double[] row = {5, 1, 4, 2, 9, 0, 7, 3, 8, 6};
        double[] smooth = Alignment.median(row);
        for (int i = 0; i < row.length; i++) {
            List<Double> near = new ArrayList<>();
            for (int k = -3; k <= 3; k++) {
                int at = Math.abs(i + k);
                near.add(row[at < row.length ? at : 2 * (row.length - 1) - at]);
            }
            Collections.sort(near);
            assertThat(smooth[i]).isEqualTo(near.get(3));
        }
    }

    @Test
    void tokensBeginWhereAttentionMovesToThem() {
        float[][][] attention = new float[1][6][12];
        int[] looks = {0, 0, 0, 2, 7, 11};
        for (int t = 0; t < 6; t++) {
            for (int f = 0; f < 12; f++) {
                attention[0][t][f] = (float) Math.exp(-Math.abs(f - looks[t]));
            }
        }
        int[] begins = Alignment.begins(attention, 6, 3, 12);
        assertThat(begins).hasSize(2).isSorted();
        assertThat(begins[0]).isZero();
        assertThat(begins[1]).isBetween(4, 7);
    }
}
