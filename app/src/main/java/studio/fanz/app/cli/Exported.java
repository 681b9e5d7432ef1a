package studio.fanz.app.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.project.Project;
import studio.fanz.core.store.StoreException;
import studio.fanz.media.prep.PrepListener;
import studio.fanz.media.prep.PrepOptions;
import studio.fanz.media.prep.Preparation;
import studio.fanz.media.prep.Source;

/// What a person means to export: a file as it is, or what a project of the library makes of it.
///
/// @param bench what it works with
/// @param typed an id, the beginning of one, or a file
/// @param cut   whether a file's project is meant
record Exported(Workbench bench, String typed, boolean cut) {

    /// Everything that making files of it takes.
    ///
    /// @throws StoreException NOT_IN_LIBRARY; CliException AMBIGUOUS
    Preparation prepare(PrepOptions options, JobContext job) throws StudioException {
        Optional<Path> file = file();
        if (file.isPresent() && !cut) {
            return Preparation.of(bench.tools(), file.get(), options, PrepListener.deaf(), job);
        }
        Asset asset = asset();
        var source = new Source(asset.path(), asset.hash(), asset.facts());
        Preparation preparation = Preparation.of(bench.tools(), source, options, PrepListener.deaf(), job);
        var cuts = bench.cuts();
        Optional<Project> project = cuts.project(asset.id());
        if (project.isPresent()) {
            preparation.use(project.get(), cuts.cut(project.get()));
        }
        return preparation;
    }

    /// The recording of the library that is meant.
    Asset asset() throws StudioException {
        List<Asset.Id> meant = bench.library().show().meant(typed);
        if (meant.size() > 1) {
            throw new CliException(CliException.Code.AMBIGUOUS, typed, "");
        }
        Optional<Asset> asset = meant.isEmpty()
                ? Optional.empty()
                : bench.library().library().assets().find(meant.getFirst());
        return asset.orElseThrow(() -> new StoreException(StoreException.Code.NOT_IN_LIBRARY, typed, ""));
    }

    /// A file there is; what looks like none may be one that is missing, which opening it then says.
    private Optional<Path> file() throws StudioException {
        try {
            Path path = Path.of(typed);
            boolean looksLikeOne = Files.exists(path) || typed.indexOf('.') >= 0 || path.getNameCount() > 1;
            return looksLikeOne || bench.library().show().meant(typed).isEmpty() ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
