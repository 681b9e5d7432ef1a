package studio.fanz.core.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import studio.fanz.core.project.Project;
import studio.fanz.core.store.AssetStore;
import studio.fanz.core.store.CardStore;
import studio.fanz.core.store.ChangeLog;
import studio.fanz.core.store.Home;
import studio.fanz.core.store.Library;
import studio.fanz.core.store.ProjectStore;
import studio.fanz.core.store.SearchIndex;
import studio.fanz.core.store.StoreException;
import studio.fanz.core.store.StoreException.Code;
import studio.fanz.core.time.IdSource;

/// The library as two SQLite files: `library.db` is the truth, `index.db` can be deleted at any time.
public final class SqliteLibrary implements Library {

    private final InstanceLock lock;
    private final Database library;
    private final Database index;
    private final Indexer indexer;
    private final IdSource ids;
    private final Set<Project.Id> readOnly = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closed = new AtomicBoolean();

    private SqliteLibrary(InstanceLock lock, Database library, Database index, IdSource ids) throws StoreException {
        this.lock = lock;
        this.library = library;
        this.index = index;
        this.ids = ids;
        this.indexer = new Indexer(library, index);
    }

    /// Opens the library of a home, made or brought to the newest version when needed, checked when the last
    /// program to have it open was killed. Other programs may have it open too.
    ///
    /// @throws StoreException LIBRARY_NEWER, LIBRARY_DAMAGED, LIBRARY_UNREADABLE, READ_ONLY, DISK_FULL
    public static SqliteLibrary open(Home home, IdSource ids) throws StoreException {
        home.create();
        InstanceLock lock = InstanceLock.open(home.lock(), unclean -> {
            new Migration(home.library(), Schema.load("library"), home.backup()).run(unclean);
            prepareIndex(home, unclean);
        });
        try {
            return connect(home, lock, ids);
        } catch (StoreException e) {
            lock.close();
            throw e;
        }
    }

    private static SqliteLibrary connect(Home home, InstanceLock lock, IdSource ids) throws StoreException {
        Database library = Database.open(home.library(), "library");
        try {
            Database index = Database.open(home.index(), "index");
            return new SqliteLibrary(lock, library, index, ids);
        } catch (StoreException e) {
            library.close();
            throw e;
        }
    }

    /// An index that is damaged or of any other version is made anew.
    private static void prepareIndex(Home home, boolean unclean) throws StoreException {
        var migration = new Migration(home.index(), Schema.load("index"), home.backup());
        try {
            migration.run(unclean);
        } catch (StoreException e) {
            if (e.code() != Code.LIBRARY_DAMAGED && e.code() != Code.LIBRARY_NEWER) {
                throw e;
            }
            deleteIndex(home.index());
            migration.run(false);
        }
    }

    private static void deleteIndex(Path file) throws StoreException {
        for (String ending : new String[] {"", "-wal", "-shm"}) {
            try {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + ending));
            } catch (IOException e) {
                throw StoreException.writing(file, e);
            }
        }
    }

    @Override
    public AssetStore assets() {
        return new SqliteAssets(library);
    }

    @Override
    public CardStore cards() {
        return new SqliteCards(library);
    }

    @Override
    public ProjectStore projects() {
        return new SqliteProjects(library, ids, InstantSource.system(), readOnly);
    }

    @Override
    public SearchIndex search() {
        return new SqliteSearch(index, indexer);
    }

    @Override
    public ChangeLog changes() {
        return new Outbox(library);
    }

    /// Closing twice is closing once.
    @Override
    public void close() throws StoreException {
        if (closed.getAndSet(true)) {
            return;
        }
        index.close();
        library.close();
        lock.close();
    }
}
