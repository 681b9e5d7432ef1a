package studio.fanz.media.vision;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import javax.imageio.ImageIO;
import studio.fanz.media.frame.Picture;

/// The photographs and pages of the vector files, and pictures made of them.
public final class TestPictures {

    private TestPictures() {}

    /// `astronaut.png`, `chelsea.png`, `coffee.png`, `ocr_*.png`.
    public static Picture named(String name) {
        try (InputStream in = TestPictures.class.getResourceAsStream("/vectors/images/" + name)) {
            return of(ImageIO.read(Objects.requireNonNull(in, name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Any image as a picture.
    public static Picture of(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        byte[] rgb = new byte[pixels.length * 3];
        for (int i = 0; i < pixels.length; i++) {
            rgb[i * 3] = (byte) (pixels[i] >> 16);
            rgb[i * 3 + 1] = (byte) (pixels[i] >> 8);
            rgb[i * 3 + 2] = (byte) pixels[i];
        }
        return new Picture(image.getWidth(), image.getHeight(), rgb);
    }

    /// One colour everywhere.
    public static Picture plain(int width, int height, int colour) {
        byte[] rgb = new byte[width * height * 3];
        for (int i = 0; i < rgb.length; i += 3) {
            rgb[i] = (byte) (colour >> 16);
            rgb[i + 1] = (byte) (colour >> 8);
            rgb[i + 2] = (byte) colour;
        }
        return new Picture(width, height, rgb);
    }

    /// `front` laid on a copy of `back`, its upper left corner at (x, y), what hangs over cut off.
    public static Picture laid(Picture back, Picture front, int x, int y) {
        byte[] rgb = back.rgb().clone();
        for (int j = Math.max(0, -y); j < Math.min(front.height(), back.height() - y); j++) {
            int from = Math.max(0, -x);
            int count = Math.min(front.width(), back.width() - x) - from;
            if (count > 0) {
                int to = ((j + y) * back.width() + x + from) * 3;
                System.arraycopy(front.rgb(), (j * front.width() + from) * 3, rgb, to, count * 3);
            }
        }
        return new Picture(back.width(), back.height(), rgb);
    }
}
