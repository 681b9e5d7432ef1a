package studio.fanz.media.onnx;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The uncased BERT tokenizer: clean, lower-case, strip accents, split at blanks, punctuation and ideographs, then take
/// the longest pieces the vocabulary knows (Devlin et al. 2019). Immutable; any thread.
///
/// @param vocabulary piece to id; pieces inside a word start with `##`
record WordPiece(Map<String, Integer> vocabulary) {

    private static final int LONGEST_WORD = 100;

    WordPiece {
        vocabulary = Map.copyOf(vocabulary);
    }

    /// Ids with `[CLS]` before and `[SEP]` after, at most `most` of them: the rest of a longer text is dropped.
    long[] encode(String text, int most) {
        List<Integer> ids = new ArrayList<>();
        ids.add(id("[CLS]"));
        words(text).forEach(word -> pieces(word, ids));
        List<Integer> kept = ids.size() > most - 1 ? ids.subList(0, most - 1) : ids;
        long[] encoded = new long[kept.size() + 1];
        for (int i = 0; i < kept.size(); i++) {
            encoded[i] = kept.get(i);
        }
        encoded[kept.size()] = id("[SEP]");
        return encoded;
    }

    private int id(String piece) {
        Integer id = vocabulary.get(piece);
        if (id == null) {
            throw new IllegalStateException("a vocabulary without " + piece);
        }
        return id;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        Normalizer.normalize(cleaned(text), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> add(c, word, words));
        close(word, words);
        return words;
    }

    private static void add(int c, StringBuilder word, List<String> words) {
        if (isBlank(c)) {
            close(word, words);
        } else if (isPunctuation(c) || isIdeograph(c)) {
            close(word, words);
            words.add(Character.toString(c));
        } else {
            word.appendCodePoint(c);
        }
    }

    private static void close(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    /// Drops what is not text: control and format characters, and the replacement character.
    private static String cleaned(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .filter(c -> isBlank(c) || (c != 0xFFFD && !isControl(c)))
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isControl(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.UNASSIGNED
                || type == Character.PRIVATE_USE
                || type == Character.SURROGATE;
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /// ASCII symbols count as punctuation, beside Unicode's categories P.
    private static boolean isPunctuation(int c) {
        boolean ascii = (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126);
        return ascii
                || switch (Character.getType(c)) {
                    case Character.CONNECTOR_PUNCTUATION,
                            Character.DASH_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.OTHER_PUNCTUATION -> true;
                    default -> false;
                };
    }

    private static boolean isIdeograph(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x3400 && c <= 0x4DBF)
                || (c >= 0x20000 && c <= 0x2CEAF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x2F800 && c <= 0x2FA1F);
    }

    /// Longest match first; a word that cannot be put together is unknown as a whole.
    private void pieces(String word, List<Integer> ids) {
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            ids.add(id("[UNK]"));
            return;
        }
        List<Integer> found = new ArrayList<>();
        int start = 0;
        while (start < word.length()) {
            int end = longest(word, start);
            if (end == start) {
                ids.add(id("[UNK]"));
                return;
            }
            found.add(id(piece(word, start, end)));
            start = end;
        }
        ids.addAll(found);
    }

    private int longest(String word, int start) {
        int end = word.length();
        while (end > start && !vocabulary.containsKey(piece(word, start, end))) {
            end = word.offsetByCodePoints(end, -1);
        }
        return end;
    }

    private static String piece(String word, int start, int end) {
        return start == 0 ? word.substring(0, end) : "##" + word.substring(start, end);
    }
}
