package studio.fanz.core.caption;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Sentences that were said again, better. A proposal: people repeat themselves on purpose too.
public final class Retakes {

    /// How much of a sentence has to come back, in order, in a later one.
    private static final double LIKE = 0.75;

    /// Shorter sentences ("Right.", "One more.") are alike by chance.
    private static final int LEAST_WORDS = 3;

    /// Between the two takes may stand this many others, short ones ("Sorry, again.").
    private static final int BETWEEN = 2;
    private static final int ASIDE_WORDS = 6;
    private static final long APART_MS = 30_000;

    private Retakes() {}

    /// A stretch of words that was said again.
    ///
    /// @param first     id of its first word
    /// @param last      id of its last word, asides before the better take included
    /// @param keptFirst id of the first word of the take that stays
    /// @param keptLast  id of its last word
    /// @param likeness  share of the sentence's words that come back in order, 0 to 1
    public record Retake(int first, int last, int keptFirst, int keptLast, double likeness) {}

    private record Sentence(int first, int last, List<String> words, long startMs, long endMs) {}

    /// All that were said again, in order; the last take of each stays.
    public static List<Retake> find(Transcript transcript) {
        List<Sentence> sentences = sentences(transcript.words());
        var found = new ArrayList<Retake>();
        for (int i = 0; i < sentences.size(); i++) {
            int better = better(sentences, i);
            if (better > i) {
                Sentence take = sentences.get(i);
                Sentence kept = sentences.get(better);
                found.add(new Retake(take.first, kept.first - 1, kept.first, kept.last, likeness(take, kept)));
                i = better - 1;
            }
        }
        return found;
    }

    private static int better(List<Sentence> sentences, int take) {
        Sentence said = sentences.get(take);
        if (said.words.size() < LEAST_WORDS) {
            return -1;
        }
        for (int j = Math.min(take + 1 + BETWEEN, sentences.size() - 1); j > take; j--) {
            Sentence again = sentences.get(j);
            boolean asides = sentences.subList(take + 1, j).stream()
                    .allMatch(s -> s.words.size() <= ASIDE_WORDS || likeness(s, again) >= LIKE);
            if (asides && again.startMs - said.endMs < APART_MS && likeness(said, again) >= LIKE) {
                return j;
            }
        }
        return -1;
    }

    /// Share of the first one's words that the second has in the same order (longest common subsequence).
    private static double likeness(Sentence said, Sentence again) {
        int[] best = new int[again.words.size() + 1];
        for (String word : said.words) {
            int diagonal = 0;
            for (int j = 1; j < best.length; j++) {
                int above = best[j];
                best[j] = word.equals(again.words.get(j - 1)) ? diagonal + 1 : Math.max(best[j], best[j - 1]);
                diagonal = above;
            }
        }
        return best[best.length - 1] / (double) Math.max(1, said.words.size());
    }

    private static List<Sentence> sentences(List<Word> words) {
        var sentences = new ArrayList<Sentence>();
        int first = 0;
        for (int id = 0; id < words.size(); id++) {
            boolean pause = id + 1 < words.size()
                    && words.get(id + 1).startMs() - words.get(id).endMs() > 1500;
            if (pause || id + 1 == words.size() || endsSentence(words.get(id).text())) {
                sentences.add(new Sentence(
                        first,
                        id,
                        words.subList(first, id + 1).stream()
                                .map(word -> bare(word.text()))
                                .filter(word -> !word.isEmpty())
                                .toList(),
                        words.get(first).startMs(),
                        words.get(id).endMs()));
                first = id + 1;
            }
        }
        return sentences;
    }

    private static boolean endsSentence(String word) {
        return word.strip().matches(".*[.!?。！？…][\"'”’)]*");
    }

    private static String bare(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{Nd}]", "");
    }
}
