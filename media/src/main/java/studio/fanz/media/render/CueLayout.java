package studio.fanz.media.render;

import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import studio.fanz.core.caption.CaptionRules;

/// Fits the lines of a cue into the room a picture leaves: as they are, else broken anew, else smaller; never
/// cut off. Not thread-safe.
final class CueLayout {

    /// Line height to size of letters, as the BBC's guide has it.
    static final double LEADING = 1.2;

    /// Height of a line where the profile says nothing, per cent of the picture's shorter edge.
    private static final double LINE_PCT = 6.5;

    /// The same in upright pictures, which are watched on telephones.
    private static final double UPRIGHT_LINE_PCT = 8;

    private static final double STEP = 0.95;

    /// Share of a line above its base line: Latin letters then stand in the middle.
    private static final double ABOVE = 0.74;

    /// Share of a line that stays free of ink above and below.
    private static final double AIR = 0.04;
    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "he", "iw", "fa", "ur", "ps", "yi", "sd", "ug", "dv", "ckb", "arc", "syr");

    private final FontChain fonts;
    private final String language;
    private final double lineHeight;
    private final double maxWidth;
    private final double maxHeight;
    private final int maxLines;

    /// Lines that fit.
    ///
    /// @param lines       in order, drawable
    /// @param scale       size against what was asked, at most 1
    /// @param rewrapped   whether lines were broken anew
    /// @param rightToLeft base direction
    record Fitted(List<String> lines, double scale, boolean rewrapped, boolean rightToLeft) {}

    CueLayout(FontChain fonts, String language, CaptionRules rules, CaptionArea area) {
        this.fonts = fonts;
        this.language = language;
        this.lineHeight = lineHeight(rules, area);
        double allowed = area.width() * rules.or("max_line_width_pct", 100) / 100;
        this.maxWidth = Math.min(allowed, area.room()) - 2 * margin();
        this.maxHeight = area.bottom() - area.top() - 2 * margin();
        this.maxLines = rules.count("max_lines", 2);
    }

    /// Room around the letters for outline, shadow or box, in pixels.
    double margin() {
        return Math.ceil(lineHeight * 0.22) + 1;
    }

    /// Height of a line of a cue, in pixels.
    double lineHeight(Fitted cue) {
        return lineHeight * cue.scale();
    }

    /// A line of a fitted cue, shaped.
    StyledLine shape(String line, Fitted cue) {
        return StyledLine.of(line, fonts, lineHeight(cue) / LEADING, cue.rightToLeft());
    }

    /// Height of a cue's lines together, in pixels.
    double height(Fitted cue) {
        Row row = row(cue);
        return (row.above() + row.below()) * cue.lines().size();
    }

    /// The row every line of a cue stands in: the asked line height, more where tall letters and their marks
    /// need it.
    ///
    /// @param above pixels from the row's top to its base line
    /// @param below pixels from the base line to the row's bottom
    record Row(double above, double below) {}

    /// The row of a cue.
    Row row(Fitted cue) {
        double above = lineHeight(cue) * ABOVE;
        double below = lineHeight(cue) * (1 - ABOVE);
        double air = lineHeight(cue) * AIR;
        for (String line : cue.lines()) {
            StyledLine shaped = shape(line, cue);
            above = Math.max(above, shaped.above() + air);
            below = Math.max(below, shaped.below() + air);
        }
        return new Row(above, below);
    }

    /// Fits lines that hold only drawable letters.
    Fitted fit(List<String> lines) {
        boolean rightToLeft = isRightToLeft(lines);
        List<String> shown = lines.stream().filter(line -> !line.isEmpty()).toList();
        double scale = 1;
        while (scale > 0.5) {
            Fitted asIs = new Fitted(shown, scale, false, rightToLeft);
            if (fits(asIs)) {
                return asIs;
            }
            Fitted anew = new Fitted(wrap(shown, asIs), scale, true, rightToLeft);
            if (anew.lines().size() <= Math.max(maxLines, shown.size()) && fits(anew)) {
                return anew;
            }
            scale *= STEP;
        }
        return shrunk(new Fitted(wrap(shown, new Fitted(shown, scale, true, rightToLeft)), scale, true, rightToLeft));
    }

    /// The last resort: whatever size makes it fit.
    private Fitted shrunk(Fitted cue) {
        Fitted smaller = cue;
        while (!fits(smaller) && smaller.scale() > 0.02) {
            smaller = new Fitted(cue.lines(), smaller.scale() * STEP, true, cue.rightToLeft());
        }
        return smaller;
    }

    private boolean fits(Fitted cue) {
        boolean wide = cue.lines().stream().anyMatch(line -> shape(line, cue).width() > maxWidth);
        return !wide && height(cue) <= maxHeight;
    }

    /// Breaks the whole text anew where UAX 14 allows, each line as full as fits.
    private List<String> wrap(List<String> lines, Fitted like) {
        String text = String.join(joint(), lines);
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.forLanguageTag(language));
        breaks.setText(text);
        List<String> wrapped = new ArrayList<>();
        int start = 0;
        int last = 0;
        for (int at = breaks.next(); at != BreakIterator.DONE; at = breaks.next()) {
            String line = text.substring(start, at).strip();
            if (last > start && shape(line, like).width() > maxWidth) {
                wrapped.add(text.substring(start, last).strip());
                start = last;
            }
            last = at;
        }
        wrapped.add(text.substring(start).strip());
        return wrapped;
    }

    /// What stood where a line was broken.
    private String joint() {
        return Set.of("ja", "zh", "th", "lo", "km", "my", "yue").contains(language) ? "" : " ";
    }

    private boolean isRightToLeft(List<String> lines) {
        String text = String.join("\n", lines);
        boolean some = Bidi.requiresBidi(text.toCharArray(), 0, text.length());
        boolean byLanguage = RIGHT_TO_LEFT.contains(language.split("-", 2)[0]);
        return some && (byLanguage || !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight());
    }

    private static double lineHeight(CaptionRules rules, CaptionArea area) {
        if (rules.has("line_height_pct")) {
            return area.height() * rules.or("line_height_pct", 0) / 100;
        }
        boolean upright = area.height() > area.width();
        return Math.min(area.width(), area.height()) * (upright ? UPRIGHT_LINE_PCT : LINE_PCT) / 100;
    }
}
