package studio.fanz.core.store.sqlite;

import java.sql.SQLException;
import studio.fanz.core.project.Project;

/// Keeps lines of a journal that cannot be used, as they were found. Within the caller's transaction.
final class JournalAside {

    private static final String COPY = """
            insert into journal_aside (project, seq, what, json, inverse, made_ms, seal, aside_ms)
            select project, seq, what, json, inverse, made_ms, seal, ?
              from edit e
             where project = ? and seq between ? and ?
               and not exists (select 1 from journal_aside a
                                where a.project = e.project and a.seq = e.seq and a.seal = e.seal)
            """;
    private static final String MISSING = """
            insert into journal_aside (project, seq, what, json, inverse, made_ms, seal, aside_ms)
            select ?, ?, '', '', '', 0, '', ?
             where not exists (select 1 from journal_aside where project = ? and seq = ?)
            """;
    private static final String DROP = "delete from edit where project = ? and seq > ?";

    private JournalAside() {}

    /// Copies the damaged lines aside (one that is gone leaves an empty one); where the journal was cut, moves
    /// everything after the cut there, so that it
    /// can go on.
    ///
    /// @return how many lines were not aside before
    static int keep(Sql sql, Project.Id id, JournalReading.Found found, long nowMs) throws SQLException {
        int kept = 0;
        for (long seq : found.damaged()) {
            kept += sql.update(COPY, nowMs, id.toString(), seq, seq);
            kept += sql.update(MISSING, id.toString(), seq, nowMs, id.toString(), seq);
        }
        if (found.cut()) {
            long last = found.history().seq();
            kept += sql.update(COPY, nowMs, id.toString(), last + 1, Long.MAX_VALUE);
            sql.update(DROP, id.toString(), last);
            StoredStates.drop(sql, id, last + 1);
        }
        return kept;
    }
}
