package studio.fanz.app.editor;

import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import studio.fanz.app.control.Nodes;
import studio.fanz.app.control.PictureImage;
import studio.fanz.app.fx.FxThread;
import studio.fanz.core.caption.Cue;
import studio.fanz.media.play.PlayerFrame;
import studio.fanz.media.render.CaptionArea;

/// The picture of the moment, with the caption on it and the frame of a shape.
final class PreviewPane extends Region {

    private static final double MARGIN = 20;

    private final EditorViewModel editor;
    private final ImageView picture = new ImageView();
    private final Canvas over = new Canvas();
    private final Label caption = Nodes.text("", "preview-caption");
    private final PictureImage frames = new PictureImage();
    private final AtomicReference<@Nullable PlayerFrame> waiting = new AtomicReference<>();
    private boolean safeZones = true;

    PreviewPane(EditorViewModel editor, String spoken, ObservableValue<?> theme) {
        this.editor = editor;
        getStyleClass().add("preview");
        setNodeOrientation(javafx.geometry.NodeOrientation.LEFT_TO_RIGHT);
        setMinSize(120, 80);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(spoken);
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        caption.setWrapText(true);
        caption.setTextAlignment(TextAlignment.CENTER);
        caption.setAlignment(Pos.CENTER);
        over.setMouseTransparent(true);
        getChildren().addAll(picture, over, caption);
        editor.playback().stillProperty().subscribe(still -> still.ifPresent(p -> show(PictureImage.of(p))));
        editor.playback().positionProperty().subscribe(_ -> showCaption());
        editor.captionsProperty().subscribe(_ -> showCaption());
        editor.preparedProperty().subscribe(prepared -> {
            showCaption();
            boolean hasPicture =
                    prepared.map(p -> p.asset().facts().video().isPresent()).orElse(false);
            if (!hasPicture) {
                picture.setImage(null);
            }
            requestLayout();
        });
        editor.shapeProperty().subscribe(_ -> requestLayout());
        theme.subscribe(_ -> requestLayout());
        editor.playback().frames(this::hand);
    }

    /// Whether the parts that a platform covers are drawn.
    void safeZones(boolean shown) {
        safeZones = shown;
        requestLayout();
    }

    /// On the player's thread: the latest frame waits for the FX thread, one that it replaces is given back.
    private void hand(PlayerFrame frame) {
        PlayerFrame replaced = waiting.getAndSet(frame);
        if (replaced == null) {
            FxThread.FX.execute(this::drawWaiting);
        } else {
            replaced.release().run();
        }
    }

    private void drawWaiting() {
        PlayerFrame frame = waiting.getAndSet(null);
        if (frame != null) {
            show(frames.of(frame));
        }
    }

    private void show(Image image) {
        picture.setImage(image);
        requestLayout();
    }

    private void showCaption() {
        String words = editor.cueNow().map(Cue::text).orElse("");
        if (!words.equals(caption.getText())) {
            caption.setText(words);
            requestLayout();
        }
        caption.setVisible(!words.isEmpty());
    }

    @Override
    protected void layoutChildren() {
        over.setWidth(getWidth());
        over.setHeight(getHeight());
        GraphicsContext g = over.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        Image image = picture.getImage();
        if (image == null || image.getWidth() < 2) {
            caption.resizeRelocate(0, 0, 0, 0);
            return;
        }
        double scale = Math.min(
                Math.max(1, getWidth() - 2 * MARGIN) / image.getWidth(),
                Math.max(1, getHeight() - 2 * MARGIN) / image.getHeight());
        double w = image.getWidth() * scale;
        double h = image.getHeight() * scale;
        double x = (getWidth() - w) / 2;
        double y = (getHeight() - h) / 2;
        picture.setFitWidth(w);
        picture.setFitHeight(h);
        picture.resizeRelocate(x, y, w, h);
        var frame = new Frame(x, y, w, h);
        Frame shown = editor.shapeProperty()
                .get()
                .map(shape -> frame.inner(shape.ratio()))
                .orElse(frame);
        if (shown.width() < w - 1 || shown.height() < h - 1) {
            crop(g, frame, shown);
        }
        placeCaption(shown);
    }

    private record Frame(double x, double y, double width, double height) {
        Frame inner(double ratio) {
            double w = Math.min(width, height * ratio);
            double h = Math.min(height, width / ratio);
            return new Frame(x + (width - w) / 2, y + (height - h) / 2, w, h);
        }
    }

    private void crop(GraphicsContext g, Frame all, Frame shown) {
        g.setFill(Color.rgb(0, 0, 0, 0.62));
        g.fillRect(all.x(), all.y(), shown.x() - all.x(), all.height());
        double right = shown.x() + shown.width();
        g.fillRect(right, all.y(), all.x() + all.width() - right, all.height());
        g.fillRect(shown.x(), all.y(), shown.width(), shown.y() - all.y());
        double bottom = shown.y() + shown.height();
        g.fillRect(shown.x(), bottom, shown.width(), all.y() + all.height() - bottom);
        g.setStroke(Color.WHITE);
        g.setLineWidth(1.5);
        g.setLineDashes(5, 4);
        g.strokeRect(shown.x() + 0.75, shown.y() + 0.75, shown.width() - 1.5, shown.height() - 1.5);
        if (safeZones) {
            double side = shown.width() * CaptionArea.MARGIN_PCT / 100;
            double edge = shown.height() * CaptionArea.MARGIN_PCT / 100;
            g.setStroke(Color.rgb(255, 255, 255, 0.55));
            g.setLineWidth(1);
            g.setLineDashes(2, 4);
            g.strokeRect(shown.x() + side, shown.y() + edge, shown.width() - 2 * side, shown.height() - 2 * edge);
        }
        g.setLineDashes();
    }

    private void placeCaption(Frame shown) {
        double size = Math.clamp(shown.height() * 0.052, 12, 30);
        caption.setStyle("-fx-font-size: " + Math.round(Math.min(size, shown.width() * 0.062)) + "px;");
        double room = shown.width() * (1 - 2 * CaptionArea.MARGIN_PCT / 100);
        double width = Math.min(room, caption.prefWidth(-1) + 1);
        double height = caption.prefHeight(width);
        double bottom = shown.y() + shown.height() * (1 - CaptionArea.MARGIN_PCT / 100);
        caption.resizeRelocate(shown.x() + (shown.width() - width) / 2, bottom - height, width, height);
    }
}
