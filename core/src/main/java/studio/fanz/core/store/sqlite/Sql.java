package studio.fanz.core.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One connection with its prepared statements. Belongs to one thread.
final class Sql implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Sql(Connection connection) {
        this.connection = connection;
    }

    /// Turns the current row into a value.
    @FunctionalInterface
    interface Row<T> {
        T map(ResultSet row) throws SQLException;
    }

    <T> List<T> list(String sql, Row<T> mapper, Object... arguments) throws SQLException {
        try (ResultSet rows = bind(sql, arguments).executeQuery()) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(mapper.map(rows));
            }
            return found;
        }
    }

    <T> Optional<T> first(String sql, Row<T> mapper, Object... arguments) throws SQLException {
        try (ResultSet rows = bind(sql, arguments).executeQuery()) {
            return rows.next() ? Optional.of(mapper.map(rows)) : Optional.empty();
        }
    }

    long number(String sql, Object... arguments) throws SQLException {
        return first(sql, row -> row.getLong(1), arguments).orElse(0L);
    }

    int update(String sql, Object... arguments) throws SQLException {
        return bind(sql, arguments).executeUpdate();
    }

    /// Runs a script, or a statement that is not worth keeping prepared.
    void run(String script) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(script);
        }
    }

    private PreparedStatement bind(String sql, Object... arguments) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        // The driver closes a statement that failed (disk full).
        if (statement == null || statement.isClosed()) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
