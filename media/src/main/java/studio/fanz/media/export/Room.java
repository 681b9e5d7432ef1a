package studio.fanz.media.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.fanz.core.store.StoreException;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;
import studio.fanz.media.export.Survey.Quality;

/// Whether a folder takes a file, asked before an hour of work is put into it.
final class Room {

    /// Encoders outside our own tell no rate beforehand: what good 1080p takes.
    private static final long UNKNOWN_BPS = 12_000_000;

    private static final long SPARE = 16L << 20;

    private Room() {}

    /// @throws MediaException FOLDER_READ_ONLY
    static void demandWritable(Path target) throws MediaException {
        Path folder = folder(target);
        if (!Files.isWritable(folder)) {
            throw new MediaException(Code.FOLDER_READ_ONLY, folder.toString(), "not writable");
        }
    }

    /// @throws MediaException DISK_FULL when the file is sure not to fit
    static void demand(Order order, Quality quality) throws MediaException {
        long bps = quality.cappedBps() > 0 ? quality.cappedBps() : quality.expectedBps();
        bps = Math.min(bps == 0 ? UNKNOWN_BPS : bps, order.spec().picture().maxBps());
        bps += order.spec().sound().map(sound -> sound.bitRate()).orElse(0L);
        long needed = Math.round(order.seconds().toDouble() * bps / 8);
        Path target = order.request().target();
        try {
            long free = Files.getFileStore(folder(target)).getUsableSpace();
            // A draft that is half of what samples promise cannot be told from one that fits.
            if (free < needed / 2 + SPARE / 16) {
                throw new MediaException(
                        Code.DISK_FULL, String.valueOf(target.getFileName()), "about " + megabytes(needed + SPARE));
            }
        } catch (IOException e) {
            throw new MediaException(
                    Code.WRITE_FAILED, String.valueOf(target.getFileName()), String.valueOf(e.getMessage()), e);
        }
    }

    /// A problem of the store as one of the export.
    static MediaException problem(Path target, StoreException e) {
        Code code = switch (e.code()) {
            case DISK_FULL -> Code.DISK_FULL;
            case READ_ONLY -> Code.FOLDER_READ_ONLY;
            default -> Code.WRITE_FAILED;
        };
        String thing = code == Code.FOLDER_READ_ONLY ? folder(target).toString() : String.valueOf(target.getFileName());
        return new MediaException(code, thing, String.valueOf(e.getMessage()), e);
    }

    private static Path folder(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        return folder == null ? target.toAbsolutePath() : folder;
    }

    private static String megabytes(long bytes) {
        return Math.max(1, bytes >> 20) + " MB";
    }
}
