package studio.fanz.core.store.sqlite;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.edit.History;
import studio.fanz.core.edit.JournalEntry;
import studio.fanz.core.project.Project;
import studio.fanz.core.store.sqlite.StoredLine.Read;
import studio.fanz.core.store.sqlite.StoredStates.State;

/// A project's journal read from its first state as far as it goes. Over a line that cannot be read it goes on from
/// the next state that was kept whole: then only the way there is lost. Used once, within a transaction.
final class JournalReading {

    private static final String LINES =
            "select " + StoredLine.COLUMNS + " from edit where project = ? and seq > ? order by seq";

    private static final String MADE = "select made_ms from edit where project = ? and seq = ?";

    private final Sql sql;
    private final Project.Id id;
    private final List<Long> damaged = new ArrayList<>();
    private boolean newer;
    private boolean cut;
    private History history;

    private JournalReading(Sql sql, Project.Id id, History history) {
        this.sql = sql;
        this.id = id;
        this.history = history;
    }

    /// What was found.
    ///
    /// @param history as far as it could be read
    /// @param damaged numbers of lines that are not what was written, or missing
    /// @param newer   whether a newer program wrote some
    /// @param cut     whether the lines after the history could not be used
    record Found(History history, List<Long> damaged, boolean newer, boolean cut) {}

    static Found read(Sql sql, Project.Id id, Project fresh) throws SQLException {
        Optional<State> first = StoredStates.before(sql, id, 0);
        var reading =
                new JournalReading(sql, id, History.of(first.map(State::project).orElse(fresh)));
        reading.run();
        return new Found(reading.history, reading.damaged, reading.newer, reading.cut);
    }

    private void run() throws SQLException {
        boolean more = true;
        while (more) {
            Optional<StoredLine> stop = follow();
            long last = Math.max(stop.map(StoredLine::seq).orElse(0L), StoredStates.last(sql, id));
            Optional<State> next =
                    last > history.seq() ? StoredStates.after(sql, id, history.seq() + 1) : Optional.empty();
            if (next.isPresent()) {
                if (stop.isEmpty()) {
                    damaged.add(history.seq() + 1);
                }
                history = History.from(next.get().project(), next.get().seq(), made(next.get()));
            }
            cut = stop.isPresent() && next.isEmpty();
            more = next.isPresent();
        }
    }

    private Instant made(State state) throws SQLException {
        return sql.first(MADE, row -> Instant.ofEpochMilli(row.getLong(1)), id.toString(), state.seq())
                .orElse(Instant.MIN);
    }

    /// Reads on to the first line that cannot be used.
    private Optional<StoredLine> follow() throws SQLException {
        for (StoredLine line : lines(sql, id, history.seq())) {
            if (line.seq() != history.seq() + 1) {
                damaged.add(history.seq() + 1);
                return Optional.of(line);
            }
            switch (line.read(id)) {
                case Read.Good(var entry) -> {
                    if (!fits(entry)) {
                        damaged.add(line.seq());
                        return Optional.of(line);
                    }
                }
                case Read.Newer() -> {
                    newer = true;
                    return Optional.of(line);
                }
                case Read.Damaged() -> {
                    damaged.add(line.seq());
                    return Optional.of(line);
                }
            }
        }
        return Optional.empty();
    }

    private boolean fits(JournalEntry entry) {
        try {
            history = history.after(entry);
            return true;
        } catch (IllegalArgumentException doesNot) {
            return false;
        }
    }

    static List<StoredLine> lines(Sql sql, Project.Id id, long after) throws SQLException {
        return sql.list(LINES, StoredLine::of, id.toString(), after);
    }
}
