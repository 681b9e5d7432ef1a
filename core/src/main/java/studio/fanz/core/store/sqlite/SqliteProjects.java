package studio.fanz.core.store.sqlite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.edit.History;
import studio.fanz.core.edit.JournalEntry;
import studio.fanz.core.edit.JournalEntry.What;
import studio.fanz.core.json.EditJson;
import studio.fanz.core.json.Json;
import studio.fanz.core.project.Project;
import studio.fanz.core.store.ProjectStore;
import studio.fanz.core.store.StoreException;
import studio.fanz.core.store.StoreException.Code;
import studio.fanz.core.store.sqlite.Lane.Urgency;
import studio.fanz.core.time.IdSource;

/// Projects as a snapshot and a journal. The snapshot is renewed every 64 lines, so that the latest state is
/// quick to read; the journal from its first line is what undo reads.
final class SqliteProjects implements ProjectStore {

    private static final int SNAPSHOT_EVERY = 64;

    private static final String OF_ASSET = """
            select project.id from project join asset on asset.n = project.asset
             where asset.id = ? order by project.id limit 1
            """;
    private static final String CREATE = """
            insert into project (id, asset, snapshot, snapshot_seq, made_ms)
            select ?, n, ?, 0, ? from asset where id = ?
            """;
    private static final String SNAPSHOT = "select snapshot, snapshot_seq from project where id = ?";
    private static final String ASSET_OF =
            "select asset.id from project join asset on asset.n = project.asset where project.id = ?";
    private static final String JOURNAL =
            "select seq, what, json, inverse, made_ms from edit where project = ? and seq > ? order by seq";
    private static final String LAST = "select coalesce(max(seq), 0) from edit where project = ?";
    private static final String APPEND =
            "insert into edit (project, seq, what, json, inverse, made_ms) values (?, ?, ?, ?, ?, ?)";
    private static final String RENEW = "update project set snapshot = ?, snapshot_seq = ? where id = ?";

    private final Database library;
    private final IdSource ids;
    private final InstantSource clock;

    SqliteProjects(Database library, IdSource ids, InstantSource clock) {
        this.library = library;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Project.Id of(Asset.Id asset) throws StoreException {
        Optional<Project.Id> known = existing(asset);
        return known.isPresent() ? known.get() : library.write(Urgency.PERSON, sql -> create(sql, asset));
    }

    @Override
    public Optional<Project.Id> existing(Asset.Id asset) throws StoreException {
        return library.read(sql -> sql.first(OF_ASSET, SqliteProjects::id, asset.toString()));
    }

    private Project.Id create(Sql sql, Asset.Id asset) throws SQLException, StoreException {
        Optional<Project.Id> meanwhile = sql.first(OF_ASSET, SqliteProjects::id, asset.toString());
        if (meanwhile.isPresent()) {
            return meanwhile.get();
        }
        Project project = Project.fresh(new Project.Id(ids.next()), asset);
        ObjectNode snapshot = EditJson.write(project);
        int made =
                sql.update(CREATE, project.id().toString(), Json.compact(snapshot), clock.millis(), asset.toString());
        if (made == 0) {
            throw new StoreException(Code.NOT_IN_LIBRARY, asset.toString(), "");
        }
        Outbox.append(sql, "project", project.id(), patch(project, 0));
        return project.id();
    }

    @Override
    public History open(Project.Id id) throws StoreException {
        return library.read(sql -> {
            Asset.Id asset = sql.first(ASSET_OF, row -> Rows.id(row.getString(1)), id.toString())
                    .orElseThrow(() -> new StoreException(Code.NOT_IN_LIBRARY, id.toString(), ""));
            return known(id, () -> History.replay(Project.fresh(id, asset), lines(sql, id, 0)));
        });
    }

    @Override
    public Project latest(Project.Id id) throws StoreException {
        return library.read(sql -> {
            record Snapshot(String json, long seq) {}
            Snapshot snapshot = sql.first(
                            SNAPSHOT, row -> new Snapshot(row.getString(1), row.getLong(2)), id.toString())
                    .orElseThrow(() -> new StoreException(Code.NOT_IN_LIBRARY, id.toString(), ""));
            return known(id, () -> {
                Project project = EditJson.readProject(Json.parse(snapshot.json));
                for (JournalEntry entry : lines(sql, id, snapshot.seq)) {
                    project = entry.edit().apply(project);
                }
                return project;
            });
        });
    }

    @Override
    public List<JournalEntry> journal(Project.Id id) throws StoreException {
        return library.read(sql -> known(id, () -> lines(sql, id, 0)));
    }

    @Override
    public void append(JournalEntry entry, History after) throws StoreException {
        Project project = after.project();
        if (after.seq() != entry.seq()) {
            throw new IllegalArgumentException("the history after line " + entry.seq() + " has " + after.seq());
        }
        library.write(Urgency.PERSON, sql -> {
            if (sql.number(LAST, project.id().toString()) != entry.seq() - 1) {
                throw new StoreException(Code.CHANGED_ELSEWHERE, project.title(), "");
            }
            appendLine(sql, entry, project);
            return entry;
        });
    }

    private static void appendLine(Sql sql, JournalEntry entry, Project project) throws SQLException {
        sql.update(
                APPEND,
                project.id().toString(),
                entry.seq(),
                entry.what().name().toLowerCase(Locale.ROOT),
                Json.compact(EditJson.write(entry.edit())),
                Json.compact(EditJson.write(entry.inverse())),
                entry.made().toEpochMilli());
        if (entry.seq() % SNAPSHOT_EVERY == 0) {
            sql.update(
                    RENEW,
                    Json.compact(EditJson.write(project)),
                    entry.seq(),
                    project.id().toString());
        }
        Outbox.append(
                sql, "project", project.id(), Outbox.patch("project-edited").put("seq", entry.seq()));
    }

    private static ObjectNode patch(Project project, long seq) {
        ObjectNode patch = Outbox.patch("project-made").put("seq", seq);
        return patch.put("asset", project.asset().toString());
    }

    private static List<JournalEntry> lines(Sql sql, Project.Id id, long after) throws SQLException {
        return sql.list(JOURNAL, SqliteProjects::line, id.toString(), after);
    }

    private static JournalEntry line(ResultSet row) throws SQLException {
        return new JournalEntry(
                row.getLong(1),
                What.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                EditJson.read(Json.parse(row.getString(3))),
                EditJson.read(Json.parse(row.getString(4))),
                Instant.ofEpochMilli(row.getLong(5)));
    }

    private static Project.Id id(ResultSet row) throws SQLException {
        return new Project.Id(UUID.fromString(row.getString(1)));
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws SQLException;
    }

    /// What this program cannot read was written by a newer one.
    private <T> T known(Project.Id id, Reading<T> reading) throws SQLException, StoreException {
        try {
            return reading.read();
        } catch (IllegalArgumentException e) {
            throw new StoreException(Code.LIBRARY_NEWER, library.file().toString(), "project " + id, e);
        }
    }
}
