package studio.fanz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;
import studio.fanz.app.Studio;
import studio.fanz.app.fx.FxThread;
import studio.fanz.app.session.Preferences;
import studio.fanz.app.session.Prepared;
import studio.fanz.app.shell.Desk;
import studio.fanz.app.shell.Ports;
import studio.fanz.app.task.Workbench;
import studio.fanz.app.theme.Appearance;
import studio.fanz.app.theme.Theme;
import studio.fanz.assets.Assets;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.job.JobRunner;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.store.Home;
import studio.fanz.media.ffmpeg.ChildPictureReader;
import studio.fanz.media.ffmpeg.Ffmpeg;
import studio.fanz.media.ffmpeg.FfprobeProber;

/// Drops a recording on the real window and says when its poster was there (at most 1 s), when it played (2 s) and when
/// its first words came (5 s), beside what probing the file and decoding one picture takes. Start with
/// `-Dglass.platform=Headless -Dprism.order=sw`, or on a display without both.
public final class FirstMinutesBench {

    private static final long PATIENCE_SECONDS = 300;

    private FirstMinutesBench() {}

    /// Prints a line for each recording named, or for the bundled one. Every recording meets an empty library.
    public static void main(String[] arguments) throws Exception {
        Platform.startup(() -> Platform.setImplicitExit(false));
        List<Path> files = Stream.of(arguments).map(Path::of).toList();
        for (Path file : files.isEmpty() ? List.of(Assets.find().sample()) : files) {
            Path home = Files.createTempDirectory("fanz-first-minutes");
            try {
                measure(file.toAbsolutePath(), home);
            } finally {
                delete(home);
            }
        }
        System.exit(0);
    }

    private static void measure(Path file, Path home) throws StudioException, InterruptedException {
        Ffmpeg ffmpeg = Ffmpeg.load();
        long began = System.nanoTime();
        MediaFacts facts = new FfprobeProber(ffmpeg).probe(file, JobContext.silent());
        new ChildPictureReader(ffmpeg).at(file, facts, List.of(3_000L), 640, 640, JobContext.silent());
        double yardstick = seconds(began);

        Workbench bench = Workbench.open(
                Assets.find(), new Home(home), Runtime.getRuntime().availableProcessors());
        var jobs = new JobRunner(JobRunner.HEAVY_LANES, FxThread.FX, Throwable::printStackTrace);
        var shown = new CompletableFuture<Desk>();
        Platform.runLater(() -> shown.complete(show(bench, jobs)));
        Desk desk = shown.join();
        List<Double> reached = wait(desk, file);
        System.out.printf(
                Locale.ROOT,
                "%s: poster %.2f s (1), plays %.2f s (2), words %.2f s (5); probe and one picture %.2f s,"
                        + " ratios %.1f %.1f %.1f%n",
                file.getFileName(),
                reached.get(0),
                reached.get(1),
                reached.get(2),
                yardstick,
                reached.get(0) / yardstick,
                reached.get(1) / yardstick,
                reached.get(2) / yardstick);
        var closed = new CompletableFuture<Boolean>();
        Platform.runLater(() -> {
            desk.close();
            closed.complete(true);
        });
        closed.join();
        jobs.close();
        bench.close();
    }

    private static Desk show(Workbench bench, JobRunner jobs) {
        try {
            var theme = new Theme(bench.assets());
            Ports ports = Studio.ports(bench, jobs, Locale.ENGLISH);
            var desk = new Desk(ports, theme, new SimpleObjectProperty<>(Preferences.FIRST), new NoHost());
            var scene = new Scene(desk.shell(), 1440, 900);
            theme.apply(scene, Appearance.DARK);
            var stage = new Stage();
            stage.setScene(scene);
            stage.show();
            return desk;
        } catch (StudioException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Seconds from the drop to each moment; infinite where it did not come.
    private static List<Double> wait(Desk desk, Path file) throws InterruptedException {
        var times =
                new ArrayList<>(List.of(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY));
        var all = new CompletableFuture<Boolean>();
        Platform.runLater(() -> {
            long began = System.nanoTime();
            List<BooleanSupplier> moments = moments(desk);
            desk.intake().add(List.of(file));
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    for (int i = 0; i < moments.size(); i++) {
                        if (Double.isInfinite(times.get(i)) && moments.get(i).getAsBoolean()) {
                            times.set(i, seconds(began));
                        }
                    }
                    if (times.stream().noneMatch(time -> time.isInfinite())) {
                        stop();
                        all.complete(true);
                    }
                }
            }.start();
        });
        try {
            all.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException late) {
            System.err.println("not everything came within " + PATIENCE_SECONDS + " s");
        }
        return times;
    }

    /// Poster, playing, words.
    private static List<BooleanSupplier> moments(Desk desk) {
        return List.of(
                () -> prepared(desk).flatMap(Prepared::poster).isPresent(),
                () -> plays(desk),
                () -> prepared(desk)
                        .flatMap(Prepared::transcript)
                        .filter(transcript -> !transcript.words().isEmpty())
                        .isPresent());
    }

    /// Presses play as soon as that can be done; it plays once time passes.
    private static boolean plays(Desk desk) {
        var playback = desk.recording().playback();
        if (playback.canPlay() && !playback.playingProperty().get()) {
            playback.toggle();
        }
        return playback.positionProperty().get() > 0;
    }

    private static Optional<Prepared> prepared(Desk desk) {
        return desk.recording().preparedProperty().get();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static final class NoHost implements Ports.WindowHost {
        @Override
        public void chooseFiles() {
            // Nobody is there to choose.
        }

        @Override
        public void openFolder(Path folder) {
            // Nobody is there to look.
        }
    }
}
