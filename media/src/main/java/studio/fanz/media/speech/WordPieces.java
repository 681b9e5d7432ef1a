package studio.fanz.media.speech;

import java.util.ArrayList;
import java.util.List;

/// Makes words of tokens, and of the pieces that numbers and compounds come in.
final class WordPieces {

    private static final String BROKEN = "\uFFFD";
    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    private static final String OPENING = "\"'“¿([{-";
    private static final String CLOSING = "\"'.。,，!！?？:：”)]}、";
    private static final String CURRENCIES = "$€£¥₹";

    private final Vocabulary vocabulary;
    private final boolean spaced;

    /// @param language code; some are written without blanks
    WordPieces(Vocabulary vocabulary, String language) {
        this.vocabulary = vocabulary;
        this.spaced = !vocabulary.unspaced().contains(language);
    }

    /// Tokens of each word, as OpenAI cuts them: first where the bytes are whole characters, then at blanks and single
    /// punctuation marks; languages without blanks keep the pieces.
    List<List<Integer>> split(List<Integer> tokens) {
        List<List<Integer>> words = new ArrayList<>();
        for (List<Integer> piece : characters(tokens)) {
            String text = vocabulary.text(piece);
            String bare = text.strip();
            boolean mark = bare.length() == 1 && PUNCTUATION.contains(bare);
            if (!spaced || words.isEmpty() || text.startsWith(" ") || mark) {
                words.add(new ArrayList<>(piece));
            } else {
                words.getLast().addAll(piece);
            }
        }
        return words;
    }

    String text(List<Integer> tokens) {
        return vocabulary.text(tokens);
    }

    private List<List<Integer>> characters(List<Integer> tokens) {
        List<List<Integer>> pieces = new ArrayList<>();
        List<Integer> piece = new ArrayList<>();
        for (int token : tokens) {
            piece.add(token);
            if (!vocabulary.text(piece).contains(BROKEN)) {
                pieces.add(piece);
                piece = new ArrayList<>();
            }
        }
        if (!piece.isEmpty()) {
            pieces.add(piece);
        }
        return pieces;
    }

    /// Puts marks to the words they belong to: opening ones to the next, closing ones to the one before.
    static List<TimedWord> punctuated(List<TimedWord> words) {
        List<TimedWord> opened = new ArrayList<>();
        for (TimedWord word : words.reversed()) {
            String bare = word.text().strip();
            boolean opens = word.text().startsWith(" ") && !bare.isEmpty() && OPENING.contains(bare);
            if (opens && !opened.isEmpty()) {
                opened.set(0, opened.getFirst().marked(word, true));
            } else {
                opened.addFirst(word);
            }
        }
        List<TimedWord> closed = new ArrayList<>();
        for (TimedWord word : opened) {
            boolean closes = !word.text().isEmpty() && CLOSING.contains(word.text());
            if (closes && !closed.isEmpty() && !closed.getLast().text().endsWith(" ")) {
                closed.set(closed.size() - 1, closed.getLast().marked(word, false));
            } else {
                closed.add(word);
            }
        }
        return closed;
    }

    /// Joins what is one word to a reader: a piece without a blank before it (`$12` `.50`, `3` `,000`, `24` `/7`,
    /// `10` `%`, `well` `-known`), and an amount behind its lone currency sign.
    List<TimedWord> joined(List<TimedWord> words) {
        if (!spaced) {
            return words;
        }
        List<TimedWord> joined = new ArrayList<>();
        for (TimedWord word : words) {
            if (!joined.isEmpty() && belongs(joined.getLast().text(), word.text())) {
                joined.set(joined.size() - 1, joined.getLast().joined(word.stripped()));
            } else {
                joined.add(word);
            }
        }
        return joined;
    }

    private static boolean belongs(String before, String text) {
        String sign = before.strip();
        return !text.startsWith(" ") || (sign.length() == 1 && CURRENCIES.contains(sign) && startsWithDigit(text));
    }

    private static boolean startsWithDigit(String text) {
        String bare = text.strip();
        return !bare.isEmpty() && Character.isDigit(bare.codePointAt(0));
    }
}
