package studio.fanz.app.lookbook;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import studio.fanz.media.frame.Picture;

/// Pixels from one world to the other.
final class Scenes {

    private Scenes() {}

    /// Writes what a scene shows as PNG.
    static void write(WritableImage image, Path file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] row = new int[width];
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            pixels.getPixels(0, y, width, 1, javafx.scene.image.PixelFormat.getIntArgbInstance(), row, 0, width);
            picture.setRGB(0, y, width, 1, row, 0, width);
        }
        write(picture, "png", file);
    }

    /// Writes a picture; `format` is `png` or `jpg`.
    static void write(BufferedImage picture, String format, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            ImageIO.write(picture, format, out);
        }
    }

    /// A painted picture as a decoded one.
    static Picture picture(BufferedImage image) {
        byte[] rgb = new byte[image.getWidth() * image.getHeight() * 3];
        int at = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int colour = image.getRGB(x, y);
                rgb[at++] = (byte) (colour >> 16);
                rgb[at++] = (byte) (colour >> 8);
                rgb[at++] = (byte) colour;
            }
        }
        return new Picture(image.getWidth(), image.getHeight(), rgb);
    }

    /// A decoded picture for Java2D.
    static BufferedImage buffered(Picture picture) {
        var image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                image.setRGB(x, y, picture.at(x, y));
            }
        }
        return image;
    }

    /// The middle of a picture in another shape.
    static BufferedImage cropped(BufferedImage picture, double aspect) {
        int width = (int) Math.min(picture.getWidth(), picture.getHeight() * aspect);
        int height = (int) Math.min(picture.getHeight(), picture.getWidth() / aspect);
        var cut = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        cut.createGraphics()
                .drawImage(picture, -(picture.getWidth() - width) / 2, -(picture.getHeight() - height) / 2, null);
        return cut;
    }
}
