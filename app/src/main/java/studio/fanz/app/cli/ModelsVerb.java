package studio.fanz.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.json.Documents;
import studio.fanz.core.problem.StudioException;
import studio.fanz.media.CatalogueModelFolder;
import studio.fanz.media.MediaException;
import studio.fanz.media.ModelCatalogue;

/// `studio models`: models on board, each checked against its catalogue hash.
@Command(name = "models", description = "Models on board, and whether they are whole.", mixinStandardHelpOptions = true)
final class ModelsVerb extends Verb {

    @Override
    Answer work(Workbench bench, JobContext job) throws StudioException {
        CatalogueModelFolder folder = bench.models();
        var models = new ArrayList<Model>();
        for (ModelCatalogue.Entry entry : folder.catalogue().entries()) {
            job.checkpoint();
            models.add(new Model(
                    entry.name(),
                    entry.file(),
                    entry.version(),
                    entry.licence(),
                    entry.bytes(),
                    entry.sha256(),
                    entry.purpose(),
                    state(folder, entry)));
        }
        return new Answer(
                Documents.of("models", 1, new Models(models)),
                models.stream().map(ModelsVerb::line).toList());
    }

    private static String line(Model model) {
        return String.format(
                Locale.ROOT,
                "%-8s %-28s %6.1f MB  %s",
                model.state(),
                model.name(),
                model.bytes() / 1e6,
                model.purpose());
    }

    private static String state(CatalogueModelFolder folder, ModelCatalogue.Entry entry) {
        if (!entry.inFolder()) {
            return "in-jar";
        }
        try {
            folder.file(entry.file());
            return "whole";
        } catch (MediaException e) {
            return e.code() == MediaException.Code.MODEL_MISSING ? "missing" : "damaged";
        }
    }

    /// `fanz/models@1`.
    record Models(List<Model> models) {}

    /// @param state `whole`, `missing`, `damaged`, or `in-jar` for one that is checked when it is loaded
    record Model(
            String name,
            String file,
            String version,
            String licence,
            long bytes,
            String sha256,
            String purpose,
            String state) {}
}
