package studio.fanz.core.store.sqlite;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;

/// The library that keeps the library.
public final class SqliteEngine {

    private SqliteEngine() {}

    /// What the loaded library calls itself (`3.54.1`), `unknown` when it cannot be asked. Any platform thread.
    public static String version() {
        try (var connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                var statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select sqlite_version()")) {
            return answer.next() ? answer.getString(1) : "unknown";
        } catch (SQLException broken) {
            return "unknown";
        }
    }
}
