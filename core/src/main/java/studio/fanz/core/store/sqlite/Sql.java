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
        return with(sql, arguments, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                var found = new ArrayList<T>();
                while (rows.next()) {
                    found.add(mapper.map(rows));
                }
                return found;
            }
        });
    }

    <T> Optional<T> first(String sql, Row<T> mapper, Object... arguments) throws SQLException {
        return with(sql, arguments, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(mapper.map(rows)) : Optional.empty();
            }
        });
    }

    long number(String sql, Object... arguments) throws SQLException {
        return first(sql, row -> row.getLong(1), arguments).orElse(0L);
    }

    int update(String sql, Object... arguments) throws SQLException {
        return with(sql, arguments, PreparedStatement::executeUpdate);
    }

    /// Runs a script, or a statement that is not worth keeping prepared.
    void run(String script) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(script);
        }
    }

    @FunctionalInterface
    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    /// A statement that failed (disk full) cannot be used again: the next call prepares another.
    private <T> T with(String sql, Object[] arguments, Use<T> use) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        try {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            return use.of(statement);
        } catch (SQLException failed) {
            prepared.remove(sql);
            try {
                statement.close();
            } catch (SQLException again) {
                failed.addSuppressed(again);
            }
            throw failed;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
