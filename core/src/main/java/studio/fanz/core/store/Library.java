package studio.fanz.core.store;

/// An open library. Close it last; any thread.
public interface Library extends AutoCloseable {

    /// Recordings one by one.
    AssetStore assets();

    /// Recordings as lists.
    CardStore cards();

    /// What creators make of them.
    ProjectStore projects();

    /// Finding them by words.
    SearchIndex search();

    /// The outbox.
    ChangeLog changes();

    @Override
    void close() throws StoreException;
}
