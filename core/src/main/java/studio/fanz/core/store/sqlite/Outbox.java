package studio.fanz.core.store.sqlite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.List;
import studio.fanz.core.json.Json;
import studio.fanz.core.store.ChangeLog;
import studio.fanz.core.store.StoreException;

/// What goes to other devices, written in the transaction of the change.
final class Outbox implements ChangeLog {

    private static final String APPEND = "insert into change (entity, id, patch) values (?, ?, ?)";
    private static final String AFTER = "select seq, entity, id, patch from change where seq > ? order by seq limit ?";

    private final Database library;

    Outbox(Database library) {
        this.library = library;
    }

    @Override
    public List<Change> after(long seq, int limit) throws StoreException {
        return library.read(sql -> sql.list(
                AFTER,
                row -> new Change(row.getLong(1), row.getString(2), row.getString(3), Json.parse(row.getString(4))),
                seq,
                limit));
    }

    /// Within the caller's transaction.
    static void append(Sql sql, String entity, Object id, ObjectNode patch) throws SQLException {
        sql.update(APPEND, entity, id.toString(), Json.compact(patch));
    }

    /// A patch to complete.
    static ObjectNode patch(String type) {
        return Json.object().put("type", type).put("v", 1);
    }
}
