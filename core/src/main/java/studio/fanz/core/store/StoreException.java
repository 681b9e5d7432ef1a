package studio.fanz.core.store;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import studio.fanz.core.problem.ProblemCode;
import studio.fanz.core.problem.StudioException;

/// The library or another of our files could not be read or written. `{0}` of each text is the file, folder or
/// thing, `{1}` the detail.
public final class StoreException extends StudioException {

    @Serial
    private static final long serialVersionUID = 1L;

    /// Below this much free space an unexplained failure to write is a full disk: one write of SQLite's
    /// journal.
    private static final long NEARLY_NOTHING = 64 * 1024;

    private final Code code;

    public StoreException(Code code, String thing, String detail) {
        this(code, thing, detail, null);
    }

    public StoreException(Code code, String thing, String detail, @Nullable Throwable cause) {
        super(code, List.of(thing, detail), cause);
        this.code = code;
    }

    /// What a failed write to `target` means to the person: DISK_FULL, READ_ONLY, else WRITE_FAILED. The
    /// system's message may be in any language, so free space and rights are looked at as well.
    public static StoreException writing(Path target, IOException cause) {
        String detail = String.valueOf(cause.getMessage());
        return new StoreException(reason(target, cause), target.toString(), detail, cause);
    }

    private static Code reason(Path target, IOException cause) {
        String said = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (said.contains("no space left") || said.contains("quota exceeded") || said.contains("not enough space")) {
            return Code.DISK_FULL;
        }
        Path folder = nearestFolder(target);
        if (cause instanceof AccessDeniedException
                || cause.getCause() instanceof ReadOnlyFileSystemException
                || said.contains("read-only file system")
                || !Files.isWritable(folder)) {
            return Code.READ_ONLY;
        }
        return freeSpace(folder) < NEARLY_NOTHING ? Code.DISK_FULL : Code.WRITE_FAILED;
    }

    private static Path nearestFolder(Path target) {
        Path folder = target.toAbsolutePath();
        while (!Files.isDirectory(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return folder;
    }

    private static long freeSpace(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }

    @Override
    public Code code() {
        return code;
    }

    /// Thousands by what is concerned: 1 the library, 2 the disk.
    public enum Code implements ProblemCode {
        LIBRARY_UNREADABLE(1001, Kind.MACHINE),
        LIBRARY_DAMAGED(1002, Kind.MACHINE),
        LIBRARY_NEWER(1003, Kind.MACHINE),
        LIBRARY_BUSY(1004, Kind.MACHINE),
        CHANGED_ELSEWHERE(1005, Kind.INPUT),
        NOT_IN_LIBRARY(1006, Kind.INPUT),
        JOURNAL_DAMAGED(1007, Kind.INPUT),
        JOURNAL_CUT(1008, Kind.INPUT),
        PROJECT_NEWER(1009, Kind.INPUT),
        NO_SUCH_STATE(1010, Kind.INPUT),
        LIBRARY_GONE(1011, Kind.MACHINE),
        OTHER_BYTES(1012, Kind.INPUT),
        NOT_FOUND_THERE(1013, Kind.INPUT),
        ALREADY_IN_LIBRARY(1014, Kind.INPUT),
        PROJECT_FILE_UNUSABLE(1015, Kind.INPUT),
        DISK_FULL(2001, Kind.MACHINE),
        READ_ONLY(2002, Kind.MACHINE),
        WRITE_FAILED(2003, Kind.MACHINE),
        READ_FAILED(2004, Kind.MACHINE);

        private final int number;
        private final Kind kind;

        Code(int number, Kind kind) {
            this.number = number;
            this.kind = kind;
        }

        @Override
        public String id() {
            return "STORE-" + number;
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }
}
