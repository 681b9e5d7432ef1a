package studio.fanz.core.store.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/// Opens connections the way DESIGN's storage section says.
final class Connections {

    /// How long one process waits while another writes.
    private static final int BUSY_MS = 10_000;

    private Connections() {}

    static Sql writer(Path file) throws SQLException {
        SQLiteConfig config = settings();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        return new Sql(config.createConnection(url(file)));
    }

    static Sql reader(Path file) throws SQLException {
        SQLiteConfig config = settings();
        config.setReadOnly(true);
        return new Sql(config.createConnection(url(file)));
    }

    private static SQLiteConfig settings() {
        var config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MS);
        config.setCacheSize(-16 * 1024);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        return config;
    }

    /// As a URI: a folder may be called `what?` or `50%`.
    private static String url(Path file) {
        return "jdbc:sqlite:file:" + file.toUri().getRawPath();
    }
}
