package studio.fanz.core.store;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntFunction;

/// How text becomes tokens, the same way for the index and for queries. Pure.
///
/// Case, accents, width and ligatures are folded (NFKD, marks of Latin, Greek, Cyrillic, Arabic and Hebrew
/// dropped; vowel signs elsewhere are letters and stay). A token is a run of letters, marks and digits, or one
/// emoji. Scripts written without blanks (Han, Kana, Thai, Lao, Khmer, Burmese) become overlapping pairs of
/// characters with the last one alone, so that any stretch of two or more is a phrase of pairs and a single
/// character is the beginning of one.
public final class SearchText {

    private static final Set<UnicodeScript> UNSPACED = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private static final Set<UnicodeScript> MARKS_DO_NOT_MATTER = Set.of(
            UnicodeScript.INHERITED,
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.ARABIC,
            UnicodeScript.HEBREW);

    private static final int KATAKANA_VOICED = 0x3099;
    private static final int KATAKANA_HALF_VOICED = 0x309A;
    private static final int LONG_VOWEL = 0x30FC;

    /// Below this a beginning fits nearly everything.
    private static final int LONG_ENOUGH = 3;

    private SearchText() {}

    /// The text as the index holds it: tokens with one blank between.
    public static String indexed(String text) {
        return String.join(" ", tokens(text));
    }

    /// Tokens in order.
    public static List<String> tokens(String text) {
        var tokens = new ArrayList<String>();
        var run = new ArrayList<Integer>();
        boolean unspaced = false;
        for (int c : fold(text).codePoints().toArray()) {
            if (isApostrophe(c) && !run.isEmpty()) {
                continue;
            }
            boolean joins = !run.isEmpty() && isMark(c);
            if (!joins && !Character.isLetterOrDigit(c)) {
                flush(run, unspaced, tokens);
                if (isPicture(c)) {
                    tokens.add(Character.toString(c));
                }
                continue;
            }
            boolean other = joins ? unspaced : UNSPACED.contains(UnicodeScript.of(c));
            if (other != unspaced) {
                flush(run, unspaced, tokens);
                unspaced = other;
            }
            run.add(c);
        }
        flush(run, unspaced, tokens);
        return tokens;
    }

    /// The query in FTS5's language, empty when it holds nothing that could be found. Words of three
    /// characters and more are beginnings, and so is the last word, which may still be being typed; quoted
    /// ones are not.
    public static String query(String typed) {
        return joined(units(typed));
    }

    /// Tokens as [#fit] looks through them: a blank before and after each.
    public static String hay(String indexed) {
        return " " + indexed + " ";
    }

    /// How many of the query's words and phrases stand in a text that went through [#indexed] and [#hay], 0 or
    /// more.
    public static ToIntFunction<String> fit(String typed) {
        List<Unit> units = units(typed);
        String[] needles = new String[units.size()];
        for (int i = 0; i < needles.length; i++) {
            needles[i] = units.get(i).needle(i == needles.length - 1);
        }
        return hay -> {
            int fits = 0;
            for (String needle : needles) {
                fits += hay.contains(needle) ? 1 : 0;
            }
            return fits;
        };
    }

    private static String joined(List<Unit> units) {
        var expressions = new ArrayList<String>();
        for (int i = 0; i < units.size(); i++) {
            expressions.add(units.get(i).expression(i == units.size() - 1));
        }
        return String.join(" AND ", expressions);
    }

    /// A word or quoted phrase.
    private record Unit(List<String> tokens, boolean quoted) {

        String expression(boolean last) {
            String phrase = "\"" + String.join(" ", tokens) + "\"";
            return isBeginning(last) ? phrase + " *" : phrase;
        }

        /// What to look for in tokens with a blank before and after each.
        String needle(boolean last) {
            String phrase = " " + String.join(" ", tokens);
            return isBeginning(last) ? phrase : phrase + " ";
        }

        private boolean isBeginning(boolean last) {
            String end = tokens.getLast();
            boolean single = end.codePointCount(0, end.length()) == 1 && isUnspaced(end);
            return single || (!quoted && (last || end.length() >= LONG_ENOUGH));
        }
    }

    private static boolean isUnspaced(String token) {
        return UNSPACED.contains(UnicodeScript.of(token.codePointAt(0)));
    }

    private static List<Unit> units(String typed) {
        var units = new ArrayList<Unit>();
        String[] parts = typed.replace('“', '"').replace('”', '"').split("\"", -1);
        for (int i = 0; i < parts.length; i++) {
            // Between a pair of quotes; a quote that is never closed is none.
            boolean quoted = i % 2 == 1 && i < parts.length - 1;
            if (quoted) {
                add(units, parts[i], true);
            } else {
                for (String word : parts[i].split("\\s+")) {
                    add(units, word, false);
                }
            }
        }
        return units;
    }

    private static void add(List<Unit> units, String text, boolean quoted) {
        List<String> tokens = tokens(text);
        if (tokens.isEmpty()) {
            return;
        }
        // The single last character of an unspaced run is there for the index; in a query it would ask for an end.
        if (tokens.size() > 1 && isTail(tokens)) {
            tokens = tokens.subList(0, tokens.size() - 1);
        }
        units.add(new Unit(tokens, quoted));
    }

    private static boolean isTail(List<String> tokens) {
        String last = tokens.getLast();
        String before = tokens.get(tokens.size() - 2);
        return isUnspaced(last)
                && last.codePointCount(0, last.length()) == 1
                && before.codePointCount(0, before.length()) == 2
                && before.endsWith(last);
    }

    private static void flush(List<Integer> run, boolean unspaced, List<String> tokens) {
        if (!unspaced && !run.isEmpty()) {
            tokens.add(text(run));
        }
        for (int i = 0; unspaced && i < run.size(); i++) {
            tokens.add(text(run.subList(i, Math.min(i + 2, run.size()))));
        }
        run.clear();
    }

    private static String text(List<Integer> codePoints) {
        var text = new StringBuilder();
        codePoints.forEach(text::appendCodePoint);
        return text.toString();
    }

    private static String fold(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        var kept = new StringBuilder(apart.length());
        apart.codePoints().filter(SearchText::matters).forEach(c -> appendFolded(kept, c));
        return kept.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('ς', 'σ');
    }

    private static boolean matters(int c) {
        if (c == KATAKANA_VOICED || c == KATAKANA_HALF_VOICED) {
            return true;
        }
        int type = Character.getType(c);
        boolean mark = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
        return !(mark && MARKS_DO_NOT_MATTER.contains(UnicodeScript.of(c))) && type != Character.FORMAT;
    }

    /// Letters that do not come apart under NFKD.
    private static void appendFolded(StringBuilder kept, int c) {
        switch (c) {
            case 'ø', 'Ø' -> kept.append('o');
            case 'ł', 'Ł' -> kept.append('l');
            case 'đ', 'Đ' -> kept.append('d');
            case 'æ', 'Æ' -> kept.append("ae");
            case 'œ', 'Œ' -> kept.append("oe");
            case 'ı' -> kept.append('i');
            default -> kept.appendCodePoint(c);
        }
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK || c == LONG_VOWEL;
    }

    private static boolean isPicture(int c) {
        return Character.isEmojiPresentation(c) || Character.getType(c) == Character.OTHER_SYMBOL;
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == '’' || c == 'ʼ';
    }
}
