package studio.fanz.app.lookbook;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.NodeOrientation;
import studio.fanz.app.editor.Shape;
import studio.fanz.app.session.Place;
import studio.fanz.app.session.Preferences;
import studio.fanz.app.session.Prepared;
import studio.fanz.app.session.Shelf;
import studio.fanz.app.shell.Crash;
import studio.fanz.app.shell.Desk;
import studio.fanz.app.shell.Ports;
import studio.fanz.assets.Assets;
import studio.fanz.assets.Texts;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.platform.Targets;
import studio.fanz.media.frame.TimedPicture;

/// The pages of the book.
final class Pages {

    private static final LocalDateTime FRIDAY = LocalDateTime.of(2026, 11, 20, 14, 2);

    private final Assets assets;
    private final Path painted;
    private final IntFunction<BufferedImage> stills;
    private final LifelikeShelf full;
    private final LifelikeShelf empty = new LifelikeShelf(List.of(), Map.of(), List.of(), List.of());
    private final Asset rocket;
    private final Prepared done;
    private final Prepared early;
    private final Targets targets;
    private final List<Page> pages = new ArrayList<>();

    /// Paints the library into a folder.
    Pages(Assets assets, Path painted, IntFunction<BufferedImage> stills) throws IOException {
        this.assets = assets;
        this.painted = painted;
        this.stills = stills;
        full = new Lifelike(painted, stills).shelf(assets.sample());
        rocket = full.asset(full.items().getFirst().id()).orElseThrow();
        var preparation = new RocketPrepared(assets, painted, stills);
        done = preparation.full(rocket);
        early = preparation.early(rocket);
        targets = Targets.parse(Files.readString(assets.facts().resolve("targets.csv")));
    }

    /// Every screen in its states.
    List<Page> all() {
        page("today-first-run", empty, _ -> {});
        page("today-full", full, _ -> {});
        page("today-error", new BrokenShelf(), _ -> {});
        page("library-empty", empty, bench -> bench.navigation().go(Place.LIBRARY));
        page("library-full", full, bench -> {
            bench.navigation().go(Place.LIBRARY);
            bench.library().grid().focusCell(1);
        });
        page("library-spoken", full, bench -> {
            bench.navigation().go(Place.LIBRARY);
            bench.library().search("rocket");
        });
        page("library-error", new BrokenShelf(), bench -> bench.navigation().go(Place.LIBRARY));
        page("edit-empty", full, bench -> bench.navigation().go(Place.EDIT));
        pages.add(new Page(
                "edit-loading", theme -> bench(theme, full, early, true, texts()), bench -> open(bench, 9_000)));
        String[] tabs = {"captions", "covers", "review", "export", "post"};
        for (int i = 0; i < tabs.length; i++) {
            int tab = i;
            page("edit-" + tabs[i], full, bench -> {
                open(bench, tab == 0 ? 9_100 : 33_400);
                bench.editorView().showTab(tab);
                if (tab == 1) {
                    bench.editor().toggle(Shape.ALL.getLast());
                }
            });
        }
        page("settings", full, bench -> bench.navigation().go(Place.SETTINGS));
        page("palette", full, bench -> bench.shell().openPalette("rocket"));
        page("keys", full, bench -> {
            open(bench, 9_100);
            bench.shell().openKeys();
        });
        page("crash", full, bench -> bench.shell().openCrash(Crash.of(new IllegalStateException())));
        page("toasts", full, bench -> {
            bench.navigation().go(Place.LIBRARY);
            bench.notices().done(texts().get("captions.changed"), () -> {});
            bench.notices().failed("“Holiday.mov” is empty.", "Copy it from the camera or phone again.");
        });
        longer();
        return List.copyOf(pages);
    }

    /// Forty per cent more letters, and the other direction.
    private void longer() {
        Texts stretched = texts().map(Stretched::text);
        pages.add(new Page("longer-today", theme -> bench(theme, full, done, false, stretched), _ -> {}));
        pages.add(new Page(
                "longer-edit", theme -> bench(theme, full, done, false, stretched), bench -> open(bench, 9_100)));
        pages.add(new Page("mirrored-library", theme -> bench(theme, full, done, false, texts()), bench -> {
            bench.shell().setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
            bench.navigation().go(Place.LIBRARY);
            bench.library().grid().focusCell(1);
        }));
    }

    private void open(Desk bench, long atMs) {
        bench.navigation().open(rocket.id(), atMs);
        bench.recording().playback().seek(atMs);
    }

    private void page(String name, Shelf shelf, Consumer<Desk> act) {
        pages.add(new Page(name, theme -> bench(theme, shelf, done, false, texts()), act));
    }

    private Desk bench(studio.fanz.app.theme.Theme theme, Shelf shelf, Prepared prepared, boolean stuck, Texts texts) {
        var ports = new Ports(
                new InlineJobs(title -> stuck && !title.isEmpty(), prepared),
                shelf,
                new MemoryJournal(),
                (_, grew, _) -> {
                    grew.accept(prepared);
                    return prepared;
                },
                new PaintedRenditions(targets, painted),
                (_, ms, _, _, _) -> new TimedPicture(ms, Scenes.picture(stills.apply((int) ms))),
                Optional.of(listener -> new StillPlayer(stills, listener)),
                new PaintedHouse(assets),
                assets,
                texts,
                Texts.load(assets, "problems", Locale.UK),
                Texts.load(assets, "findings", Locale.UK),
                Locale.UK,
                () -> FRIDAY,
                () -> Instant.EPOCH,
                false);
        return new Desk(ports, theme, new SimpleObjectProperty<>(Preferences.FIRST), new Ports.WindowHost() {
            @Override
            public void chooseFiles() {}

            @Override
            public void openFolder(Path folder) {}
        });
    }

    private Texts texts() {
        return Texts.load(assets, "ui", Locale.UK);
    }
}
