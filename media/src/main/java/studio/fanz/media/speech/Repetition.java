package studio.fanz.media.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Finds text that goes round in circles.
final class Repetition {

    private static final int LONGEST = 12;
    private static final int ENDLESS_TOKENS = 40;
    private static final int MOST_RUNS = 4;
    private static final int MOST_WORDS = 9;

    private Repetition() {}

    /// Whether the end of a list is one short run of tokens over and over, for 40 tokens or more.
    static boolean endless(List<Integer> tokens) {
        int size = tokens.size();
        for (int period = 1; period <= LONGEST && size >= ENDLESS_TOKENS; period++) {
            int matched = 0;
            while (matched < ENDLESS_TOKENS - period
                    && tokens.get(size - 1 - matched).equals(tokens.get(size - 1 - matched - period))) {
                matched++;
            }
            if (matched == ENDLESS_TOKENS - period) {
                return true;
            }
        }
        return false;
    }

    /// Words of a text without the runs of up to twelve words that come four times and more one after another
    /// (single words nine times and more): one of each stays. Only for text that is known to go round in circles:
    /// people repeat themselves too.
    static List<TimedWord> removed(List<TimedWord> words) {
        List<TimedWord> kept = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            int next = at + 1;
            for (int period = 1; period <= LONGEST && next == at + 1; period++) {
                int times = times(words, at, period);
                if (times >= (period == 1 ? MOST_WORDS : MOST_RUNS)) {
                    kept.addAll(words.subList(at, at + period - 1));
                    at += period - 1;
                    next = at + 1 + (times - 1) * period;
                }
            }
            kept.add(words.get(at));
            at = next;
        }
        return kept;
    }

    private static int times(List<TimedWord> words, int at, int period) {
        int matched = 0;
        while (at + period + matched < words.size()
                && bare(words.get(at + matched)).equals(bare(words.get(at + period + matched)))) {
            matched++;
        }
        return 1 + matched / period;
    }

    private static String bare(TimedWord word) {
        String letters = word.text().replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
        return letters.isEmpty() ? word.text().strip() : letters;
    }
}
