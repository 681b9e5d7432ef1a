package studio.fanz.core.caption;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import studio.fanz.core.time.Span;

/// Pauses that may go: where neither the voice detector hears speech nor the transcript has a word, with a breath
/// left at
/// either side, so that no beginning of a word is ever clipped.
public final class Silences {

    private Silences() {}

    /// Stretches that may be taken out, in order of time.
    ///
    /// @param speech     where somebody speaks, in any order
    /// @param words      of the transcript; what they cover counts as speech even where the detector missed it
    /// @param durationMs length of the recording
    /// @param minMs      shorter pauses stay, above 0
    /// @param keepMs     what is left at either side of speech, 0 or more
    public static List<Span> find(List<Span> speech, List<Word> words, long durationMs, long minMs, long keepMs) {
        List<Span> spoken = Stream.concat(
                        speech.stream(), words.stream().map(word -> new Span(word.startMs(), word.endMs())))
                .sorted(Comparator.comparingLong(Span::startMs))
                .toList();
        var found = new ArrayList<Span>();
        long quietFrom = 0;
        for (Span span : spoken) {
            add(found, quietFrom, span.startMs(), minMs, keepMs, quietFrom > 0, true);
            quietFrom = Math.max(quietFrom, span.endMs());
        }
        if (!spoken.isEmpty()) {
            add(found, quietFrom, durationMs, minMs, keepMs, true, false);
        }
        return found;
    }

    private static void add(
            List<Span> found, long from, long to, long minMs, long keepMs, boolean speechBefore, boolean speechAfter) {
        if (to - from < minMs) {
            return;
        }
        long start = from + (speechBefore ? keepMs : 0);
        long end = to - (speechAfter ? keepMs : 0);
        if (end > start) {
            found.add(new Span(start, end));
        }
    }

    /// What stays of a recording when stretches are taken out of it.
    ///
    /// @param removed in order of time, not overlapping
    public static List<Span> kept(List<Span> removed, long durationMs) {
        var kept = new ArrayList<Span>();
        long from = 0;
        for (Span span : removed) {
            if (span.startMs() > from) {
                kept.add(new Span(from, span.startMs()));
            }
            from = Math.max(from, span.endMs());
        }
        if (durationMs > from) {
            kept.add(new Span(from, durationMs));
        }
        return kept;
    }
}
