package studio.fanz.core.post;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.caption.Word;
import studio.fanz.core.time.Span;

/// A run of words that was said as one sentence.
///
/// @param first number of its first word in the transcript
/// @param words in order, at least one
record Sentence(int first, List<Word> words) {

    private static final long PAUSE_ENDS_MS = 1500;
    private static final long PAUSE_ENDS_LONG_MS = 350;
    private static final int LONG_WORDS = 35;
    private static final Pattern END = Pattern.compile(".*[.!?…。！？؟।॥][\"'”’»)\\]」』]*$");
    private static final Pattern ABBREVIATION = Pattern.compile(
            "(?iu)(?:\\p{L}|mr|mrs|ms|dr|prof|st|vs|etc|approx|no|ca|bzw|usw|z\\.b|d\\.h|e\\.g|i\\.e|sr|sra"
                    + "|dott|m)\\.");

    Sentence {
        words = List.copyOf(words);
    }

    /// Cuts a transcript at sentence marks and long pauses; a very long run also at short ones.
    static List<Sentence> of(Transcript transcript) {
        List<Word> all = transcript.words();
        List<Sentence> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < all.size(); i++) {
            if (endsAfter(all, i, i - start + 1)) {
                sentences.add(new Sentence(start, all.subList(start, i + 1)));
                start = i + 1;
            }
        }
        return sentences;
    }

    private static boolean endsAfter(List<Word> all, int i, int length) {
        if (i + 1 == all.size()) {
            return true;
        }
        String text = all.get(i).text();
        boolean marked =
                END.matcher(text).matches() && !ABBREVIATION.matcher(text).matches();
        long pause = all.get(i + 1).startMs() - all.get(i).endMs();
        return marked || pause >= PAUSE_ENDS_MS || (length >= LONG_WORDS && pause >= PAUSE_ENDS_LONG_MS);
    }

    Span span() {
        return new Span(
                words.getFirst().startMs(),
                Math.max(words.getFirst().startMs(), words.getLast().endMs()));
    }

    /// Whether it ends with a mark and not in the middle of a thought.
    boolean complete() {
        return END.matcher(words.getLast().text()).matches()
                && !words.getLast().text().matches(".*(?:…|\\.\\.\\.)$");
    }

    /// Whether the speaker gave up in the middle: the last word is a sound of hesitation, or the recognition wrote
    /// dots or a dash.
    boolean brokenOff(Tongue tongue) {
        String last = words.getLast().text();
        return tongue.hesitates(Wording.bare(last)) || last.matches(".*(?:…|\\.\\.\\.|[-–—,])$");
    }
}
