package studio.fanz.media.render;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One line of a caption, shaped: each run of letters in a font that has them, in the order the eye sees them.
final class StyledLine {

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private final @Nullable TextLayout layout;

    private StyledLine(@Nullable TextLayout layout) {
        this.layout = layout;
    }

    /// A text that only holds letters the fonts draw, and what had to be left out.
    ///
    /// @param text  with blanks tidied where something was left out
    /// @param notes codes with details, see [CaptionOverlay.Note]
    record Drawable(String text, List<String[]> notes) {}

    /// Leaves out what cannot be drawn.
    static Drawable drawable(String line, FontChain fonts) {
        StringBuilder kept = new StringBuilder();
        List<String[]> notes = new ArrayList<>();
        Matcher clusters = CLUSTER.matcher(line);
        while (clusters.find()) {
            String cluster = clusters.group();
            if (isColourEmoji(cluster)) {
                notes.add(new String[] {"colour-emoji", names(cluster)});
            } else if (fonts.forCluster(cluster).isEmpty()) {
                notes.add(new String[] {"no-glyph", names(cluster)});
            } else {
                kept.append(cluster);
            }
        }
        String text = notes.isEmpty() ? line : kept.toString().replaceAll(" {2,}", " ");
        return new Drawable(text.strip(), notes);
    }

    /// Shapes a drawable text.
    ///
    /// @param size        of the letters in pixels (one em)
    /// @param rightToLeft the base direction, which decides where punctuation and numbers stand
    static StyledLine of(String text, FontChain fonts, double size, boolean rightToLeft) {
        if (text.isEmpty()) {
            return new StyledLine(null);
        }
        AttributedString styled = new AttributedString(text);
        styled.addAttribute(
                TextAttribute.RUN_DIRECTION,
                rightToLeft ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR);
        Matcher clusters = CLUSTER.matcher(text);
        Font last = null;
        while (clusters.find()) {
            last = font(clusters.group(), fonts, last);
            styled.addAttribute(TextAttribute.FONT, last.deriveFont((float) size), clusters.start(), clusters.end());
        }
        return new StyledLine(new TextLayout(styled.getIterator(), CONTEXT));
    }

    /// Width that the line takes, ink and advance whichever is more, in pixels.
    double width() {
        if (layout == null) {
            return 0;
        }
        return Math.max(layout.getAdvance(), layout.getBounds().getMaxX())
                - Math.min(0, layout.getBounds().getMinX());
    }

    /// Pixels above the base line that ink reaches.
    double above() {
        return layout == null ? 0 : Math.max(0, -layout.getBounds().getMinY());
    }

    /// Pixels below the base line that ink reaches.
    double below() {
        return layout == null ? 0 : Math.max(0, layout.getBounds().getMaxY());
    }

    /// The letters as one shape.
    ///
    /// @param x left edge
    /// @param y base line
    Shape outline(double x, double y) {
        return layout == null
                ? new java.awt.geom.Path2D.Double()
                : layout.getOutline(AffineTransform.getTranslateInstance(
                        x - Math.min(0, layout.getBounds().getMinX()), y));
    }

    private static Font font(String cluster, FontChain fonts, @Nullable Font last) {
        boolean neutral = cluster.codePoints()
                .noneMatch(c -> Character.isLetterOrDigit(c) || Character.getType(c) == Character.OTHER_SYMBOL);
        if (last != null && neutral && FontChain.draws(last, cluster)) {
            return last;
        }
        Optional<Font> own = fonts.forCluster(cluster);
        return own.orElseThrow(() -> new IllegalStateException("not drawable: " + names(cluster)));
    }

    private static boolean isColourEmoji(String cluster) {
        return cluster.codePoints().anyMatch(c -> c == 0xFE0F || Character.isEmojiPresentation(c));
    }

    private static String names(String cluster) {
        return cluster.codePoints()
                .mapToObj(c -> String.format("U+%04X", c))
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }
}
