package studio.fanz.core.caption;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A transcript as one running text, cut twice: into units (words with their ids and times, between which cues
/// may change) and into atoms (pieces between which lines may break: words, and inside long words of scripts
/// without blanks every place UAX 14 allows). Blanks between words are those the model wrote.
final class SpokenText {

    /// A word that shows something, with the empty ones that follow it.
    ///
    /// @param firstWord   id in the transcript
    /// @param lastWord    id in the transcript, inclusive
    /// @param startMs     at or after the unit before
    /// @param endMs       at or after `startMs`
    /// @param from        index into the text
    /// @param to          index after it
    /// @param blankBefore whether a blank parts it from the unit before
    record Unit(int firstWord, int lastWord, long startMs, long endMs, int from, int to, boolean blankBefore) {}

    /// A piece of a unit that no line break parts.
    ///
    /// @param from        index into the text
    /// @param to          index after it, blanks excluded
    /// @param unit        the unit it belongs to
    /// @param blankBefore whether a blank parts it from the atom before
    record Atom(int from, int to, int unit, boolean blankBefore) {}

    private final String text;
    private final List<Unit> units;
    private final List<Atom> atoms;
    private final int[] firstAtom;
    private final boolean[] clusterStarts;
    private final boolean[] lineBreaks;

    private SpokenText(String text, List<Unit> units, String language) {
        this.text = text;
        this.units = List.copyOf(units);
        this.clusterStarts = Graphemes.starts(text);
        this.lineBreaks = lineBreaks(text, clusterStarts, language);
        this.firstAtom = new int[units.size() + 1];
        List<Atom> found = new ArrayList<>();
        for (int u = 0; u < units.size(); u++) {
            firstAtom[u] = found.size();
            addAtoms(u, found);
        }
        firstAtom[units.size()] = found.size();
        this.atoms = List.copyOf(found);
    }

    /// Joins the words of a transcript.
    static SpokenText of(Transcript transcript) {
        StringBuilder text = new StringBuilder();
        List<Unit> units = new ArrayList<>();
        int word = 0;
        for (Segment segment : transcript.segments()) {
            boolean[] blanks = WordJoin.blanksBefore(segment, text);
            for (int i = 0; i < segment.words().size(); i++) {
                add(units, text, segment.words().get(i), word++, blanks[i]);
            }
        }
        return new SpokenText(text.toString(), units, transcript.language());
    }

    String text() {
        return text;
    }

    List<Unit> units() {
        return units;
    }

    List<Atom> atoms() {
        return atoms;
    }

    /// Index of a unit's first atom; of the last unit + 1: the number of atoms.
    int firstAtom(int unit) {
        return firstAtom[unit];
    }

    /// The text of a unit.
    String word(int unit) {
        return text.substring(units.get(unit).from(), units.get(unit).to());
    }

    /// The text of atoms `from` to `to` (exclusive) on one line.
    String line(int from, int to) {
        return text.substring(atoms.get(from).from(), atoms.get(to - 1).to());
    }

    /// Whether a place of the text begins a grapheme cluster.
    boolean startsCluster(int at) {
        return clusterStarts[at];
    }

    /// Whether UAX 14 lets a line begin at a place of the text.
    boolean mayStartLine(int at) {
        return lineBreaks[at];
    }

    private static void add(List<Unit> units, StringBuilder text, Word word, int id, boolean blankBefore) {
        String shown = word.text().strip().replaceAll("[\\s\\p{Zl}\\p{Zp}]+", " ");
        Unit last = units.isEmpty() ? null : units.getLast();
        if (shown.isEmpty() && last != null) {
            units.set(
                    units.size() - 1,
                    new Unit(
                            last.firstWord(),
                            id,
                            last.startMs(),
                            Math.max(last.endMs(), word.endMs()),
                            last.from(),
                            last.to(),
                            last.blankBefore()));
        }
        if (shown.isEmpty()) {
            return;
        }
        boolean blank = blankBefore && !text.isEmpty();
        text.append(blank ? " " : "");
        int from = text.length();
        text.append(shown);
        long start = Math.max(word.startMs(), last == null ? 0 : last.startMs());
        int first = last == null ? 0 : id;
        units.add(new Unit(first, id, start, Math.max(start, word.endMs()), from, text.length(), blank));
    }

    private void addAtoms(int u, List<Atom> found) {
        Unit unit = units.get(u);
        int from = unit.from();
        boolean blank = unit.blankBefore();
        for (int at = from + 1; at <= unit.to(); at++) {
            boolean ends = at == unit.to() || (lineBreaks[at] && clusterStarts[at]);
            if (!ends) {
                continue;
            }
            boolean blankBehind = at < unit.to() && text.charAt(at - 1) == ' ';
            found.add(new Atom(from, blankBehind ? at - 1 : at, u, blank));
            from = at;
            blank = blankBehind;
        }
    }

    private static boolean[] lineBreaks(String text, boolean[] clusterStarts, String language) {
        boolean[] breaks = new boolean[text.length() + 1];
        BreakIterator lines = BreakIterator.getLineInstance(Locale.forLanguageTag(CaptionProfile.primary(language)));
        lines.setText(text);
        for (int at = lines.first(); at != BreakIterator.DONE; at = lines.next()) {
            breaks[at] = clusterStarts[at];
        }
        return breaks;
    }
}
