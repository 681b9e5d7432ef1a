package studio.fanz.app.control;

import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.paint.ImagePattern;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// A picture that fills its room, cut where it does not fit, with round corners.
public final class PosterView extends Region {

    private final Rectangle shape = new Rectangle();
    private @Nullable Image image;

    /// `radius` of the corners in pixels.
    public PosterView(double radius) {
        getStyleClass().add("poster");
        shape.setArcWidth(radius * 2);
        shape.setArcHeight(radius * 2);
        shape.setVisible(false);
        getChildren().add(shape);
        setAccessibleRole(javafx.scene.AccessibleRole.IMAGE_VIEW);
    }

    /// Shows a picture, at once or when it has loaded.
    public void show(Image picture) {
        image = picture;
        picture.progressProperty().addListener(_ -> requestLayout());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        shape.setWidth(getWidth());
        shape.setHeight(getHeight());
        boolean ready = image != null && image.getProgress() >= 1 && !image.isError() && getWidth() > 0;
        shape.setVisible(ready);
        if (ready && image != null) {
            shape.setFill(cover(image, getWidth(), getHeight()));
        }
    }

    /// The pattern that covers a room of that size with the picture's middle.
    static ImagePattern cover(Image image, double width, double height) {
        double scale = Math.max(width / image.getWidth(), height / image.getHeight());
        double w = image.getWidth() * scale;
        double h = image.getHeight() * scale;
        return new ImagePattern(image, (width - w) / 2, (height - h) / 2, w, h, false);
    }
}
