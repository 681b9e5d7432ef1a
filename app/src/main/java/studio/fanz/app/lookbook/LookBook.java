package studio.fanz.app.lookbook;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import javafx.application.Platform;
import javafx.scene.Scene;
import studio.fanz.app.fx.FxThread;
import studio.fanz.app.shell.Desk;
import studio.fanz.app.theme.Appearance;
import studio.fanz.app.theme.Theme;
import studio.fanz.assets.Assets;

/// Renders every screen in its important states, dark and light, at two sizes, without a display (start Java with
/// `-Dglass.platform=Headless -Dprism.order=sw`).
public final class LookBook {

    private final Assets assets;
    private final IntFunction<BufferedImage> stills;

    /// `stills` gives the bundled recording's picture at a time in milliseconds.
    public LookBook(Assets assets, IntFunction<BufferedImage> stills) {
        this.assets = assets;
        this.stills = stills;
    }

    /// Writes `NAME-THEME-WIDTHxHEIGHT.png` for every page.
    ///
    /// @return the files, in order
    /// @throws IOException when the folder cannot be written to
    public List<Path> render(Path folder) throws IOException {
        return render(folder, ".*");
    }

    /// Writes only the pictures whose name (`PAGE-THEME-WIDTHxHEIGHT`) fits the regular expression.
    ///
    /// @return the files, in order
    /// @throws IOException when the folder cannot be written to
    public List<Path> render(Path folder, String only) throws IOException {
        var files = new ArrayList<Path>();
        visit(folder, only, (shot, scene) -> {
            Path file = folder.resolve(shot.name() + ".png");
            try {
                Scenes.write(scene.snapshot(null), file);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            files.add(file);
        });
        return files;
    }

    /// One picture of the book.
    ///
    /// @param page       the screen and its state
    /// @param appearance dark or light
    /// @param width      pixels
    /// @param height     pixels
    public record Shot(String page, Appearance appearance, int width, int height) {
        /// `PAGE-THEME-WIDTHxHEIGHT`.
        public String name() {
            return "%s-%s-%dx%d".formatted(page, appearance.name().toLowerCase(Locale.ROOT), width, height);
        }
    }

    /// Lays out every page whose shot's name fits `only` and shows its scene to `visitor`, on the FX thread.
    ///
    /// @throws IOException when the folder for the painted library cannot be written to
    public void visit(Path folder, String only, BiConsumer<Shot, Scene> visitor) throws IOException {
        Files.createDirectories(folder);
        Path painted = Files.createTempDirectory("fanz-lookbook");
        startToolkit();
        for (Page page : new Pages(assets, painted, stills).all()) {
            for (Appearance appearance : List.of(Appearance.DARK, Appearance.LIGHT)) {
                for (var shot : List.of(
                        new Shot(page.name(), appearance, 1440, 900), new Shot(page.name(), appearance, 1180, 760))) {
                    if (shot.name().matches(only)) {
                        onFx(() -> shoot(page, shot, visitor));
                    }
                }
            }
        }
    }

    private void shoot(Page page, Shot shot, BiConsumer<Shot, Scene> visitor) {
        var theme = new Theme(assets);
        Desk desk = page.build().apply(theme);
        var scene = new Scene(desk.shell(), shot.width(), shot.height());
        theme.apply(scene, shot.appearance());
        settle(scene);
        page.act().accept(desk);
        settle(scene);
        visitor.accept(shot, scene);
    }

    /// Lists and split panes need a few rounds until everything has its final size.
    private static void settle(Scene scene) {
        for (int round = 0; round < 4; round++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    private static void startToolkit() {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException alreadyRunning) {
            return;
        }
        Platform.setImplicitExit(false);
    }

    private static void onFx(Runnable action) {
        var done = new CompletableFuture<Void>();
        FxThread.FX.execute(() -> {
            try {
                action.run();
                done.complete(null);
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        });
        try {
            done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
