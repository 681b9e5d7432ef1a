package studio.fanz.app.control;

import java.nio.ByteBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import studio.fanz.media.frame.Picture;
import studio.fanz.media.play.PlayerFrame;

/// Decoded pictures as images. FX thread only.
public final class PictureImage {

    private WritableImage image = new WritableImage(1, 1);

    /// A still picture.
    public static Image of(Picture picture) {
        var image = new WritableImage(picture.width(), picture.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        picture.width(),
                        picture.height(),
                        PixelFormat.getByteRgbInstance(),
                        picture.rgb(),
                        0,
                        picture.width() * 3);
        return image;
    }

    /// A frame of a player, drawn into one image that is used again as long as the size stays; releases the frame.
    public Image of(PlayerFrame frame) {
        if (image.getWidth() != frame.width() || image.getHeight() != frame.height()) {
            image = new WritableImage(frame.width(), frame.height());
        }
        PixelFormat<ByteBuffer> format = PixelFormat.getByteBgraPreInstance();
        image.getPixelWriter().setPixels(0, 0, frame.width(), frame.height(), format, frame.bgra(), frame.width() * 4);
        frame.release().run();
        return image;
    }
}
