package studio.fanz.app.task;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import studio.fanz.assets.Assets;
import studio.fanz.core.caption.CaptionProfiles;
import studio.fanz.core.platform.Limits;
import studio.fanz.core.platform.Targets;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.store.Home;
import studio.fanz.core.store.StoreException;
import studio.fanz.media.CatalogueModelFolder;
import studio.fanz.media.MediaException;

/// Everything a use case needs, opened when first asked for and closed together. One for the process; any
/// thread.
public final class Workbench implements AutoCloseable {

    private final Assets assets;
    private final Home home;
    private final int threads;
    private @Nullable LibraryDesk library;

    private Workbench(Assets assets, Home home, int threads) {
        this.assets = assets;
        this.home = home;
        this.threads = threads;
    }

    /// Opens it on a home folder, which is made when it is not there.
    ///
    /// @param threads processor cores to use, 1 or more
    /// @throws StudioException when the folder cannot be made
    public static Workbench open(Assets assets, Home home, int threads) throws StudioException {
        return new Workbench(assets, home.create(), Math.max(1, threads));
    }

    /// The plain files that ship with the program.
    public Assets assets() {
        return assets;
    }

    /// Where library and cache lie.
    public Home home() {
        return home;
    }

    /// Processor cores to use.
    public int threads() {
        return threads;
    }

    /// The library, opened when first asked for.
    ///
    /// @throws StoreException when it cannot be opened (damaged, newer, read-only)
    public synchronized LibraryDesk library() throws StoreException {
        LibraryDesk open = library;
        if (open == null) {
            open = LibraryDesk.open(home);
            library = open;
        }
        return open;
    }

    /// Places to post.
    public Targets targets() {
        return Targets.parse(fact("targets.csv"));
    }

    /// What the places take: the shipped table, with the person's own values (`HOME/facts/limits.csv`) before
    /// it.
    public Limits limits() {
        Limits shipped = Limits.parse(fact("limits.csv"));
        Path own = home.root().resolve("facts").resolve("limits.csv");
        return Files.isRegularFile(own) ? shipped.withOwn(Limits.parse(read(own))) : shipped;
    }

    /// Rules of captions.
    public CaptionProfiles profiles() {
        return CaptionProfiles.parse(fact("caption-profiles.csv"));
    }

    /// Model weights.
    ///
    /// @throws MediaException MODEL_MISSING or MODEL_CORRUPT when the catalogue cannot be read
    public CatalogueModelFolder models() throws MediaException {
        return CatalogueModelFolder.open(assets.models());
    }

    private String fact(String name) {
        return read(assets.facts().resolve(name));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.getFileName().toString(), e);
        }
    }

    @Override
    public synchronized void close() throws StoreException {
        if (library != null) {
            library.close();
        }
    }
}
