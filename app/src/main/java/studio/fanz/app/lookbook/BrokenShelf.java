package studio.fanz.app.lookbook;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.fanz.app.session.Item;
import studio.fanz.app.session.Need;
import studio.fanz.app.session.Shelf;
import studio.fanz.app.session.Spoken;
import studio.fanz.app.session.Wanted;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;

/// A library that cannot be read.
final class BrokenShelf implements Shelf {

    @Override
    public List<Item> find(Wanted wanted) throws MediaException {
        throw new MediaException(MediaException.Code.FILE_UNREADABLE, "library.db", "permission denied");
    }

    @Override
    public Map<Wanted.Facet, Integer> counts() {
        return Map.of();
    }

    @Override
    public List<Spoken> spoken(String words, int limit) {
        return List.of();
    }

    @Override
    public List<Need> needs(int limit) {
        return List.of();
    }

    @Override
    public Optional<Asset> asset(Asset.Id id) {
        return Optional.empty();
    }

    @Override
    public Added add(List<Path> files, JobContext job) {
        return new Added(List.of(), List.of());
    }
}
