package studio.fanz.media.vision;

import java.util.Locale;
import studio.fanz.core.time.Span;

/// A line of writing that stood in the picture for a while.
///
/// @param text       its surest reading
/// @param span       from the first to the last look that saw it, source time
/// @param box        where, in parts of the picture (0..1 each way)
/// @param confidence of that reading, 0.65..1
public record SeenText(String text, Span span, Box box, double confidence) {

    /// Share of letters that may be read differently from look to look.
    private static final double MISREAD = 0.25;

    SeenText until(long timeMs) {
        return new SeenText(text, new Span(span.startMs(), timeMs), box, confidence);
    }

    SeenText continuedBy(SeenText later) {
        SeenText surer = later.confidence > confidence ? later : this;
        return new SeenText(surer.text, new Span(span.startMs(), later.span.endMs()), later.box, surer.confidence);
    }

    /// Whether two looks saw one line: nearly the same letters, wherever they stand (titles move).
    boolean sameAs(SeenText other) {
        String mine = letters(text);
        String theirs = letters(other.text);
        return distance(mine, theirs) <= MISREAD * Math.max(mine.length(), theirs.length());
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /// Levenshtein's distance.
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
