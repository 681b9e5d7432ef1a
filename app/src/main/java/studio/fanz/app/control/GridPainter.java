package studio.fanz.app.control;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import studio.fanz.app.theme.Tokens;

/// Draws the cells of a [MediaGrid].
final class GridPainter {

    private static final double RADIUS = 8;
    private static final int POSTER_HEIGHT = 220;
    private static final int WIDTHS = 4_000;
    private static final Font NAME = Font.font("Inter", 13);
    private static final Font CORNER = Font.font("DejaVu Sans Mono", 11);

    private final Pictures pictures;
    private final ObservableValue<Tokens> tokens;
    private final Map<String, String> fitted = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > WIDTHS;
        }
    };
    private final Text ruler = new Text();
    private Runnable loaded = () -> {};
    private @Nullable GraphicsContext g;

    GridPainter(Pictures pictures, ObservableValue<Tokens> tokens) {
        this.pictures = pictures;
        this.tokens = tokens;
        ruler.setFont(NAME);
    }

    /// Where a picture stands on the canvas.
    record Place(double x, double y, double width, double height) {}

    /// Called when a picture that was still loading has come.
    void loaded(Runnable action) {
        loaded = action;
    }

    void begin(GraphicsContext context, double width, double height) {
        g = context;
        context.setFill(colour("bg0"));
        context.fillRect(0, 0, width, height);
        context.setTextBaseline(VPos.CENTER);
    }

    void cell(GridCell cell, Place at, boolean chosen, boolean ring, double scrub) {
        GraphicsContext to = context();
        boolean strip = scrub >= 0 && cell.strip().isPresent();
        Image image = strip
                ? pictures.of(cell.strip().orElseThrow(), 0)
                : cell.poster().map(file -> pictures.of(file, POSTER_HEIGHT)).orElse(null);
        plate(to, at);
        if (ready(image) && image != null) {
            if (strip) {
                stripCell(to, image, at, cell.cells(), scrub);
            } else {
                cover(to, image, at);
            }
            corners(to, at);
        } else if (cell.badges().contains(GridCell.Sign.SOUND)) {
            sound(to, at, cell.name().hashCode());
        }
        if (scrub >= 0 && cell.strip().isPresent()) {
            to.setFill(Color.WHITE);
            to.fillRect(at.x() + scrub * at.width() - 1, at.y(), 2, at.height());
        }
        badges(to, cell, at);
        corner(to, cell.corner(), at);
        outline(to, at, chosen, ring);
        to.setFill(colour("t1"));
        to.setFont(NAME);
        to.fillText(fit(cell.name(), at.width() - 4), at.x() + 2, at.y() + at.height() + 16);
    }

    private void plate(GraphicsContext to, Place at) {
        to.setFill(colour("bg2"));
        to.fillRoundRect(at.x(), at.y(), at.width(), at.height(), RADIUS * 2, RADIUS * 2);
    }

    private boolean ready(@Nullable Image image) {
        if (image == null || image.isError()) {
            return false;
        }
        if (image.getProgress() < 1) {
            image.progressProperty().subscribe(progress -> {
                if (progress.doubleValue() >= 1) {
                    loaded.run();
                }
            });
            return false;
        }
        return true;
    }

    private static void cover(GraphicsContext to, Image image, Place at) {
        double scale = Math.max(at.width() / image.getWidth(), at.height() / image.getHeight());
        double w = at.width() / scale;
        double h = at.height() / scale;
        to.drawImage(
                image,
                (image.getWidth() - w) / 2,
                (image.getHeight() - h) / 2,
                w,
                h,
                at.x(),
                at.y(),
                at.width(),
                at.height());
    }

    private static void stripCell(GraphicsContext to, Image strip, Place at, int cells, double scrub) {
        double cellWidth = strip.getWidth() / cells;
        int cell = Math.clamp((long) (scrub * cells), 0, cells - 1);
        double scale = Math.max(at.width() / cellWidth, at.height() / strip.getHeight());
        double w = at.width() / scale;
        double h = at.height() / scale;
        to.drawImage(
                strip,
                cell * cellWidth + (cellWidth - w) / 2,
                (strip.getHeight() - h) / 2,
                w,
                h,
                at.x(),
                at.y(),
                at.width(),
                at.height());
    }

    /// Paints the ground over the four corners: far cheaper than clipping each picture.
    private void corners(GraphicsContext to, Place at) {
        to.setFill(colour("bg0"));
        corner(to, at.x(), at.y(), 1, 1);
        corner(to, at.x() + at.width(), at.y(), -1, 1);
        corner(to, at.x(), at.y() + at.height(), 1, -1);
        corner(to, at.x() + at.width(), at.y() + at.height(), -1, -1);
    }

    private static void corner(GraphicsContext to, double x, double y, int right, int down) {
        to.beginPath();
        to.moveTo(x - right, y - down);
        to.lineTo(x + right * RADIUS, y - down);
        to.lineTo(x + right * RADIUS, y);
        to.quadraticCurveTo(x, y, x, y + down * RADIUS);
        to.lineTo(x - right, y + down * RADIUS);
        to.closePath();
        to.fill();
    }

    private void sound(GraphicsContext to, Place at, int seed) {
        to.setStroke(colour("wave"));
        to.setLineWidth(2);
        double middle = at.y() + at.height() / 2;
        int steps = (int) (at.width() / 5);
        for (int i = 2; i < steps - 1; i++) {
            double swing = 0.5 + 0.5 * Math.sin(i * 0.45 + seed % 7) * Math.sin(i * 0.13 + seed % 5);
            double h = at.height() * (0.05 + 0.24 * swing);
            to.strokeLine(at.x() + i * 5, middle - h, at.x() + i * 5, middle + h);
        }
    }

    private void badges(GraphicsContext to, GridCell cell, Place at) {
        double x = at.x() + 8;
        for (GridCell.Sign sign : cell.badges()) {
            if (sign == GridCell.Sign.SOUND || x + 22 > at.x() + at.width()) {
                continue;
            }
            to.setGlobalAlpha(0.78);
            to.setFill(colour("plate"));
            to.fillRoundRect(x, at.y() + 8, 21, 20, 9, 9);
            to.setGlobalAlpha(1);
            sign(to, sign, x + 10.5, at.y() + 18);
            x += 25;
        }
    }

    private void sign(GraphicsContext to, GridCell.Sign sign, double x, double y) {
        to.setStroke(colour("platet"));
        to.setLineWidth(1.3);
        switch (sign) {
            case CAPTIONED -> {
                to.strokeRoundRect(x - 6, y - 4.5, 12, 9, 3, 3);
                to.strokeLine(x - 3.5, y + 1.5, x + 0.5, y + 1.5);
                to.strokeLine(x + 2, y + 1.5, x + 3.5, y + 1.5);
            }
            case CHECKED -> {
                to.strokePolyline(
                        new double[] {x - 4.5, x - 1.2, x + 4.8}, new double[] {y + 0.2, y + 3.6, y - 3.6}, 3);
            }
            case NEEDS_LOOK -> {
                to.setFill(Color.web("#FFB27A"));
                to.fillPolygon(new double[] {x, x + 5, x, x - 5}, new double[] {y - 5, y, y + 5, y}, 4);
            }
            case SOUND -> {}
        }
    }

    private void corner(GraphicsContext to, String words, Place at) {
        if (words.isEmpty()) {
            return;
        }
        double width = words.length() * 6.7 + 12;
        double x = at.x() + at.width() - width - 7;
        double y = at.y() + at.height() - 25;
        to.setGlobalAlpha(0.82);
        to.setFill(colour("plate"));
        to.fillRoundRect(x, y, width, 18, 8, 8);
        to.setGlobalAlpha(1);
        to.setFill(colour("platet"));
        to.setFont(CORNER);
        to.fillText(words, x + 6, y + 9.5);
    }

    private void outline(GraphicsContext to, Place at, boolean chosen, boolean ring) {
        if (!chosen && !ring) {
            return;
        }
        double out = chosen ? 3 : 2;
        to.setStroke(colour(ring ? "focus" : "acc-edge"));
        to.setLineWidth(2);
        double r = (RADIUS + out) * 2;
        to.strokeRoundRect(at.x() - out, at.y() - out, at.width() + 2 * out, at.height() + 2 * out, r, r);
        if (chosen && ring) {
            to.strokeRoundRect(at.x() + 1, at.y() + 1, at.width() - 2, at.height() - 2, RADIUS * 2, RADIUS * 2);
        }
    }

    private String fit(String words, double width) {
        return fitted.computeIfAbsent((int) width + "|" + words, _ -> {
            String shown = words;
            ruler.setText(shown);
            while (shown.length() > 1 && ruler.getLayoutBounds().getWidth() > width) {
                shown = shown.substring(0, shown.length() - 1).stripTrailing();
                ruler.setText(shown + "…");
            }
            return shown.length() == words.length() ? words : shown + "…";
        });
    }

    private Color colour(String name) {
        return tokens.getValue().get(name);
    }

    private GraphicsContext context() {
        if (g == null) {
            throw new IllegalStateException("begin first");
        }
        return g;
    }
}
