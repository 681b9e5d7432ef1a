package studio.fanz.core.store.sqlite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.edit.History;
import studio.fanz.core.edit.JournalEntry;
import studio.fanz.core.edit.JournalEntry.What;
import studio.fanz.core.project.Project;
import studio.fanz.core.store.JournalLine;
import studio.fanz.core.store.OpenedProject;
import studio.fanz.core.store.ProjectStore;
import studio.fanz.core.store.StoreException;
import studio.fanz.core.store.StoreException.Code;
import studio.fanz.core.store.sqlite.JournalReading.Found;
import studio.fanz.core.store.sqlite.Lane.Urgency;
import studio.fanz.core.store.sqlite.StoredLine.Read;
import studio.fanz.core.store.sqlite.StoredStates.State;
import studio.fanz.core.time.IdSource;

/// Projects as a journal with a state kept every 64 lines, so that any state is quick to read; the journal from
/// its first line is what undo reads.
final class SqliteProjects implements ProjectStore {

    private static final String OF_ASSET = """
            select project.id from project join asset on asset.n = project.asset
             where asset.id = ? order by project.made_ms desc, project.id desc limit 1
            """;
    private static final String CREATE = """
            insert into project (id, asset, made_ms)
            select ?, n, max(?, coalesce((select max(made_ms) + 1 from project where asset = n), 0))
              from asset where id = ?
            """;
    private static final String ASSET_OF =
            "select asset.id from project join asset on asset.n = project.asset where project.id = ?";
    private static final String LAST = "select coalesce(max(seq), 0) from edit where project = ?";
    private static final String APPEND =
            "insert into edit (project, " + StoredLine.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?)";
    private static final String LIST = """
            select seq, what, case when json_valid(json) then coalesce(json ->> '$.type', '') else '' end, made_ms,
                   not exists (select 1 from journal_aside a
                                where a.project = edit.project and a.seq = edit.seq and a.seal = edit.seal)
              from edit where project = ? order by seq
            """;

    private final Database library;
    private final IdSource ids;
    private final InstantSource clock;
    private final Set<Project.Id> readOnly;

    /// @param readOnly projects that a newer program has written to, as far as this process has met them
    SqliteProjects(Database library, IdSource ids, InstantSource clock, Set<Project.Id> readOnly) {
        this.library = library;
        this.ids = ids;
        this.clock = clock;
        this.readOnly = readOnly;
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
        begin(sql, project);
        Outbox.append(sql, "project", project.id(), patch(project, 0));
        return project.id();
    }

    private void begin(Sql sql, Project first) throws SQLException, StoreException {
        String asset = first.asset().toString();
        if (sql.update(CREATE, first.id().toString(), clock.millis(), asset) == 0) {
            throw new StoreException(Code.NOT_IN_LIBRARY, asset, "");
        }
        StoredStates.put(sql, first, 0);
    }

    @Override
    public void adopt(Project first, List<JournalEntry> lines) throws StoreException {
        library.write(Urgency.BACKGROUND, sql -> {
            begin(sql, first);
            History history = History.of(first);
            for (JournalEntry line : lines) {
                history = history.after(line);
                put(sql, line, history.project());
            }
            Outbox.append(sql, "project", first.id(), patch(first, history.seq()));
            return first;
        });
    }

    @Override
    public OpenedProject open(Project.Id id) throws StoreException {
        Found found = library.read(sql -> JournalReading.read(sql, id, fresh(sql, id)));
        if (found.newer()) {
            readOnly.add(id);
        } else {
            readOnly.remove(id);
        }
        if (found.newer() || found.damaged().isEmpty()) {
            return opened(found, !found.newer());
        }
        return library.write(Urgency.PERSON, sql -> {
            // Another program may have been here since.
            Found now = JournalReading.read(sql, id, fresh(sql, id));
            return opened(now, !now.newer() && JournalAside.keep(sql, id, now, clock.millis()) > 0);
        });
    }

    /// @param tell whether something was found that nobody was told of yet
    private static OpenedProject opened(Found found, boolean tell) {
        String title = found.history().project().title();
        String line =
                found.damaged().isEmpty() ? "" : String.valueOf(found.damaged().getFirst());
        Optional<Code> code = Optional.empty();
        if (found.newer()) {
            code = Optional.of(Code.PROJECT_NEWER);
        } else if (tell && !found.damaged().isEmpty()) {
            code = Optional.of(found.cut() ? Code.JOURNAL_CUT : Code.JOURNAL_DAMAGED);
        }
        return new OpenedProject(found.history(), !found.newer(), code.map(c -> new StoreException(c, title, line)));
    }

    private static Project fresh(Sql sql, Project.Id id) throws SQLException, StoreException {
        return Project.fresh(
                id,
                sql.first(ASSET_OF, row -> Rows.id(row.getString(1)), id.toString())
                        .orElseThrow(() -> new StoreException(Code.NOT_IN_LIBRARY, id.toString(), "")));
    }

    @Override
    public Project latest(Project.Id id) throws StoreException {
        return library.read(sql -> {
            Project fresh = fresh(sql, id);
            return upTo(sql, fresh, Long.MAX_VALUE).project();
        });
    }

    @Override
    public Project at(Project.Id id, long seq) throws StoreException {
        return library.read(sql -> {
            Project fresh = fresh(sql, id);
            State state = upTo(sql, fresh, seq);
            if (state.seq() != seq) {
                throw new StoreException(Code.NO_SUCH_STATE, id.toString(), String.valueOf(seq));
            }
            return state.project();
        });
    }

    /// The state after a line, or after the last one before it that can be read.
    private static State upTo(Sql sql, Project fresh, long seq) throws SQLException {
        Project.Id id = fresh.id();
        State state = StoredStates.before(sql, id, seq).orElse(new State(0, fresh));
        for (StoredLine line : JournalReading.lines(sql, id, state.seq())) {
            boolean next = line.seq() <= seq && line.seq() == state.seq() + 1;
            if (!next || !(line.read(id) instanceof Read.Good(var entry))) {
                return state;
            }
            try {
                state = new State(line.seq(), entry.edit().apply(state.project()));
            } catch (IllegalArgumentException doesNotFit) {
                return state;
            }
        }
        return state;
    }

    @Override
    public List<JournalLine> lines(Project.Id id) throws StoreException {
        return library.read(sql -> {
            fresh(sql, id);
            return sql.list(LIST, SqliteProjects::listed, id.toString());
        });
    }

    private static JournalLine listed(ResultSet row) throws SQLException {
        return new JournalLine(
                row.getLong(1),
                What.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                row.getString(3),
                Instant.ofEpochMilli(row.getLong(4)),
                row.getInt(5) != 0);
    }

    @Override
    public List<JournalEntry> journal(Project.Id id) throws StoreException {
        return library.read(sql -> {
            var entries = new ArrayList<JournalEntry>();
            for (StoredLine line : JournalReading.lines(sql, id, 0)) {
                entries.add(
                        switch (line.read(id)) {
                            case Read.Good(var entry) -> entry;
                            case Read.Newer() ->
                                throw new StoreException(Code.PROJECT_NEWER, id.toString(), "" + line.seq());
                            case Read.Damaged() ->
                                throw new StoreException(Code.JOURNAL_DAMAGED, id.toString(), "" + line.seq());
                        });
            }
            return List.copyOf(entries);
        });
    }

    @Override
    public void append(JournalEntry entry, History after) throws StoreException {
        Project project = after.project();
        if (after.seq() != entry.seq()) {
            throw new IllegalArgumentException("the history after line " + entry.seq() + " has " + after.seq());
        }
        library.write(Urgency.PERSON, sql -> {
            if (readOnly.contains(project.id())) {
                throw new StoreException(Code.PROJECT_NEWER, project.title(), "");
            }
            long last = Math.max(sql.number(LAST, project.id().toString()), StoredStates.last(sql, project.id()));
            if (last != entry.seq() - 1) {
                throw new StoreException(Code.CHANGED_ELSEWHERE, project.title(), "");
            }
            appendLine(sql, entry, project);
            return entry;
        });
    }

    private static void appendLine(Sql sql, JournalEntry entry, Project project) throws SQLException {
        put(sql, entry, project);
        Outbox.append(
                sql, "project", project.id(), Outbox.patch("project-edited").put("seq", entry.seq()));
    }

    private static void put(Sql sql, JournalEntry entry, Project project) throws SQLException {
        StoredLine line = StoredLine.of(project.id(), entry);
        sql.update(
                APPEND,
                project.id().toString(),
                line.seq(),
                line.what(),
                line.json(),
                line.inverse(),
                line.madeMs(),
                line.seal());
        if (line.seq() % StoredStates.EVERY == 0) {
            StoredStates.put(sql, project, line.seq());
        }
    }

    private static ObjectNode patch(Project project, long seq) {
        ObjectNode patch = Outbox.patch("project-made").put("seq", seq);
        return patch.put("asset", project.asset().toString());
    }

    private static Project.Id id(ResultSet row) throws SQLException {
        return new Project.Id(UUID.fromString(row.getString(1)));
    }
}
