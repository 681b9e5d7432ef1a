package studio.fanz.app.task;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import studio.fanz.core.store.StoreException;
import studio.fanz.media.frame.Picture;

/// Pictures as JPEG files.
final class Jpeg {

    private static final float QUALITY = 0.85f;

    private Jpeg() {}

    /// Writes the pictures side by side, each in a cell of the size of the first; into a step's draft folder.
    static void write(Path file, List<Picture> pictures) throws StoreException {
        int width = pictures.getFirst().width();
        int height = pictures.getFirst().height();
        var row = new BufferedImage(width * pictures.size(), height, BufferedImage.TYPE_INT_RGB);
        var brush = row.createGraphics();
        for (int i = 0; i < pictures.size(); i++) {
            brush.drawImage(image(pictures.get(i)), i * width, 0, width, height, null);
        }
        brush.dispose();
        try (OutputStream out = Files.newOutputStream(file)) {
            write(row, out);
        } catch (IOException e) {
            throw StoreException.writing(file, e);
        }
    }

    private static BufferedImage image(Picture picture) {
        var image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                image.setRGB(x, y, picture.at(x, y));
            }
        }
        return image;
    }

    private static void write(BufferedImage image, OutputStream out) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream target = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(target);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
    }
}
