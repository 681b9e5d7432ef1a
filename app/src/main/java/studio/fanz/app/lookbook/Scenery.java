package studio.fanz.app.lookbook;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/// Painted landscapes for the generated library: nobody's photographs, nobody's face. Pure; same seed, same picture.
final class Scenery {

    private Scenery() {}

    /// Hills at dusk, one behind the other.
    static BufferedImage hills(int width, int height, long seed) {
        return paint(width, height, g -> {
            var random = new Random(seed);
            float hue = 0.02f + random.nextFloat() * 0.1f;
            sky(g, width, height, Color.getHSBColor(0.62f, 0.55f, 0.35f), Color.getHSBColor(hue, 0.5f, 0.98f));
            glow(g, width * (0.25 + random.nextDouble() * 0.5), height * 0.55, height * 0.5, new Color(255, 236, 190));
            for (int layer = 0; layer < 5; layer++) {
                float depth = layer / 4f;
                g.setColor(Color.getHSBColor(0.6f + depth * 0.03f, 0.25f + depth * 0.35f, 0.55f - depth * 0.45f));
                g.fill(ridge(width, height, height * (0.5 + depth * 0.38), height * (0.16 - depth * 0.08), random));
            }
        });
    }

    /// The sea with a low sun.
    static BufferedImage sea(int width, int height, long seed) {
        return paint(width, height, g -> {
            var random = new Random(seed);
            double horizon = height * 0.46;
            sky(g, width, (int) horizon, new Color(66, 120, 168), new Color(250, 214, 176));
            double sun = width * (0.3 + random.nextDouble() * 0.4);
            glow(g, sun, horizon * 0.82, height * 0.42, new Color(255, 244, 214));
            g.setPaint(
                    new GradientPaint(0, (float) horizon, new Color(120, 150, 160), 0, height, new Color(14, 44, 66)));
            g.fill(new java.awt.geom.Rectangle2D.Double(0, horizon, width, height - horizon));
            for (int i = 0; i < 900; i++) {
                double down = Math.pow(random.nextDouble(), 1.6);
                double y = horizon + down * (height - horizon);
                double spread = width * (0.03 + down * 0.34);
                double x = sun + random.nextGaussian() * spread;
                double length = 2 + down * width * 0.03;
                g.setColor(new Color(255, 240, 205, (int) (150 - down * 110)));
                g.setStroke(new BasicStroke((float) (0.8 + down * 2)));
                g.drawLine((int) (x - length), (int) y, (int) (x + length), (int) y);
            }
        });
    }

    /// Lights of a town at night, out of focus.
    static BufferedImage lights(int width, int height, long seed) {
        return paint(width, height, g -> {
            var random = new Random(seed);
            sky(g, width, height, new Color(10, 12, 22), new Color(38, 28, 40));
            for (int i = 0; i < 90; i++) {
                double size = height * (0.02 + random.nextDouble() * 0.12);
                double x = random.nextDouble() * width;
                double y = height * (0.25 + random.nextGaussian() * 0.18 + 0.2);
                Color light = Color.getHSBColor(0.02f + random.nextFloat() * 0.14f, 0.65f, 1f);
                g.setComposite(AlphaComposite.SrcOver.derive(0.1f + random.nextFloat() * 0.35f));
                g.setColor(light);
                g.fill(new Ellipse2D.Double(x - size / 2, y - size / 2, size, size));
                g.setStroke(new BasicStroke(1.2f));
                g.draw(new Ellipse2D.Double(x - size / 2, y - size / 2, size, size));
            }
            g.setComposite(AlphaComposite.SrcOver);
        });
    }

    /// A cup on a wooden table, from above.
    static BufferedImage table(int width, int height, long seed) {
        return paint(width, height, g -> {
            var random = new Random(seed);
            sky(g, width, height, new Color(142, 98, 62), new Color(104, 66, 40));
            for (int i = 0; i < 160; i++) {
                int y = random.nextInt(height);
                g.setColor(new Color(60, 34, 18, 18 + random.nextInt(40)));
                g.setStroke(new BasicStroke(1 + random.nextFloat() * 2));
                var grain = new Path2D.Double();
                grain.moveTo(0, y);
                double bend = random.nextGaussian() * height * 0.02;
                grain.curveTo(width * 0.3, y + bend, width * 0.6, y - bend, width, y + bend / 2);
                g.draw(grain);
            }
            double r = height * 0.3;
            double x = width * (0.4 + random.nextDouble() * 0.2);
            double y = height * 0.52;
            disc(g, x + r * 0.12, y + r * 0.16, r * 1.32, new Color(0, 0, 0, 70));
            disc(g, x, y, r * 1.3, new Color(232, 228, 218));
            disc(g, x, y, r * 1.12, new Color(214, 208, 196));
            disc(g, x, y, r * 0.92, new Color(244, 241, 234));
            disc(g, x, y, r * 0.78, new Color(70, 38, 20));
            g.setPaint(new RadialGradientPaint(
                    (float) (x - r * 0.1), (float) (y - r * 0.12), (float) (r * 0.7), new float[] {0, 1}, new Color[] {
                        new Color(206, 148, 92), new Color(96, 54, 28)
                    }));
            g.fill(new Ellipse2D.Double(x - r * 0.72, y - r * 0.72, r * 1.44, r * 1.44));
        });
    }

    /// Leaves against the light.
    static BufferedImage leaves(int width, int height, long seed) {
        return paint(width, height, g -> {
            var random = new Random(seed);
            sky(g, width, height, new Color(196, 220, 150), new Color(60, 110, 66));
            glow(g, width * 0.7, height * 0.2, height * 0.7, new Color(255, 252, 214));
            for (int i = 0; i < 130; i++) {
                double depth = i / 130.0;
                double x = random.nextDouble() * width;
                double y = random.nextDouble() * height;
                double size = height * (0.06 + depth * 0.14);
                var leaf = new Path2D.Double();
                leaf.moveTo(0, -size);
                leaf.curveTo(size * 0.6, -size * 0.4, size * 0.5, size * 0.5, 0, size);
                leaf.curveTo(-size * 0.5, size * 0.5, -size * 0.6, -size * 0.4, 0, -size);
                var place = g.getTransform();
                g.translate(x, y);
                g.rotate(random.nextDouble() * Math.PI * 2);
                g.setColor(Color.getHSBColor(
                        0.26f + random.nextFloat() * 0.08f, 0.5f + (float) depth * 0.3f, 0.75f - (float) depth * 0.5f));
                g.fill(leaf);
                g.setColor(new Color(230, 245, 190, 60));
                g.setStroke(new BasicStroke(1.2f));
                g.drawLine(0, (int) -size, 0, (int) size);
                g.setTransform(place);
            }
        });
    }

    private interface Brush {
        void paint(Graphics2D g);
    }

    private static BufferedImage paint(int width, int height, Brush brush) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        brush.paint(g);
        g.dispose();
        return picture;
    }

    private static void sky(Graphics2D g, int width, int height, Color top, Color bottom) {
        g.setPaint(new GradientPaint(0, 0, top, 0, height, bottom));
        g.fillRect(0, 0, width, height);
    }

    private static void glow(Graphics2D g, double x, double y, double radius, Color colour) {
        var clear = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 0);
        g.setPaint(new RadialGradientPaint(
                (float) x, (float) y, (float) radius, new float[] {0.06f, 0.1f, 1}, new Color[] {
                    colour, new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 170), clear
                }));
        g.fill(new Ellipse2D.Double(x - radius, y - radius, radius * 2, radius * 2));
    }

    private static void disc(Graphics2D g, double x, double y, double radius, Color colour) {
        g.setColor(colour);
        g.fill(new Ellipse2D.Double(x - radius, y - radius, radius * 2, radius * 2));
    }

    private static Path2D ridge(int width, int height, double base, double swing, Random random) {
        var ridge = new Path2D.Double();
        double a = random.nextDouble() * 7;
        double b = random.nextDouble() * 7;
        ridge.moveTo(0, height);
        for (int x = 0; x <= width; x += 4) {
            double t = x / (double) width;
            double y = base
                    - swing
                            * (Math.sin(t * 5 + a) * 0.6
                                    + Math.sin(t * 13 + b) * 0.28
                                    + Math.sin(t * 37 + a * b) * 0.06);
            ridge.lineTo(x, y);
        }
        ridge.lineTo(width, height);
        ridge.closePath();
        return ridge;
    }
}
