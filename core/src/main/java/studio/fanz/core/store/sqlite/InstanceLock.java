package studio.fanz.core.store.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import studio.fanz.core.store.StoreException;

/// The file `lock`. Any number of programs may have one library open: SQLite keeps their writes apart, and
/// `unique (project, seq)` their edits. What the lock is for: opening and closing happen one at a time (byte
/// 1), every open program holds byte 0 shared, and byte 2 says `o` from the first opening to the last closing,
/// so that a start after a crash is known as one. One per process: closing a file drops all its locks of a
/// process on POSIX systems.
final class InstanceLock implements AutoCloseable {

    private static final long PRESENCE = 0;
    private static final long DOOR = 1;
    private static final long STATE = 2;

    private final Path file;
    private final FileChannel channel;
    private final boolean unclean;
    private final @Nullable FileLock presence;

    private InstanceLock(Path file, FileChannel channel, boolean unclean, @Nullable FileLock presence) {
        this.file = file;
        this.channel = channel;
        this.unclean = unclean;
        this.presence = presence;
    }

    /// What is done while no other program opens or closes this library.
    @FunctionalInterface
    interface Opening {
        /// @param unclean whether the last program to have it open did not close it
        void run(boolean unclean) throws StoreException;
    }

    static InstanceLock open(Path file, Opening opening) throws StoreException {
        FileChannel channel = channel(file);
        boolean kept = false;
        try (var _ = lock(channel, DOOR)) {
            boolean unclean = aloneAndMarkedOpen(channel);
            opening.run(unclean);
            mark(channel, 'o');
            var lock = new InstanceLock(file, channel, unclean, tryLock(channel, true));
            kept = true;
            return lock;
        } catch (IOException e) {
            throw StoreException.writing(file, e);
        } finally {
            if (!kept) {
                closeQuietly(channel);
            }
        }
    }

    boolean unclean() {
        return unclean;
    }

    private static FileChannel channel(Path file) throws StoreException {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw StoreException.writing(file, e);
        }
    }

    private static boolean aloneAndMarkedOpen(FileChannel channel) throws IOException {
        try (FileLock alone = tryLock(channel, false)) {
            ByteBuffer state = ByteBuffer.allocate(1);
            return alone != null && channel.read(state, STATE) == 1 && state.get(0) == 'o';
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel, boolean shared) throws IOException {
        try {
            return channel.tryLock(PRESENCE, 1, shared);
        } catch (OverlappingFileLockException thisProcess) {
            return null;
        }
    }

    private static AutoLock lock(FileChannel channel, long at) throws IOException {
        try {
            FileLock lock = channel.lock(at, 1, false);
            return lock::release;
        } catch (OverlappingFileLockException thisProcess) {
            return () -> {};
        }
    }

    private static void mark(FileChannel channel, char state) throws IOException {
        channel.write(ByteBuffer.wrap(new byte[] {(byte) state}), STATE);
        channel.force(false);
    }

    /// Says "closed" when nobody else has it open.
    @Override
    public void close() throws StoreException {
        try (channel;
                var _ = lock(channel, DOOR)) {
            if (presence != null) {
                presence.release();
            }
            try (FileLock alone = tryLock(channel, false)) {
                if (alone != null) {
                    mark(channel, 'c');
                }
            }
        } catch (IOException e) {
            throw StoreException.writing(file, e);
        }
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing was written that could be lost.
        }
    }

    private interface AutoLock extends AutoCloseable {
        @Override
        void close() throws IOException;
    }
}
