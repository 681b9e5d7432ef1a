package studio.fanz.media.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import studio.fanz.core.time.Span;
import studio.fanz.media.MediaException;

/// Writes strips as PNG and the FFmpeg concat script that plays them with blanks between.
final class StripFiles {

    private static final String BLANK = "blank.png";

    /// How long the blank picture at the end stands; the overlay's end is the end of the captions.
    private static final long LAST_MS = 40;

    private final Path folder;
    private final BufferedImage strip;
    private final List<CaptionOverlay.Piece> pieces = new ArrayList<>();
    private final StringBuilder script = new StringBuilder("ffconcat version 1.0\n");
    private long writtenToMs;

    StripFiles(Path folder, BufferedImage strip) {
        this.folder = folder;
        this.strip = strip;
    }

    /// The strip that the next cue is drawn on.
    BufferedImage strip() {
        return strip;
    }

    /// Writes the blank picture; the strip must be empty.
    void begin() throws IOException {
        write(folder.resolve(BLANK));
    }

    /// Writes what is on the strip as the next cue.
    void add(Span span) throws IOException {
        String name = String.format(Locale.ROOT, "cue-%06d.png", pieces.size());
        write(folder.resolve(name));
        long from = Math.max(writtenToMs, span.startMs() - 1);
        long to = Math.max(from, span.endMs() - 1);
        entry(BLANK, from - writtenToMs);
        entry(name, to - from);
        writtenToMs = to;
        pieces.add(new CaptionOverlay.Piece(span, folder.resolve(name)));
    }

    /// Writes the script.
    Path finish() throws IOException {
        entry(BLANK, LAST_MS);
        Path list = folder.resolve("captions.ffconcat");
        Files.writeString(list, script, StandardCharsets.UTF_8);
        return list;
    }

    List<CaptionOverlay.Piece> pieces() {
        return pieces;
    }

    /// What went wrong with the folder.
    static MediaException problem(Path folder, IOException e) {
        String message = String.valueOf(e.getMessage());
        boolean full = message.contains("No space") || message.contains("not enough space");
        return new MediaException(
                full ? MediaException.Code.DISK_FULL : MediaException.Code.WRITE_FAILED,
                folder.getFileName().toString(),
                message,
                e);
    }

    private void entry(String name, long ms) {
        if (ms > 0) {
            // Pictures count in 25ths of a second unless told otherwise, which would round every cue.
            script.append("file '").append(name).append("'\noption framerate 1000\n");
            script.append("duration ").append(ms).append("ms\n");
        }
    }

    private void write(Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (OutputStream out = Files.newOutputStream(file);
                ImageOutputStream image = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(0.8f);
            writer.setOutput(image);
            writer.write(null, new IIOImage(strip, null, null), how);
        } finally {
            writer.dispose();
        }
    }
}
