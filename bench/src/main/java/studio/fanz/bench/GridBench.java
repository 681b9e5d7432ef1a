package studio.fanz.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import studio.fanz.app.control.GridCell;
import studio.fanz.app.control.MediaGrid;
import studio.fanz.app.control.Pictures;
import studio.fanz.app.theme.Appearance;
import studio.fanz.app.theme.Theme;
import studio.fanz.assets.Assets;

/// Scrolls a grid of 100,000 things and counts pulses that came late, against an empty scene in the same run. Start
/// with `-Dglass.platform=Headless -Dprism.order=sw`, or on a display without both.
public final class GridBench {

    private static final int THINGS = 100_000;
    private static final int PULSES = 600;
    private static final int WARM_UP = 120;
    private static final double PULSE_MILLIS = 1000 / 60.0;
    private static final double SPEED = 90;

    private GridBench() {}

    /// Prints one line for the empty scene and one for the grid. The optional argument is a picture that every cell
    /// shows.
    public static void main(String[] arguments) throws Exception {
        Optional<Path> poster = arguments.length > 0 ? Optional.of(Path.of(arguments[0])) : Optional.empty();
        var empty = new CompletableFuture<List<Double>>();
        var full = new CompletableFuture<List<Double>>();
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            Theme theme = new Theme(Assets.find());
            measure(theme, new Region(), () -> {}, empty);
        });
        report("empty scene", empty.get());
        Platform.runLater(() -> {
            Theme theme = new Theme(Assets.find());
            MediaGrid grid = grid(theme, poster);
            measure(theme, grid, () -> grid.scrollTo(grid.offset() + SPEED), full);
        });
        report(String.format(Locale.ROOT, "grid of %,d", THINGS), full.get());
        System.exit(0);
    }

    private static MediaGrid grid(Theme theme, Optional<Path> poster) {
        var grid = new MediaGrid(new Pictures(true), theme.tokensProperty());
        float[] shapes = new float[THINGS];
        for (int i = 0; i < THINGS; i++) {
            shapes[i] = i % 5 == 0 ? 9 / 16f : i % 7 == 0 ? 1f : 16 / 9f;
        }
        grid.show(
                shapes,
                i -> new GridCell(
                        "Recording " + i,
                        "1:" + (10 + i % 50),
                        shapes[i],
                        poster,
                        Optional.empty(),
                        0,
                        List.of(GridCell.Sign.CAPTIONED, GridCell.Sign.CHECKED),
                        "Recording " + i));
        return grid;
    }

    private static void measure(Theme theme, Parent root, Runnable step, CompletableFuture<List<Double>> done) {
        var stage = new Stage();
        var scene = new Scene(root, 1440, 900);
        theme.apply(scene, Appearance.DARK);
        stage.setScene(scene);
        stage.show();
        var times = new ArrayList<Double>();
        new AnimationTimer() {
            private long before;

            @Override
            public void handle(long now) {
                if (before != 0) {
                    times.add((now - before) / 1e6);
                }
                before = now;
                step.run();
                if (times.size() >= WARM_UP + PULSES) {
                    stop();
                    stage.hide();
                    done.complete(List.copyOf(times.subList(WARM_UP, times.size())));
                }
            }
        }.start();
    }

    private static void report(String what, List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        long late = times.stream().filter(ms -> ms > PULSE_MILLIS).count();
        long dropped = times.stream().filter(ms -> ms > PULSE_MILLIS * 1.5).count();
        System.out.printf(
                Locale.ROOT,
                "%-16s %d pulses: median %.1f ms, 95 %% %.1f ms, longest %.1f ms; over 16.7 ms %d, dropped %d%n",
                what,
                times.size(),
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 95 / 100),
                sorted.getLast(),
                late,
                dropped);
    }
}
