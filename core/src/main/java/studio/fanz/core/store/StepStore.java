package studio.fanz.core.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;

/// Results of finished steps: what makes a killed job resume, and a second run redo only what changed. Blocks;
/// any thread, any number of processes.
public interface StepStore {

    /// A finished step's result. An entry that is damaged counts as missing, and is redone.
    Optional<Entry> find(StepKey key);

    /// The folder where the result stands once it is finished; nothing is looked at, so it costs no disk.
    Path place(StepKey key);

    /// Starts an entry. Write files into [Draft#folder()], then publish.
    ///
    /// @throws StoreException READ_ONLY, DISK_FULL or WRITE_FAILED
    Draft begin(StepKey key) throws StoreException;

    /// Deletes what processes that are gone left half-made, then the results unused for longest until at most
    /// `maxBytes` remain. What this store has handed out since it was made stays.
    ///
    /// @return bytes freed from finished results
    long sweep(long maxBytes);

    /// A finished step.
    ///
    /// @param folder where its files are; read-only by convention
    /// @param result what it found, as JSON
    record Entry(Path folder, ObjectNode result) {

        /// One of its files.
        public Path file(String name) {
            return folder.resolve(name);
        }
    }

    /// A step's files in the making. Close it; unpublished, they are gone.
    interface Draft extends AutoCloseable {

        /// An empty folder to write into.
        Path folder();

        /// Makes the entry visible as a whole and durably. When another process was quicker, its entry is
        /// given back.
        ///
        /// @throws StoreException READ_ONLY, DISK_FULL or WRITE_FAILED
        Entry publish(ObjectNode result) throws StoreException;

        @Override
        void close();
    }

    /// A result without files.
    ///
    /// @throws StoreException READ_ONLY, DISK_FULL or WRITE_FAILED
    default Entry put(StepKey key, ObjectNode result) throws StoreException {
        try (Draft draft = begin(key)) {
            return draft.publish(result);
        }
    }
}
