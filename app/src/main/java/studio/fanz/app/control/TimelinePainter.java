package studio.fanz.app.control;

import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import studio.fanz.app.theme.Tokens;
import studio.fanz.core.time.Span;
import studio.fanz.core.time.Timecode;

/// Draws a [TimelineView].
final class TimelinePainter {

    /// Room for the rows' names, pixels.
    static final double HEAD = 108;
    /// Room behind the end.
    static final double TAIL = 18;
    /// Height that shows all rows.
    static final double HEIGHT = 214;

    private static final double RULER = 26;
    private static final double GAP = 8;
    private static final double CAPTIONS = 30;
    private static final double PICTURE = 52;
    private static final double SOUND = 62;
    private static final Font SMALL = Font.font("Inter", 12);
    private static final Font MONO = Font.font("DejaVu Sans Mono", 11);

    private final Pictures pictures;
    private final ObservableValue<Tokens> tokens;
    private final String[] names;
    private Runnable loaded = () -> {};

    TimelinePainter(Pictures pictures, ObservableValue<Tokens> tokens, String[] names) {
        this.pictures = pictures;
        this.tokens = tokens;
        this.names = names;
    }

    void loaded(Runnable action) {
        loaded = action;
    }

    void draw(Canvas canvas, Timeline line, TimeScale scale, long position, boolean focused) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        g.setFill(colour("bg1"));
        g.fillRect(0, 0, width, height);
        if (line.durationMs() <= 0) {
            return;
        }
        double captions = RULER + GAP;
        double picture = captions + CAPTIONS + GAP;
        double sound = picture + PICTURE + GAP;
        g.setFill(colour("bg0"));
        g.fillRect(HEAD, 0, width - HEAD, RULER);
        head(g, names[0], captions + CAPTIONS / 2);
        head(g, names[1], picture + PICTURE / 2);
        head(g, names[2], sound + SOUND / 2);
        g.save();
        g.beginPath();
        g.rect(HEAD - 8, 0, width - HEAD + 8, height);
        g.clip();
        g.translate(HEAD, 0);
        ruler(g, scale, height);
        picture(g, line, scale, picture);
        sound(g, line, scale, sound);
        blocks(g, line, scale, captions, position);
        removed(g, line, scale, picture, sound + SOUND);
        marks(g, line, scale);
        playhead(g, scale.x(position), height);
        g.restore();
        if (focused) {
            g.setStroke(colour("focus"));
            g.setLineWidth(2);
            g.strokeRect(1, 1, width - 2, height - 2);
        }
    }

    private void head(GraphicsContext g, String name, double middle) {
        g.setFill(colour("t2"));
        g.setFont(SMALL);
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(name, 16, middle, HEAD - 24);
    }

    private void ruler(GraphicsContext g, TimeScale scale, double height) {
        long step = scale.step(64);
        g.setFont(MONO);
        g.setTextAlign(TextAlignment.LEFT);
        g.setLineWidth(1);
        for (long ms = scale.ms(0) / step * step; ms <= scale.ms(scale.width()); ms += step) {
            double x = Math.floor(scale.x(ms)) + 0.5;
            g.setStroke(colour("line"));
            g.strokeLine(x, RULER, x, height);
            g.setStroke(colour("edge"));
            g.strokeLine(x, RULER - 6, x, RULER);
            g.setFill(colour("t2"));
            String figure = step < 1000 ? Timecode.exact(ms) : Timecode.of(ms);
            if (x + figure.length() * 6.7 < scale.width() + TAIL) {
                g.fillText(figure, x + 4, 11);
            }
        }
    }

    private void picture(GraphicsContext g, Timeline line, TimeScale scale, double y) {
        double from = Math.max(-4, scale.x(0));
        double to = Math.min(scale.width() + TAIL, scale.x(line.durationMs()));
        g.setFill(colour("bg2"));
        g.fillRoundRect(from, y, to - from, PICTURE, 8, 8);
        line.strip().map(file -> pictures.of(file, 0)).ifPresent(image -> strip(g, line, scale, image, y));
        g.setStroke(colour("bg0"));
        g.setLineWidth(2);
        for (long cut : line.cuts()) {
            double x = scale.x(cut);
            if (cut > 0 && x > 0 && x < scale.width()) {
                g.strokeLine(x, y, x, y + PICTURE);
            }
        }
    }

    private void strip(GraphicsContext g, Timeline line, TimeScale scale, Image image, double y) {
        if (image.isError() || image.getProgress() < 1) {
            image.progressProperty().subscribe(progress -> {
                if (progress.doubleValue() >= 1) {
                    loaded.run();
                }
            });
            return;
        }
        double cell = image.getWidth() / line.cells();
        double shown = PICTURE * cell / image.getHeight();
        double end = scale.x(line.durationMs());
        double start = scale.x(0);
        double first = start + Math.max(0, Math.floor(-start / shown)) * shown;
        for (double x = first; x < Math.min(end, scale.width() + TAIL); x += shown) {
            long ms = scale.ms(x + shown / 2);
            int which = Math.clamp(line.everyMs() == 0 ? 0 : ms / line.everyMs(), 0, line.cells() - 1);
            double part = Math.min(shown, end - x);
            g.drawImage(image, which * cell, 0, cell * part / shown, image.getHeight(), x, y, part, PICTURE);
        }
    }

    private void sound(GraphicsContext g, Timeline line, TimeScale scale, double y) {
        double from = Math.max(-4, scale.x(0));
        double to = Math.min(scale.width() + TAIL, scale.x(line.durationMs()));
        g.setFill(colour("bg2"));
        g.fillRoundRect(from, y, to - from, SOUND, 8, 8);
        if (line.peaks().length == 0) {
            return;
        }
        g.setStroke(colour("wave"));
        g.setLineWidth(1.4);
        double middle = y + SOUND / 2;
        for (double x = Math.max(1.5, Math.floor(from / 3) * 3); x < to - 1; x += 3) {
            double peak =
                    peak(line, scale.fromMs() + (x - 1.5) / scale.perMs(), scale.fromMs() + (x + 1.5) / scale.perMs());
            double h = Math.max(0.7, peak * (SOUND / 2 - 4));
            g.strokeLine(x, middle - h, x, middle + h);
        }
    }

    /// What was cut out is still there, but steps back: dark, with a stroke through it.
    private void removed(GraphicsContext g, Timeline line, TimeScale scale, double top, double bottom) {
        for (Span span : line.removed()) {
            double x = scale.x(span.startMs());
            double width = Math.max(2, scale.x(span.endMs()) - x);
            if (x + width < -8 || x > scale.width() + TAIL) {
                continue;
            }
            g.setFill(colour("bg1").deriveColor(0, 1, 1, 0.82));
            g.fillRect(x, top - 1, width, bottom - top + 2);
            g.setStroke(colour("bad"));
            g.setLineWidth(1.5);
            double middle = (top + bottom) / 2;
            g.strokeLine(x + 1, middle, x + width - 1, middle);
            g.strokeLine(x + 0.5, top, x + 0.5, bottom);
        }
    }

    private static double peak(Timeline line, double fromMs, double toMs) {
        int from = Math.clamp((long) (fromMs * line.peaksPerS() / 1000), 0, line.peaks().length - 1);
        int to = Math.clamp((long) Math.ceil(toMs * line.peaksPerS() / 1000), from + 1, line.peaks().length);
        double most = 0;
        for (int i = from; i < to; i++) {
            most = Math.max(most, line.peaks()[i]);
        }
        return most;
    }

    private void blocks(GraphicsContext g, Timeline line, TimeScale scale, double y, long position) {
        g.setFont(SMALL);
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        for (Timeline.Block block : line.blocks()) {
            double x = scale.x(block.startMs());
            double width = Math.max(2, scale.x(block.endMs()) - x - 1);
            if (x + width < -8 || x > scale.width() + TAIL) {
                continue;
            }
            boolean now = position >= block.startMs() && position < block.endMs();
            g.setFill(colour(now ? "acc" : "accs"));
            g.fillRoundRect(x, y, width, CAPTIONS, 8, 8);
            Color edge = colour(block.flagged() ? "warn" : "acc-edge");
            g.setStroke(now || block.flagged() ? edge : edge.deriveColor(0, 1, 1, 0.55));
            g.setLineWidth(block.flagged() ? 1.6 : 1);
            g.strokeRoundRect(x + 0.5, y + 0.5, width - 1, CAPTIONS - 1, 8, 8);
            if (width > 26) {
                g.save();
                g.beginPath();
                g.rect(x + 4, y, width - 8, CAPTIONS);
                g.clip();
                g.setFill(colour(now ? "ink" : "acct"));
                g.fillText(block.text().replace('\n', ' '), x + 8, y + CAPTIONS / 2);
                g.restore();
            }
        }
    }

    private void marks(GraphicsContext g, Timeline line, TimeScale scale) {
        for (Timeline.Mark mark : line.marks()) {
            double x = scale.x(mark.startMs());
            double width = Math.max(3, scale.x(mark.endMs()) - x);
            g.setFill(colour(mark.urgent() ? "bad" : "warn"));
            g.fillRect(x, RULER - 3, width, 3);
            double middle = x + width / 2;
            g.fillPolygon(
                    new double[] {middle, middle + 4.5, middle, middle - 4.5},
                    new double[] {RULER - 10, RULER - 5.5, RULER - 1, RULER - 5.5},
                    4);
        }
    }

    private void playhead(GraphicsContext g, double x, double height) {
        g.setStroke(colour("t1"));
        g.setLineWidth(2);
        g.strokeLine(x, 12, x, height);
        g.setFill(colour("t1"));
        g.fillPolygon(new double[] {x - 6, x + 6, x + 6, x, x - 6}, new double[] {0, 0, 8, 15, 8}, 5);
    }

    private Color colour(String name) {
        return tokens.getValue().get(name);
    }
}
