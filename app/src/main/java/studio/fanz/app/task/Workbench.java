package studio.fanz.app.task;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.fanz.assets.Assets;
import studio.fanz.core.caption.CaptionProfiles;
import studio.fanz.core.caption.Fillers;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.platform.Limits;
import studio.fanz.core.platform.Targets;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.store.DraftFile;
import studio.fanz.core.store.Home;
import studio.fanz.core.store.StepFolders;
import studio.fanz.core.store.StoreException;
import studio.fanz.core.store.sqlite.SqliteEngine;
import studio.fanz.media.CatalogueModelFolder;
import studio.fanz.media.MediaException;
import studio.fanz.media.cut.CutRecipe;
import studio.fanz.media.export.ExportRecipe;
import studio.fanz.media.ffmpeg.ChildFramePass;
import studio.fanz.media.ffmpeg.ChildPictureReader;
import studio.fanz.media.ffmpeg.ChildRenditionMaker;
import studio.fanz.media.ffmpeg.ChildRenditionReader;
import studio.fanz.media.ffmpeg.ChildSoundPass;
import studio.fanz.media.ffmpeg.ChildSoundReader;
import studio.fanz.media.ffmpeg.ChildSplicer;
import studio.fanz.media.ffmpeg.Ffmpeg;
import studio.fanz.media.ffmpeg.FfprobeProber;
import studio.fanz.media.ffmpeg.ProbedEncoders;
import studio.fanz.media.ffmpeg.SystemHevc;
import studio.fanz.media.language.LanguageCheck;
import studio.fanz.media.language.ToxicText;
import studio.fanz.media.language.WordLists;
import studio.fanz.media.onnx.BgeEmbedder;
import studio.fanz.media.onnx.OnnxRuntime;
import studio.fanz.media.onnx.OnnxVision;
import studio.fanz.media.onnx.SpeechEngine;
import studio.fanz.media.prep.Tools;
import studio.fanz.media.render.StripPainter;
import studio.fanz.media.vision.CoverPicker;

/// Everything a use case needs, opened when first asked for and closed together. One for the process; any
/// thread.
public final class Workbench implements AutoCloseable {

    /// What can be made again may take this much; beyond it the longest unused goes.
    private static final long CACHE_BYTES = 20L << 30;

    private final Assets assets;
    private final Home home;
    private final int threads;
    private @Nullable LibraryDesk library;
    private final List<Runnable> opened = new ArrayList<>();
    private @Nullable Tools tools;

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

    /// What projects make of recordings.
    ///
    /// @throws StoreException as [#library()]
    public ProjectCuts cuts() throws StoreException {
        return new ProjectCuts(library().library(), home().root().resolve("luts"));
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

    /// Sounds of hesitation, by language.
    public Fillers fillers() {
        return Fillers.parse(fact("fillers.csv"));
    }

    /// Model weights.
    ///
    /// @throws MediaException MODEL_MISSING or MODEL_CORRUPT when the catalogue cannot be read
    public CatalogueModelFolder models() throws MediaException {
        return CatalogueModelFolder.open(assets.models());
    }

    /// What preparation works with; made at the first call, models are loaded at their first use.
    ///
    /// @throws StudioException when FFmpeg or a catalogue is missing
    public synchronized Tools tools() throws StudioException {
        if (tools == null) {
            tools = open();
        }
        return tools;
    }

    /// Cuts recordings.
    ///
    /// @throws MediaException when FFmpeg is missing
    public CutRecipe cutting() throws MediaException {
        Path scratch = home.cache().resolve("cut");
        DraftFile.sweep(scratch);
        return new CutRecipe(
                new ChildSplicer(),
                new FfprobeProber(Ffmpeg.load()),
                SystemHevc.ofThisMachine(),
                new StepFolders(home.steps()),
                scratch);
    }

    private Tools open() throws StudioException {
        Ffmpeg ffmpeg = Ffmpeg.load();
        CatalogueModelFolder folder = models();
        SpeechEngine speech = new SpeechEngine(folder, threads);
        OnnxVision vision = new OnnxVision(folder, threads);
        BgeEmbedder embedder = new BgeEmbedder(folder, JobContext.silent());
        opened.add(embedder::close);
        opened.add(speech::close);
        opened.add(vision::close);
        var prober = new FfprobeProber(ffmpeg);
        var pictures = new ChildPictureReader(ffmpeg);
        var encoders = new ProbedEncoders(ffmpeg, home.cache());
        StepFolders steps = new StepFolders(home.steps());
        steps.sweep(CACHE_BYTES);
        return new Tools(
                steps,
                prober,
                speech.transcriber(new ChildSoundReader(ffmpeg)),
                speech.finder(new ChildSoundReader(ffmpeg)),
                new ChildFramePass(ffmpeg),
                new ChildSoundPass(ffmpeg),
                new Tools.Eyes(vision.faces(), vision.people(), vision.adultImages(), vision.text()),
                new CoverPicker(pictures, vision.coverModels()),
                new LanguageCheck(
                        ToxicText.load(folder),
                        WordLists.load(List.of(assets.lists(), home.root().resolve("lists")))),
                embedder,
                new ExportRecipe(encoders, new ChildRenditionMaker(ffmpeg), new ChildRenditionReader(ffmpeg), prober),
                new StripPainter(assets::fonts),
                profiles(),
                limits(),
                () -> Map.of(
                        "ffmpeg", ffmpeg.version(),
                        "onnxruntime", OnnxRuntime.version(),
                        "sqlite", SqliteEngine.version()),
                () -> {
                    speech.close();
                    vision.release();
                    embedder.close();
                });
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

    /// Closes what was opened, latest first.
    @Override
    public synchronized void close() throws StoreException {
        opened.reversed().forEach(Runnable::run);
        opened.clear();
        tools = null;
        if (library != null) {
            library.close();
        }
    }
}
