package studio.fanz.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import studio.fanz.app.session.House;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.store.StepFolders;
import studio.fanz.media.CatalogueModelFolder;
import studio.fanz.media.MediaException;
import studio.fanz.media.ModelCatalogue;

/// Models and storage of a home.
///
/// @param bench what stands in it
record StudioHouse(Workbench bench) implements House {

    @Override
    public Path home() {
        return bench.home().root();
    }

    @Override
    public List<Model> models(JobContext job) throws StudioException {
        CatalogueModelFolder folder = bench.models();
        var models = new LinkedHashMap<String, Model>();
        for (ModelCatalogue.Entry entry : folder.catalogue().entries()) {
            job.checkpoint();
            boolean intact = !entry.inFolder() || intact(folder, entry);
            models.merge(
                    entry.name(),
                    new Model(entry.name(), entry.licence(), entry.bytes(), intact),
                    (a, b) ->
                            new Model(a.name(), a.licence(), a.sizeBytes() + b.sizeBytes(), a.intact() && b.intact()));
        }
        return new ArrayList<>(models.values());
    }

    @Override
    public Stored stored() {
        long library = fileSize(bench.home().library())
                + fileSize(bench.home().index())
                + size(bench.home().backup());
        return new Stored(library, size(bench.home().cache()));
    }

    @Override
    public void clearCache(JobContext job) {
        new StepFolders(bench.home().steps()).sweep(0);
    }

    private static boolean intact(CatalogueModelFolder folder, ModelCatalogue.Entry entry) {
        try {
            folder.file(entry.file());
            return true;
        } catch (MediaException damagedOrMissing) {
            return false;
        }
    }

    private static long size(Path folder) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(StudioHouse::fileSize)
                    .sum();
        } catch (IOException | java.io.UncheckedIOException vanished) {
            return 0;
        }
    }

    private static long fileSize(Path file) {
        try {
            return Files.size(file);
        } catch (IOException vanished) {
            return 0;
        }
    }
}
