package studio.fanz.media.speech;

import java.util.ArrayList;
import java.util.List;

/// Times of the words of one window, with OpenAI's repairs of words that came out too long.
final class WordTimes {

    private static final String SENTENCE_END = ".。!！?？";
    private static final double LONGEST_MEDIAN = 0.7;

    private final WordPieces pieces;

    WordTimes(WordPieces pieces) {
        this.pieces = pieces;
    }

    /// @param drafts segments of the window
    /// @param begins of each of their tokens, then of the end, in frames of 20 ms
    /// @return words of each segment
    List<List<TimedWord>> words(List<SegmentDraft> drafts, int[] begins) {
        List<Integer> tokens = new ArrayList<>();
        List<Double> probabilities = new ArrayList<>();
        for (SegmentDraft draft : drafts) {
            tokens.addAll(draft.tokens());
            probabilities.addAll(draft.probabilities());
        }
        List<TimedWord> words = raw(tokens, probabilities, begins);
        double median = medianSeconds(words);
        shortenAtSentences(words, median);
        return bySegment(drafts, WordPieces.punctuated(words), median);
    }

    private List<TimedWord> raw(List<Integer> tokens, List<Double> probabilities, int[] begins) {
        List<TimedWord> words = new ArrayList<>();
        int at = 0;
        for (List<Integer> word : pieces.split(tokens)) {
            int next = at + word.size();
            double confidence = probabilities.subList(at, next).stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElse(0);
            words.add(new TimedWord(
                    pieces.text(word),
                    word,
                    begins[at] * Vocabulary.TIME_STEP,
                    begins[next] * Vocabulary.TIME_STEP,
                    confidence));
            at = next;
        }
        return words;
    }

    private static double medianSeconds(List<TimedWord> words) {
        double[] lengths = words.stream()
                .mapToDouble(TimedWord::seconds)
                .filter(s -> s > 0)
                .sorted()
                .toArray();
        if (lengths.length == 0) {
            return 0;
        }
        double middle = (lengths[lengths.length / 2] + lengths[(lengths.length - 1) / 2]) / 2;
        return Math.min(LONGEST_MEDIAN, middle);
    }

    /// A word at the edge of a sentence is not longer than twice the median word: the rest is pause.
    private static void shortenAtSentences(List<TimedWord> words, double median) {
        for (int i = 1; i < words.size() && median > 0; i++) {
            TimedWord word = words.get(i);
            if (word.seconds() <= 2 * median) {
                continue;
            }
            if (endsSentence(word)) {
                words.set(i, word.to(word.start() + 2 * median));
            } else if (endsSentence(words.get(i - 1))) {
                words.set(i, word.from(word.end() - 2 * median));
            }
        }
    }

    private static boolean endsSentence(TimedWord word) {
        String bare = word.text().strip();
        return bare.length() == 1 && SENTENCE_END.contains(bare);
    }

    private static List<List<TimedWord>> bySegment(List<SegmentDraft> drafts, List<TimedWord> words, double median) {
        List<List<TimedWord>> segments = new ArrayList<>();
        double lastEnd = 0;
        int at = 0;
        for (SegmentDraft draft : drafts) {
            List<TimedWord> own = new ArrayList<>();
            int need = draft.tokens().size();
            while (need > 0 && at < words.size()) {
                need -= words.get(at).tokens().size();
                own.add(words.get(at++));
            }
            if (!own.isEmpty()) {
                if (median > 0) {
                    shortenAfterPause(own, lastEnd, median);
                }
                agree(own, draft, median);
                lastEnd = own.getLast().end();
            }
            segments.add(own);
        }
        return segments;
    }

    /// After a pause an over-long first (or second) word is shortened from the left.
    private static void shortenAfterPause(List<TimedWord> words, double lastEnd, double median) {
        TimedWord first = words.getFirst();
        boolean firstLong = first.seconds() > 2 * median;
        boolean bothLong = words.size() > 1 && words.get(1).end() - first.start() > 4 * median;
        if (first.end() - lastEnd <= median * 4 || !(firstLong || bothLong)) {
            return;
        }
        if (words.size() > 1 && words.get(1).seconds() > 2 * median) {
            double border = Math.max(words.get(1).end() / 2, words.get(1).end() - 2 * median);
            first = first.to(border);
            words.set(1, words.get(1).from(border));
        }
        words.set(0, first.from(Math.max(0, first.end() - 2 * median)));
    }

    /// Segment and word should agree at both ends; the segment is believed where the word is over-long.
    private static void agree(List<TimedWord> words, SegmentDraft draft, double median) {
        TimedWord first = words.getFirst();
        if (draft.start() < first.end() && draft.start() - 0.5 > first.start()) {
            words.set(0, first.from(Math.max(0, Math.min(first.end() - median, draft.start()))));
        }
        TimedWord last = words.getLast();
        if (draft.end() > last.start() && draft.end() + 0.5 < last.end()) {
            words.set(words.size() - 1, last.to(Math.max(last.start() + median, draft.end())));
        }
    }
}
