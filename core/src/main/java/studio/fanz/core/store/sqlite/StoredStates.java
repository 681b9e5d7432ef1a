package studio.fanz.core.store.sqlite;

import java.sql.SQLException;
import java.util.Optional;
import studio.fanz.core.json.EditJson;
import studio.fanz.core.json.Json;
import studio.fanz.core.project.Project;

/// A project's states that are kept whole: its first, then every 64th. Within the caller's transaction.
final class StoredStates {

    static final int EVERY = 64;

    private static final String PUT = "insert or replace into snapshot (project, seq, json, seal) values (?, ?, ?, ?)";
    private static final String BEFORE =
            "select seq, json, seal from snapshot where project = ? and seq <= ? order by seq desc";
    private static final String AFTER =
            "select seq, json, seal from snapshot where project = ? and seq >= ? order by seq";
    private static final String LAST = "select coalesce(max(seq), 0) from snapshot where project = ?";
    private static final String DROP = "delete from snapshot where project = ? and seq >= ?";

    private StoredStates() {}

    /// A state and the line that led to it.
    record State(long seq, Project project) {}

    private record Row(long seq, String json, String seal) {}

    static void put(Sql sql, Project project, long seq) throws SQLException {
        String json = Json.compact(EditJson.write(project));
        sql.update(PUT, project.id().toString(), seq, json, sealOf(project.id(), seq, json));
    }

    /// The newest one up to a line that can be read.
    static Optional<State> before(Sql sql, Project.Id id, long seq) throws SQLException {
        return firstGood(sql, BEFORE, id, seq);
    }

    /// The oldest one from a line on that can be read.
    static Optional<State> after(Sql sql, Project.Id id, long seq) throws SQLException {
        return firstGood(sql, AFTER, id, seq);
    }

    /// Number of the last line with a state.
    static long last(Sql sql, Project.Id id) throws SQLException {
        return sql.number(LAST, id.toString());
    }

    static void drop(Sql sql, Project.Id id, long from) throws SQLException {
        sql.update(DROP, id.toString(), from);
    }

    private static Optional<State> firstGood(Sql sql, String query, Project.Id id, long seq) throws SQLException {
        for (Row row :
                sql.list(query, r -> new Row(r.getLong(1), r.getString(2), r.getString(3)), id.toString(), seq)) {
            Optional<Project> project = read(id, row);
            if (project.isPresent()) {
                return Optional.of(new State(row.seq, project.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Project> read(Project.Id id, Row row) {
        if (!row.seal.isEmpty() && !row.seal.equals(sealOf(id, row.seq, row.json))) {
            return Optional.empty();
        }
        try {
            return Optional.of(EditJson.readProject(Json.parse(row.json)));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static String sealOf(Project.Id id, long seq, String json) {
        return StoredLine.seal(id + "\n" + seq + "\n" + json);
    }
}
