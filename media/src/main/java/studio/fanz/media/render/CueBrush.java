package studio.fanz.media.render;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/// Puts the letters of a cue on a strip, centred, the last line at the bottom.
final class CueBrush {

    private static final Color LETTERS = Color.WHITE;
    private static final Color OUTLINE = new Color(0x10, 0x10, 0x10);
    private static final Color BOX = new Color(0, 0, 0, 190);

    private final CueLayout layout;
    private final CaptionLook look;

    CueBrush(CueLayout layout, CaptionLook look) {
        this.layout = layout;
        this.look = look;
    }

    /// Wipes the strip and draws the cue.
    void draw(BufferedImage strip, CueLayout.Fitted cue) {
        Graphics2D g = strip.createGraphics();
        try {
            g.setComposite(AlphaComposite.Clear);
            g.fillRect(0, 0, strip.getWidth(), strip.getHeight());
            g.setComposite(AlphaComposite.SrcOver);
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            lines(g, strip, cue);
        } finally {
            g.dispose();
        }
    }

    private void lines(Graphics2D g, BufferedImage strip, CueLayout.Fitted cue) {
        CueLayout.Row row = layout.row(cue);
        double height = row.above() + row.below();
        double top = strip.getHeight() - layout.margin() - height * cue.lines().size();
        for (int i = 0; i < cue.lines().size(); i++) {
            StyledLine line = layout.shape(cue.lines().get(i), cue);
            double x = (strip.getWidth() - line.width()) / 2;
            double base = top + height * i + row.above();
            if (look == CaptionLook.BOX) {
                box(g, x, base - row.above(), line.width(), height);
            }
            letters(g, line.outline(x, base), layout.lineHeight(cue));
        }
    }

    private void letters(Graphics2D g, Shape letters, double lineHeight) {
        if (look == CaptionLook.PLAIN) {
            // A stack of faint, ever narrower strokes is a soft shadow at a hundredth of the price of a blur.
            g.translate(0, lineHeight * 0.03);
            for (double width : new double[] {0.26, 0.2, 0.14}) {
                stroke(g, letters, new Color(0, 0, 0, 45), lineHeight * width);
            }
            g.translate(0, -lineHeight * 0.03);
            stroke(g, letters, OUTLINE, lineHeight * 0.09);
        }
        g.setColor(LETTERS);
        g.fill(letters);
    }

    private static void stroke(Graphics2D g, Shape shape, Color colour, double width) {
        g.setColor(colour);
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(shape);
    }

    private void box(Graphics2D g, double x, double y, double width, double height) {
        double side = layout.margin() * 0.7;
        g.setColor(BOX);
        g.fill(new RoundRectangle2D.Double(x - side, y, width + 2 * side, height, height * 0.2, height * 0.2));
    }
}
