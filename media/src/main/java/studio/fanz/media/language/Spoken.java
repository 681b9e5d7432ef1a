package studio.fanz.media.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A text cut into words that can be compared with lists, whatever dress they come in: `st00pid`, `s t u p i d`,
/// `stuuupid`, `STÚPID`.
///
/// @param tokens in order
record Spoken(List<Token> tokens) {

    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}@$]+|[^\\p{L}\\p{N}]+$");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern LONG_RUN = Pattern.compile("(\\p{L})\\1{2,}");
    private static final Pattern DISGUISED = Pattern.compile(".*\\p{L}.*");
    private static final String LEET_FROM = "013457@$!";
    private static final String LEET_TO = "oieastasi";
    private static final int SPELLED_LETTERS = 4;

    Spoken {
        tokens = List.copyOf(tokens);
    }

    /// One word.
    ///
    /// @param shown    as written
    /// @param first    number of the first word of the text that it stands for
    /// @param last     number of the last one
    /// @param variants lower-case readings, the plain one first
    record Token(String shown, int first, int last, List<String> variants) {
        String plain() {
            return variants.getFirst();
        }

        boolean reads(String word) {
            return variants.contains(word);
        }
    }

    /// @param words as written, with their punctuation
    static Spoken of(List<String> words) {
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int end = spelledUntil(words, i);
            if (end - i >= SPELLED_LETTERS) {
                List<String> letters = words.subList(i, end);
                tokens.add(spelled(String.join(" ", letters), String.join("", bare(letters)), i, end - 1));
                i = end - 1;
            } else if (!bare(words.get(i)).isEmpty()) {
                tokens.add(token(words.get(i), bare(words.get(i)), i, i));
            }
        }
        return new Spoken(tokens);
    }

    /// The plain words, for the model.
    List<String> plain() {
        return tokens.stream().map(Token::plain).toList();
    }

    /// The form in which words and list entries are compared.
    static String folded(String word) {
        String lower = Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(MARKS.matcher(lower).replaceAll(""), Normalizer.Form.NFC)
                .replace('\u2019', '\'');
    }

    private static int spelledUntil(List<String> words, int from) {
        int end = from;
        while (end < words.size() && bare(words.get(end)).codePoints().count() == 1) {
            end++;
        }
        return end;
    }

    private static List<String> bare(List<String> words) {
        return words.stream().map(Spoken::bare).toList();
    }

    private static String bare(String word) {
        return EDGES.matcher(folded(word)).replaceAll("");
    }

    private static Token token(String shown, String bare, int first, int last) {
        Set<String> variants = new LinkedHashSet<>();
        variants.add(bare);
        String unmasked = DISGUISED.matcher(bare).matches() ? unmasked(bare) : bare;
        variants.add(unmasked);
        // Dots and dashes between letters spell a word out: f.o.o.
        variants.add(unmasked.replaceAll("(?<=\\b\\p{L})[.\\-_*](?=\\p{L}\\b)", ""));
        variants.add(LONG_RUN.matcher(unmasked).replaceAll("$1"));
        variants.add(LONG_RUN.matcher(unmasked).replaceAll("$1$1"));
        return new Token(shown, first, last, List.copyOf(variants));
    }

    /// A word spelled out; a word of one letter before it ("a", "I") is not part of it.
    private static Token spelled(String shown, String joined, int first, int last) {
        Set<String> variants =
                new LinkedHashSet<>(token(shown, joined, first, last).variants());
        variants.addAll(token(shown, joined.substring(1), first, last).variants());
        return new Token(shown, first, last, List.copyOf(variants));
    }

    private static String unmasked(String word) {
        StringBuilder plain = new StringBuilder(word);
        for (int i = 0; i < word.length(); i++) {
            int leet = LEET_FROM.indexOf(word.charAt(i));
            if (leet >= 0) {
                plain.setCharAt(i, LEET_TO.charAt(leet));
            }
        }
        return plain.toString();
    }
}
