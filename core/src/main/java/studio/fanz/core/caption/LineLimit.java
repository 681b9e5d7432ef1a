package studio.fanz.core.caption;

/// How much a line may hold: grapheme clusters, or an estimated width where a profile states only that.
final class LineLimit {

    /// Taken where a profile limits neither.
    private static final int OPEN = 42;

    private final SpokenText text;
    private final double max;
    private final double[] sizeUpTo;
    private final double blank;

    LineLimit(SpokenText text, CaptionRules rules) {
        this.text = text;
        boolean byWidth = countsWidth(rules);
        this.max = byWidth ? rules.or("max_line_width_pct", 100) : rules.count("max_chars_per_line", OPEN);
        this.blank = byWidth ? LineWidth.percent(" ") : 1;
        this.sizeUpTo = new double[text.atoms().size() + 1];
        for (int a = 0; a < text.atoms().size(); a++) {
            SpokenText.Atom atom = text.atoms().get(a);
            String piece = text.text().substring(atom.from(), atom.to());
            double size = byWidth ? LineWidth.percent(piece) : Graphemes.count(piece);
            sizeUpTo[a + 1] = sizeUpTo[a] + size + (atom.blankBefore() ? blank : 0);
        }
    }

    /// Whether a profile limits lines by their width alone.
    static boolean countsWidth(CaptionRules rules) {
        return rules.has("max_line_width_pct") && !rules.has("max_chars_per_line");
    }

    double max() {
        return max;
    }

    /// Size of atoms `from` to `to` (exclusive) on one line.
    double size(int from, int to) {
        double leading = text.atoms().get(from).blankBefore() ? blank : 0;
        return sizeUpTo[to] - sizeUpTo[from] - leading;
    }

    /// Whether they fit one line; a single atom has to.
    boolean fits(int from, int to) {
        return to - from == 1 || size(from, to) <= max + 1e-9;
    }
}
