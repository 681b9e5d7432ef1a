package studio.fanz.core.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import studio.fanz.core.store.StoreException;
import studio.fanz.core.store.StoreException.Code;
import studio.fanz.core.store.sqlite.Lane.Task;
import studio.fanz.core.store.sqlite.Lane.Urgency;

/// One SQLite file: one writer thread, a few reader threads. Any thread may call; calls block.
final class Database implements AutoCloseable {

    private static final int READERS = 3;

    private final Path file;
    private final String key;
    private final Lane writer;
    private final Lane readers;

    private Database(Path file, Lane writer, Lane readers) {
        this.file = file;
        this.key = keyOf(file);
        this.writer = writer;
        this.readers = readers;
    }

    /// Opens a file whose schema is already right.
    static Database open(Path file, String name) throws StoreException {
        Lane writer = new Lane(file, name + "-writer", 1, () -> Connections.writer(file));
        try {
            return new Database(
                    file, writer, new Lane(file, name + "-reader", READERS, () -> Connections.reader(file)));
        } catch (StoreException e) {
            writer.close();
            throw e;
        }
    }

    Path file() {
        return file;
    }

    /// Reads from one state of the file, however many statements it takes.
    <T> T read(Task<T> task) throws StoreException {
        return readers.call(Urgency.PERSON, sql -> within("begin", sql, task));
    }

    /// Writes as a whole or not at all; on disk when this returns.
    <T> T write(Urgency urgency, Task<T> task) throws StoreException {
        return writer.call(
                urgency,
                sql -> within("begin immediate", sql, s -> {
                    T value = task.run(s);
                    mustBeThere();
                    return value;
                }));
    }

    /// A file that was moved or deleted can still be written to, and nobody would ever see it again.
    private void mustBeThere() throws StoreException {
        if (!key.equals(keyOf(file))) {
            throw new StoreException(Code.LIBRARY_GONE, file.toString(), "");
        }
    }

    /// What the system knows the file by, empty where it has nothing of the kind or the file is gone.
    private static String keyOf(Path file) {
        try {
            return "file "
                    + Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException gone) {
            return "";
        }
    }

    private static <T> T within(String begin, Sql sql, Task<T> task) throws SQLException, StoreException {
        sql.run(begin);
        boolean done = false;
        try {
            T value = task.run(sql);
            sql.run("commit");
            done = true;
            return value;
        } finally {
            if (!done) {
                rollBack(sql);
            }
        }
    }

    private static void rollBack(Sql sql) {
        try {
            sql.run("rollback");
        } catch (SQLException already) {
            // SQLite rolls back by itself after some errors (disk full); what went wrong is being thrown.
        }
    }

    @Override
    public void close() {
        readers.close();
        writer.close();
    }
}
