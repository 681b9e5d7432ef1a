package studio.fanz.app.lookbook;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import studio.fanz.app.session.Prepared;
import studio.fanz.app.session.Shelf;
import studio.fanz.app.shell.Ports;
import studio.fanz.app.shell.Workbench;
import studio.fanz.assets.Assets;
import studio.fanz.assets.Texts;
import studio.fanz.media.frame.Picture;
import studio.fanz.media.frame.TimedPicture;

/// The pages of the book.
final class Pages {

    private static final LocalDateTime FRIDAY = LocalDateTime.of(2026, 11, 20, 14, 2);

    private final Assets assets;
    private final Path painted;

    private Pages(Assets assets, Path painted) {
        this.assets = assets;
        this.painted = painted;
    }

    static List<Page> all(Assets assets, LifelikeShelf full, Path painted) {
        var pages = new Pages(assets, painted);
        var empty = new LifelikeShelf(List.of(), Map.of(), List.of(), List.of());
        return List.of(
                pages.page("today-first-run", empty, _ -> {}),
                pages.page("today-full", full, _ -> {}),
                pages.page("palette", full, workbench -> workbench.shell().openPalette("rocket")),
                pages.page("keys", full, workbench -> workbench.shell().openKeys()));
    }

    private Page page(String name, Shelf shelf, java.util.function.Consumer<Workbench> act) {
        return page(name, shelf, title -> false, act);
    }

    private Page page(String name, Shelf shelf, Predicate<String> stuck, java.util.function.Consumer<Workbench> act) {
        return new Page(name, _ -> new Workbench(ports(shelf, stuck), () -> {}), act);
    }

    private Ports ports(Shelf shelf, Predicate<String> stuck) {
        return new Ports(
                new InlineJobs(stuck),
                shelf,
                (asset, grew, _) -> Prepared.of(asset, painted, java.util.Set.of()),
                (_, ms, _, _, _) -> new TimedPicture(ms, new Picture(1, 1, new byte[3])),
                Optional.empty(),
                assets,
                Texts.load(assets, "ui", Locale.UK),
                Texts.load(assets, "problems", Locale.UK),
                Locale.UK,
                () -> FRIDAY,
                painted,
                false);
    }
}
