package studio.fanz.core.caption;

import java.util.List;
import java.util.Locale;

/// What it costs a reader when two neighbouring words are parted, 0 (a sentence ends here) upwards:
///
/// | between the words | cost |
/// |---|---|
/// | the end of a sentence | 0 |
/// | the end of a clause; a blank in a script without blanks between words | 1 |
/// | nothing | 3, before a conjunction or preposition 2 |
/// | a word that leans on the next (article, preposition, auxiliary, conjunction) | 4 more |
/// | a word that leans on the one before (particle, postposition) | 4 more |
/// | a number and its unit; a title and its name | 6 more |
/// | two capitalised words, probably one name | 3 more |
/// | no blank and no place where a line may break | 12 more |
/// | the middle of a grapheme cluster | 40 more |
final class Seams {

    private static final String SENTENCE_ENDS = ".!?…。！？؟।॥۔｡";
    private static final String CLAUSE_ENDS = ",;:—–،؛、，；：·";
    private static final String CLOSERS = "\"'”’»)]」』）】›";

    private final SpokenText text;
    private final LeaningWords leaning;
    private final boolean capitalsAreNames;
    private final boolean blanksAreClauses;
    private final double[] atUnit;
    private final boolean[] sentence;

    Seams(SpokenText text, String language) {
        String primary = CaptionProfile.primary(language);
        this.text = text;
        this.leaning = LeaningWords.of(primary);
        this.capitalsAreNames = !primary.equals("de") && !primary.equals("lb");
        this.blanksAreClauses = List.of("th", "lo", "km", "my", "ja", "zh").contains(primary);
        this.atUnit = new double[text.units().size() + 1];
        this.sentence = new boolean[text.units().size() + 1];
        for (int u = 1; u < text.units().size(); u++) {
            sentence[u] = endsSentence(u - 1);
            atUnit[u] = cost(u);
        }
        sentence[text.units().size()] = true;
    }

    /// Cost of parting a unit from the one before; 0 before the first and after the last.
    double atCue(int unit) {
        return atUnit[unit];
    }

    /// Cost of beginning a line with an atom.
    double atLine(int atom) {
        SpokenText.Atom piece = text.atoms().get(atom);
        boolean beginsUnit = text.firstAtom(piece.unit()) == atom;
        return beginsUnit ? atUnit[piece.unit()] : piece.blankBefore() ? 4 : 6;
    }

    /// Whether the unit before this one ends a sentence.
    boolean sentenceBefore(int unit) {
        return sentence[unit];
    }

    private double cost(int unit) {
        String left = text.word(unit - 1);
        String right = text.word(unit);
        double cost = cut(unit);
        if (sentence[unit]) {
            return cost;
        }
        char end = lastLetter(left);
        if (CLAUSE_ENDS.indexOf(end) >= 0 || (SENTENCE_ENDS.indexOf(end) >= 0 && !leaning.isTitle(bare(left)))) {
            return cost + 1;
        }
        if (blanksAreClauses && text.units().get(unit).blankBefore()) {
            return cost + 1;
        }
        return cost + 3 + leaningCost(bare(left), bare(right)) + nameCost(left, right);
    }

    /// Cost of where in the writing the cut falls.
    private double cut(int unit) {
        SpokenText.Unit right = text.units().get(unit);
        if (!text.startsCluster(right.from())) {
            return 40;
        }
        return right.blankBefore() || text.mayStartLine(right.from()) ? 0 : 12;
    }

    private double leaningCost(String left, String right) {
        double cost = 0;
        if (leaning.isTitle(left) || (isNumber(left) && leaning.isUnit(right))) {
            cost += 6;
        } else if (isNumber(left)) {
            cost += 3;
        }
        if (leaning.leansOnNext(left)) {
            cost += 4;
        }
        if (leaning.leansOnPrevious(right)) {
            cost += 4;
        }
        return leaning.opensPhrase(right) ? cost - 1 : cost;
    }

    private double nameCost(String left, String right) {
        boolean name = capitalsAreNames
                && isCapitalised(left)
                && isCapitalised(right)
                && bare(left).length() > 1;
        return name ? 3 : 0;
    }

    private boolean endsSentence(int unit) {
        String word = text.word(unit);
        char end = lastLetter(word);
        if (SENTENCE_ENDS.indexOf(end) < 0) {
            return false;
        }
        if (end != '.') {
            return true;
        }
        String next = text.word(unit + 1);
        boolean goesOn = Character.isLowerCase(next.codePointAt(0));
        boolean initial = word.length() == 2 && Character.isUpperCase(word.charAt(0)) && !word.startsWith("I.");
        return !goesOn && !initial && !leaning.isTitle(bare(word));
    }

    private static char lastLetter(String word) {
        int at = word.length() - 1;
        while (at > 0 && CLOSERS.indexOf(word.charAt(at)) >= 0) {
            at--;
        }
        return word.charAt(at);
    }

    private static boolean isCapitalised(String word) {
        return Character.isUpperCase(word.codePointAt(0));
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && Character.isDigit(word.charAt(word.length() - 1));
    }

    /// The word without punctuation around it, in lower case.
    private static String bare(String word) {
        int from = 0;
        int to = word.length();
        while (from < to && !isOfWord(word.charAt(from))) {
            from++;
        }
        while (to > from && !isOfWord(word.charAt(to - 1))) {
            to--;
        }
        return word.substring(from, to).toLowerCase(Locale.ROOT);
    }

    private static boolean isOfWord(char c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || Character.isSurrogate(c)
                || c == '%'
                || c == '°'
                || c == '€'
                || c == '$';
    }
}
