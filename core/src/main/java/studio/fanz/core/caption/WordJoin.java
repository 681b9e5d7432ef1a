package studio.fanz.core.caption;

import java.util.List;

/// Finds out between which words of a segment the model wrote a blank.
final class WordJoin {

    private WordJoin() {}

    /// For each word whether a blank stands before it.
    ///
    /// @param before the text so far, which decides for the first word
    static boolean[] blanksBefore(Segment segment, CharSequence before) {
        List<Word> words = segment.words();
        boolean[] blanks = new boolean[words.size()];
        String spelling = segment.text();
        int at = 0;
        boolean lost = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).text().strip();
            int found = lost ? -1 : blankRunEnd(spelling, at);
            boolean matches = found >= 0 && spelling.startsWith(word, found);
            lost = !matches;
            CharSequence left = i == 0 ? before : words.get(i - 1).text().strip();
            boolean guessed = i == 0 || lost;
            blanks[i] = guessed ? blankByScript(left, word) : found > at;
            at = matches ? found + word.length() : at;
        }
        return blanks;
    }

    private static int blankRunEnd(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// Where the spelling does not tell: no blank between two letters of scripts that are written without.
    private static boolean blankByScript(CharSequence left, CharSequence right) {
        if (left.isEmpty() || right.isEmpty()) {
            return true;
        }
        int last = Character.codePointBefore(left, left.length());
        int first = Character.codePointAt(right, 0);
        return !(isWrittenWithoutBlanks(last) && isWrittenWithoutBlanks(first));
    }

    private static boolean isWrittenWithoutBlanks(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
            // CJK punctuation belongs to no script.
            default -> (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF65);
        };
    }
}
