package studio.fanz.app.task;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.project.Project;
import studio.fanz.core.store.AssetStore;
import studio.fanz.core.store.Library;
import studio.fanz.core.store.Placement;
import studio.fanz.core.store.StoreException;
import studio.fanz.core.store.StoreException.Code;

/// Finds one recording by what a person types, and says all that is known of it. Blocks; any thread.
public final class ShowAsset {

    private final Library library;
    private final Previews previews;

    public ShowAsset(Library library, Previews previews) {
        this.library = library;
        this.previews = previews;
    }

    /// The recordings meant by an id, the beginning of one, or a file's path; at most two, since two are too
    /// many.
    public List<Asset.Id> meant(String typed) throws StoreException {
        AssetStore assets = library.assets();
        if (typed.isBlank()) {
            return List.of();
        }
        List<Asset.Id> byId =
                typed.matches("[0-9a-fA-F-]+") ? assets.startingWith(typed.toLowerCase(Locale.ROOT), 2) : List.of();
        return byId.isEmpty() ? byPath(assets, typed) : byId;
    }

    private static List<Asset.Id> byPath(AssetStore assets, String typed) throws StoreException {
        try {
            Optional<Placement> placement =
                    assets.at(Path.of(typed).toAbsolutePath().normalize());
            return placement.map(p -> List.of(p.asset())).orElse(List.of());
        } catch (InvalidPathException e) {
            return List.of();
        }
    }

    /// Everything known of it.
    ///
    /// @throws StoreException NOT_IN_LIBRARY
    public AssetReport report(Asset.Id id) throws StoreException {
        Asset asset =
                library.assets().find(id).orElseThrow(() -> new StoreException(Code.NOT_IN_LIBRARY, id.toString(), ""));
        Optional<Project.Id> project = library.projects().existing(id);
        return new AssetReport(
                asset,
                library.cards().cards(List.of(id)).getFirst(),
                Files.isRegularFile(asset.path()),
                library.assets().tags(id),
                library.assets().notes(id),
                library.assets().transcript(id),
                project.isPresent() ? Optional.of(library.projects().latest(project.get())) : Optional.empty(),
                previews.poster(asset.hash()),
                previews.strip(asset.hash()).map(Previews.Strip::picture),
                previews.wave(asset.hash()));
    }
}
