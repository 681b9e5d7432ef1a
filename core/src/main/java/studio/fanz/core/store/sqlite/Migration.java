package studio.fanz.core.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import studio.fanz.core.store.DraftFile;
import studio.fanz.core.store.StoreException;
import studio.fanz.core.store.StoreException.Code;

/// Brings a file to the newest version of its schema, with a copy of the old one first.
final class Migration {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path file;
    private final Schema schema;
    private final Path backup;

    /// @param backup folder for the copies
    Migration(Path file, Schema schema, Path backup) {
        this.file = file;
        this.schema = schema;
        this.backup = backup;
    }

    /// @param suspicious whether the last run did not end in order, so that the file is checked first
    /// @throws StoreException LIBRARY_NEWER, LIBRARY_DAMAGED, or what else opening may say
    void run(boolean suspicious) throws StoreException {
        try (Sql sql = Connections.writer(file)) {
            long version = sql.number("pragma user_version");
            if (version > schema.version()) {
                throw new StoreException(Code.LIBRARY_NEWER, file.toString(), "version " + version);
            }
            if (suspicious && version > 0) {
                check(sql);
            }
            if (version > 0 && version < schema.version()) {
                copy(sql, version);
            }
            for (long v = version; v < schema.version(); v++) {
                step(sql, (int) v);
            }
        } catch (SQLException e) {
            throw Faults.of(file, e);
        }
    }

    private void check(Sql sql) throws SQLException, StoreException {
        String said =
                sql.first("pragma quick_check(1)", row -> row.getString(1)).orElse("");
        if (!said.equals("ok")) {
            throw new StoreException(Code.LIBRARY_DAMAGED, file.toString(), said);
        }
    }

    private void step(Sql sql, int from) throws SQLException {
        sql.run("begin immediate;\n" + schema.scripts().get(from) + "\npragma user_version = " + (from + 1)
                + ";\ncommit;");
    }

    private void copy(Sql sql, long version) throws SQLException, StoreException {
        String name = "%s-v%d-%s.db".formatted(schema.name(), version, STAMP.format(Instant.now()));
        try (DraftFile draft = DraftFile.beside(backup.resolve(name))) {
            Files.deleteIfExists(draft.file());
            sql.update("vacuum into ?", draft.file().toString());
            draft.publish();
        } catch (IOException e) {
            throw StoreException.writing(backup, e);
        }
    }
}
