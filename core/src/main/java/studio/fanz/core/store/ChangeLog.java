package studio.fanz.core.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// The outbox: everything that has to go to other devices, in order. Blocks; any thread.
public interface ChangeLog {

    /// Changes after `seq`, oldest first. Fields this program does not know are kept in the patch.
    List<Change> after(long seq, int limit) throws StoreException;

    /// One change.
    ///
    /// @param seq    rises by at least one
    /// @param entity `asset`, `transcript` or `project`
    /// @param id     of that entity
    /// @param patch  the fields that changed, with `type` and `v`
    record Change(long seq, String entity, String id, JsonNode patch) {}
}
