package studio.fanz.media.vision;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import studio.fanz.core.store.DraftFile;
import studio.fanz.core.store.StoreException;
import studio.fanz.media.frame.Picture;

/// Writes pictures as JPEG, baseline, as good as fits a size. Any thread.
public final class JpegFile {

    private static final float BEST = 0.92f;
    private static final float WORST = 0.5f;
    private static final float STEP = 0.07f;

    private JpegFile() {}

    /// Writes the whole file or nothing.
    ///
    /// @param maxBytes upper bound of the file's size, missed only when quality 0.5 is still larger
    /// @throws StoreException READ_ONLY, DISK_FULL or WRITE_FAILED
    public static void write(Path file, Picture picture, int maxBytes) throws StoreException {
        BufferedImage image = image(picture);
        byte[] bytes = encoded(image, BEST);
        for (float quality = BEST - STEP; bytes.length >= maxBytes && quality >= WORST; quality -= STEP) {
            bytes = encoded(image, quality);
        }
        DraftFile.write(file, bytes);
    }

    private static byte[] encoded(BufferedImage image, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage image(Picture picture) {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        int[] pixels = new int[picture.width() * picture.height()];
        byte[] rgb = picture.rgb();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (rgb[i * 3] & 0xFF) << 16 | (rgb[i * 3 + 1] & 0xFF) << 8 | (rgb[i * 3 + 2] & 0xFF);
        }
        image.setRGB(0, 0, picture.width(), picture.height(), pixels, 0, picture.width());
        return image;
    }
}
