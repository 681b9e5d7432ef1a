package studio.fanz.core.store.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import studio.fanz.core.store.StoreException;
import studio.fanz.core.store.StoreException.Code;

/// What SQLite's result codes (https://sqlite.org/rescode.html) mean to a person.
final class Faults {

    private Faults() {}

    static StoreException of(Path file, SQLException e) {
        String detail = String.valueOf(e.getMessage());
        int primary = e instanceof SQLiteException known ? known.getResultCode().code & 0xFF : e.getErrorCode() & 0xFF;
        SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(primary);
        return switch (code) {
            case SQLITE_FULL -> new StoreException(Code.DISK_FULL, file.toString(), detail, e);
            case SQLITE_READONLY, SQLITE_PERM -> new StoreException(Code.READ_ONLY, file.toString(), detail, e);
            case SQLITE_CORRUPT, SQLITE_NOTADB -> new StoreException(Code.LIBRARY_DAMAGED, file.toString(), detail, e);
            case SQLITE_BUSY, SQLITE_LOCKED -> new StoreException(Code.LIBRARY_BUSY, file.toString(), detail, e);
            // An IO error on a full or read-only disk says only "disk I/O error".
            case SQLITE_IOERR -> StoreException.writing(file, new IOException(detail, e));
            default -> new StoreException(Code.LIBRARY_UNREADABLE, file.toString(), detail, e);
        };
    }
}
