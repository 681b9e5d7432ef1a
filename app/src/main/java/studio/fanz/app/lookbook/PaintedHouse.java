package studio.fanz.app.lookbook;

import java.nio.file.Path;
import java.util.List;
import studio.fanz.app.session.House;
import studio.fanz.assets.Assets;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;
import studio.fanz.media.ModelCatalogue;

/// A house with the real catalogue and painted figures.
record PaintedHouse(Assets assets) implements House {

    @Override
    public Path home() {
        return Path.of("/home/creator/.local/share/fanz-studio");
    }

    @Override
    public List<Model> models(JobContext job) throws MediaException {
        return ModelCatalogue.read(assets.models()).entries().stream()
                .map(entry -> new Model(entry.name(), entry.licence(), entry.bytes(), true))
                .toList();
    }

    @Override
    public Stored stored() {
        return new Stored(41_300_000L, 6_100_000_000L);
    }

    @Override
    public void clearCache(JobContext job) {}
}
