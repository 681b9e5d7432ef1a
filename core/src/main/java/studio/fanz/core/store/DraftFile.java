package studio.fanz.core.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/// A file in the making: written beside its target under a name that says whose it is, then fsynced and
/// renamed, so that nothing half-written ever stands under the final name. Close it; unpublished, it is gone.
/// One thread at a time.
public final class DraftFile implements AutoCloseable {

    private final Path target;
    private final Path draft;

    private DraftFile(Path target, Path draft) {
        this.target = target;
        this.draft = draft;
    }

    /// A draft for `target`, whose folder is made when it is missing. The draft does not exist yet: whoever
    /// writes (FFmpeg, ImageIO) creates [#file()], which ends like the target (`.mp4`).
    ///
    /// @throws StoreException READ_ONLY, DISK_FULL or WRITE_FAILED
    public static DraftFile beside(Path target) throws StoreException {
        Path whole = target.toAbsolutePath();
        Path folder = parent(whole);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw StoreException.writing(folder, e);
        }
        // A name of its own: a target of 255 bytes leaves no room for an addition.
        return new DraftFile(whole, folder.resolve("." + Owner.freshName() + ending(whole)));
    }

    /// Writes a whole file.
    ///
    /// @throws StoreException READ_ONLY, DISK_FULL or WRITE_FAILED; the target is then what it was
    public static void write(Path target, byte[] content) throws StoreException {
        write(target, out -> out.write(content));
    }

    /// Writes a whole text file in UTF-8.
    ///
    /// @throws StoreException READ_ONLY, DISK_FULL or WRITE_FAILED; the target is then what it was
    public static void write(Path target, String text) throws StoreException {
        write(target, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Writes a whole file from a stream (buffered).
    ///
    /// @throws StoreException READ_ONLY, DISK_FULL or WRITE_FAILED; the target is then what it was
    public static void write(Path target, Content content) throws StoreException {
        try (DraftFile draft = beside(target)) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft.draft))) {
                content.writeTo(out);
            } catch (IOException e) {
                throw StoreException.writing(target, e);
            }
            draft.publish();
        }
    }

    /// Where to write.
    public Path file() {
        return draft;
    }

    /// Puts the finished draft in the target's place, durably: file fsynced, renamed, folder fsynced.
    ///
    /// @throws StoreException READ_ONLY, DISK_FULL or WRITE_FAILED; the target is then what it was
    public void publish() throws StoreException {
        try {
            sync(draft);
            move(draft, target);
            syncFolder(parent(target));
        } catch (IOException e) {
            throw StoreException.writing(target, e);
        }
    }

    /// Drops the draft when it was not published.
    @Override
    public void close() {
        Disk.delete(draft);
    }

    /// Deletes drafts in `folder` (not below it) that processes left behind which no longer run.
    ///
    /// @return how many were deleted
    public static int sweep(Path folder) {
        int swept = 0;
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                boolean orphan = Owner.ofName(entry.getFileName().toString())
                        .filter(owner -> !owner.alive())
                        .isPresent();
                if (orphan) {
                    Disk.delete(entry);
                    swept++;
                }
            }
        } catch (IOException notThere) {
            return swept;
        }
        return swept;
    }

    /// Forces a file's bytes to the disk.
    static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// Forces a folder's names to the disk, where the system lets a folder be opened (Windows does not, and
    /// needs not).
    static void syncFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notHere) {
            // Renames are journalled there.
        }
    }

    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path parent(Path whole) {
        Path folder = whole.getParent();
        if (folder == null || Files.isDirectory(whole, LinkOption.NOFOLLOW_LINKS)) {
            throw new IllegalArgumentException("not a file: " + whole);
        }
        return folder;
    }

    private static String ending(Path whole) {
        String name = whole.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot <= 0 || name.length() - dot > 8 ? "" : name.substring(dot);
    }

    /// Something that can be written.
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
