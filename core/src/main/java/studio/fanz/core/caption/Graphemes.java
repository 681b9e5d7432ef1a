package studio.fanz.core.caption;

import java.text.BreakIterator;
import java.util.Locale;

/// Counts text the way a reader does: in extended grapheme clusters (UAX 29), so that an emoji sequence, a
/// letter with its accents or a Devanagari syllable's signs count once.
public final class Graphemes {

    private Graphemes() {}

    /// Number of clusters; line breaks count nothing.
    public static int count(String text) {
        if (isSimple(text)) {
            return text.length();
        }
        BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
        clusters.setText(text);
        int count = 0;
        int start = clusters.first();
        for (int end = clusters.next(); end != BreakIterator.DONE; end = clusters.next()) {
            if (!isLineBreak(text.charAt(start))) {
                count++;
            }
            start = end;
        }
        return count;
    }

    /// Which places of a text begin a cluster: index 0 to its length, both included.
    static boolean[] starts(String text) {
        boolean[] starts = new boolean[text.length() + 1];
        BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
        clusters.setText(text);
        for (int at = clusters.first(); at != BreakIterator.DONE; at = clusters.next()) {
            starts[at] = true;
        }
        return starts;
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r';
    }

    private static boolean isSimple(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > 0x2FF) {
                return false;
            }
        }
        return true;
    }
}
