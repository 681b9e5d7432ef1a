package studio.fanz.media.vision;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.fanz.core.store.StoreException;
import studio.fanz.media.frame.Picture;
import studio.fanz.media.frame.Sampling;
import studio.fanz.media.frame.TimedPicture;

/// Puts equally spaced pictures of a recording side by side: cell `n` shows the picture that came nearest to
/// `n * everyMs`. Feed it with stills of a pass or with key frames, in order of time. Not thread-safe; one per
/// file.
public final class Filmstrip implements Consumer<TimedPicture> {

    /// Widest JPEG there is.
    private static final int MAX_WIDTH = 65_500;

    private static final int MAX_BYTES = 8 << 20;

    private final long everyMs;
    private final int cellWidth;
    private final int cellHeight;
    private final @Nullable TimedPicture[] cells;

    /// @param durationMs of the recording
    /// @param wanted     number of cells, made fewer where they would not fit a JPEG
    /// @param cellWidth  pixels
    /// @param cellHeight pixels
    public Filmstrip(long durationMs, int wanted, int cellWidth, int cellHeight) {
        int count = Math.clamp(wanted, 1, Math.max(1, MAX_WIDTH / cellWidth));
        this.everyMs = Math.max(1, Math.ceilDiv(durationMs, count));
        this.cellWidth = cellWidth;
        this.cellHeight = cellHeight;
        this.cells = new TimedPicture[count];
    }

    /// Distance of the cells in time.
    public long everyMs() {
        return everyMs;
    }

    /// Number of cells.
    public int count() {
        return cells.length;
    }

    @Override
    public void accept(TimedPicture picture) {
        long nearest = Math.round((double) picture.timeMs() / everyMs);
        int from = Math.clamp(nearest - 1, 0, cells.length - 1);
        int to = Math.clamp(nearest + 1, 0, cells.length - 1);
        @Nullable TimedPicture small = null;
        for (int cell = from; cell <= to; cell++) {
            @Nullable TimedPicture there = cells[cell];
            if (there == null || distance(picture, cell) < distance(there, cell)) {
                small = small == null ? scaled(picture) : small;
                cells[cell] = small;
            }
        }
    }

    /// The strip so far; cells nothing came for show their neighbour before them, or black at the start.
    public Picture picture() {
        int width = cells.length * cellWidth;
        byte[] rgb = new byte[width * cellHeight * 3];
        @Nullable TimedPicture last = null;
        for (int cell = 0; cell < cells.length; cell++) {
            last = cells[cell] == null ? last : cells[cell];
            if (last != null) {
                paste(last.picture(), rgb, width, cell * cellWidth);
            }
        }
        return new Picture(width, cellHeight, rgb);
    }

    /// Writes the strip as JPEG, the whole file or nothing.
    ///
    /// @throws StoreException when the folder cannot be written to
    public void write(Path file) throws StoreException {
        JpegFile.write(file, picture(), MAX_BYTES);
    }

    private long distance(TimedPicture picture, int cell) {
        return Math.abs(picture.timeMs() - cell * everyMs);
    }

    /// Shrunk so that it covers the cell, the middle of it kept; a smaller one stands in the middle on black.
    private TimedPicture scaled(TimedPicture timed) {
        Picture picture = timed.picture();
        double scale = Math.max((double) cellWidth / picture.width(), (double) cellHeight / picture.height());
        Picture cover = scale >= 1
                ? picture
                : Sampling.shrunk(picture, (int) Math.max(1, Math.round(picture.width() * scale)), (int)
                        Math.max(1, Math.round(picture.height() * scale)));
        byte[] rgb = new byte[cellWidth * cellHeight * 3];
        int width = Math.min(cellWidth, cover.width());
        int height = Math.min(cellHeight, cover.height());
        for (int row = 0; row < height; row++) {
            int from = ((cover.height() - height) / 2 + row) * cover.width() + (cover.width() - width) / 2;
            int to = ((cellHeight - height) / 2 + row) * cellWidth + (cellWidth - width) / 2;
            System.arraycopy(cover.rgb(), from * 3, rgb, to * 3, width * 3);
        }
        return new TimedPicture(timed.timeMs(), new Picture(cellWidth, cellHeight, rgb));
    }

    private void paste(Picture cell, byte[] rgb, int width, int left) {
        for (int row = 0; row < cellHeight; row++) {
            System.arraycopy(cell.rgb(), row * cellWidth * 3, rgb, (row * width + left) * 3, cellWidth * 3);
        }
    }
}
