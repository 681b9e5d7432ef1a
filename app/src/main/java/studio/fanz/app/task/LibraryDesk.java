package studio.fanz.app.task;

import java.time.InstantSource;
import studio.fanz.core.store.Home;
import studio.fanz.core.store.Library;
import studio.fanz.core.store.StepFolders;
import studio.fanz.core.store.StepStore;
import studio.fanz.core.store.StoreException;
import studio.fanz.core.store.sqlite.SqliteLibrary;
import studio.fanz.core.time.IdSource;
import studio.fanz.media.MediaException;
import studio.fanz.media.ffmpeg.ChildPictureReader;
import studio.fanz.media.ffmpeg.ChildSoundReader;
import studio.fanz.media.ffmpeg.Ffmpeg;
import studio.fanz.media.ffmpeg.FfprobeProber;

/// The open library of a home with what works on it. One per process, any thread; closed by [Workbench].
public final class LibraryDesk implements AutoCloseable {

    private final Library library;
    private final StepStore steps;
    private final KeptReviews reviews;
    private final IdSource ids;

    private LibraryDesk(Library library, StepStore steps, KeptReviews reviews, IdSource ids) {
        this.reviews = reviews;
        this.library = library;
        this.steps = steps;
        this.ids = ids;
    }

    /// Opens the library, made when there is none.
    ///
    /// @throws StoreException as `SqliteLibrary.open`
    static LibraryDesk open(Home home) throws StoreException {
        IdSource ids = IdSource.ofThisMachine();
        return new LibraryDesk(SqliteLibrary.open(home, ids), new StepFolders(home.steps()), KeptReviews.of(home), ids);
    }

    /// The library itself.
    public Library library() {
        return library;
    }

    /// Finished steps.
    public StepStore steps() {
        return steps;
    }

    /// Brings files in.
    ///
    /// @throws MediaException FFMPEG_MISSING
    public ImportFiles importer() throws MediaException {
        var tools = Ffmpeg.load();
        return new ImportFiles(library.assets(), new FfprobeProber(tools), previews(), ids, InstantSource.system());
    }

    /// Poster, filmstrip and waveform.
    ///
    /// @throws MediaException FFMPEG_MISSING
    public Previews previews() throws MediaException {
        var tools = Ffmpeg.load();
        return new Previews(steps, new ChildPictureReader(tools), new ChildSoundReader(tools));
    }

    /// Keeps what `prep` made.
    public KeepPrepared keeper() {
        return new KeepPrepared(library, reviews, ids, InstantSource.system());
    }

    /// Lists and finds.
    public SearchLibrary search() {
        return new SearchLibrary(library.cards(), library.search());
    }

    /// Tells all about one recording.
    ///
    /// @throws MediaException FFMPEG_MISSING
    public ShowAsset show() throws MediaException {
        return new ShowAsset(library, previews());
    }

    /// Projects as things of their own.
    ///
    /// @throws MediaException FFMPEG_MISSING
    public ProjectDesk projects() throws MediaException {
        return new ProjectDesk(library, show(), ids, InstantSource.system());
    }

    /// Says where a recording's file lies now.
    ///
    /// @throws MediaException FFMPEG_MISSING
    public RelinkAsset relinker() throws MediaException {
        return new RelinkAsset(library.assets(), new FfprobeProber(Ffmpeg.load()));
    }

    @Override
    public void close() throws StoreException {
        library.close();
    }
}
