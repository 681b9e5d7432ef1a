package studio.fanz.app;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.fanz.app.fx.FxThread;
import studio.fanz.app.lookbook.LookBook;
import studio.fanz.app.lookbook.SampleStills;
import studio.fanz.app.session.FindingWords;
import studio.fanz.app.session.Place;
import studio.fanz.app.session.Preferences;
import studio.fanz.app.session.PreferencesFile;
import studio.fanz.app.shell.Crash;
import studio.fanz.app.shell.Desk;
import studio.fanz.app.shell.Ports;
import studio.fanz.app.task.KeptReviews;
import studio.fanz.app.task.LibraryDesk;
import studio.fanz.app.task.Workbench;
import studio.fanz.app.theme.Theme;
import studio.fanz.assets.Assets;
import studio.fanz.assets.Texts;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.job.JobRunner;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.store.Home;
import studio.fanz.media.ffmpeg.ChildPictureReader;
import studio.fanz.media.ffmpeg.Ffmpeg;
import studio.fanz.media.ffmpeg.FfprobeProber;
import studio.fanz.media.ffmpeg.PreviewPlayer;

/// The window over the real library.
public final class Studio extends Application {

    private static final Logger LOG = LoggerFactory.getLogger(Studio.class);
    private static final double LEAST_WIDTH = 980;
    private static final double LEAST_HEIGHT = 640;

    private final ObjectProperty<Preferences> preferences = new SimpleObjectProperty<>(Preferences.FIRST);
    private Optional<Desk> desk = Optional.empty();
    private Runnable close = () -> {};

    /// Opens the window over a home (empty: the usual one) and returns when it is closed.
    public static void open(Optional<Path> home) {
        launch(Studio.class, home.map(path -> "--home=" + path).stream().toArray(String[]::new));
    }

    /// Renders the look book into a folder, without a display.
    ///
    /// @return the pictures
    /// @throws IOException     when the folder cannot be written to
    /// @throws StudioException when FFmpeg is missing
    static List<Path> lookBook(Path folder) throws IOException, StudioException {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Assets assets = Assets.find();
        Ffmpeg ffmpeg = Ffmpeg.load();
        MediaFacts facts = new FfprobeProber(ffmpeg).probe(assets.sample(), JobContext.silent());
        var stills = new SampleStills(new ChildPictureReader(ffmpeg), assets.sample(), facts);
        return new LookBook(assets, stills).render(folder);
    }

    @Override
    public void start(Stage stage) throws StudioException {
        Optional<Path> asked =
                Optional.ofNullable(getParameters().getNamed().get("home")).map(Path::of);
        Workbench bench = Workbench.open(
                Assets.find(), Home.find(asked), Runtime.getRuntime().availableProcessors());
        var file = new PreferencesFile(bench.home().root().resolve("settings.json"));
        preferences.set(file.read());
        Theme theme = new Theme(bench.assets());
        JobRunner jobs = new JobRunner(JobRunner.HEAVY_LANES, FxThread.FX, this::bug);
        Desk opened = new Desk(ports(bench, jobs, language()), theme, preferences, new Host(stage));
        desk = Optional.of(opened);
        Thread.currentThread().setUncaughtExceptionHandler((_, thrown) -> bug(thrown));
        show(stage, opened, theme);
        returnTo(opened, preferences.get());
        preferences.subscribe((_, now) -> remember(file, now));
        close = () -> {
            opened.close();
            jobs.close();
            closing(bench);
        };
    }

    @Override
    public void stop() {
        close.run();
    }

    /// The real library, models and tools as the window needs them.
    public static Ports ports(Workbench bench, JobRunner jobs, Locale language) throws StudioException {
        LibraryDesk library = bench.library();
        var pictures = new ChildPictureReader(Ffmpeg.load());
        Texts texts = Texts.load(bench.assets(), "ui", language);
        Texts findings = Texts.load(bench.assets(), "findings", language);
        Path out = Path.of(System.getProperty("user.home")).resolve("Fanz Studio");
        return new Ports(
                jobs,
                new StudioShelf(library, KeptReviews.of(bench.home())),
                new StudioJournal(library.library().projects()),
                new StudioPreparer(bench),
                new StudioRenditions(bench, new FindingWords(findings, texts), out),
                (asset, ms, width, height, job) -> pictures.at(
                                asset.path(), asset.facts(), List.of(ms), width, height, job)
                        .getFirst(),
                Optional.of(PreviewPlayer::new),
                new StudioHouse(bench),
                bench.assets(),
                texts,
                Texts.load(bench.assets(), "problems", language),
                findings,
                language,
                LocalDateTime::now,
                Instant::now,
                true);
    }

    private Locale language() {
        String tag = preferences.get().language();
        return tag.isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(tag);
    }

    private void show(Stage stage, Desk desk, Theme theme) {
        Preferences left = preferences.get();
        var scene = new Scene(desk.shell(), left.width(), left.height());
        theme.apply(scene, left.appearance());
        preferences.subscribe((before, now) -> {
            if (before.appearance() != now.appearance()) {
                theme.apply(scene, now.appearance());
            }
        });
        stage.setTitle("Fanz Studio");
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setScene(scene);
        stage.setMaximized(left.maximized());
        stage.setOnHiding(_ -> preferences.set(
                preferences.get().withWindow(scene.getWidth(), scene.getHeight(), stage.isMaximized())));
        stage.show();
    }

    private static void returnTo(Desk desk, Preferences left) {
        if (left.place() == Place.EDIT && !left.recording().isEmpty()) {
            try {
                desk.navigation().open(new Asset.Id(UUID.fromString(left.recording())), 0);
                return;
            } catch (IllegalArgumentException notAnId) {
                LOG.warn("settings name no recording");
            }
        }
        desk.navigation().go(left.place());
    }

    private static void remember(PreferencesFile file, Preferences now) {
        try {
            file.write(now);
        } catch (IOException e) {
            LOG.warn("settings could not be kept", e);
        }
    }

    private static void closing(Workbench bench) {
        try {
            bench.close();
        } catch (StudioException e) {
            LOG.warn("closing the library: {}", e.code().id());
        }
    }

    private void bug(Throwable thrown) {
        Crash crash = Crash.of(thrown);
        LOG.error("{}", crash.code(), thrown);
        FxThread.FX.execute(() -> desk.ifPresent(d -> d.shell().openCrash(crash)));
    }

    /// What only a window can do.
    private final class Host implements Ports.WindowHost {

        private final Stage stage;

        Host(Stage stage) {
            this.stage = stage;
        }

        @Override
        public void chooseFiles() {
            List<File> files = new FileChooser().showOpenMultipleDialog(stage);
            if (files != null) {
                desk.ifPresent(
                        d -> d.intake().add(files.stream().map(File::toPath).toList()));
            }
        }

        @Override
        public void openFolder(Path folder) {
            getHostServices().showDocument(folder.toUri().toString());
        }
    }
}
