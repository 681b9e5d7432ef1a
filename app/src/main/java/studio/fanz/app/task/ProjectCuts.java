package studio.fanz.app.task;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.platform.Limits;
import studio.fanz.core.platform.RenditionPlan;
import studio.fanz.core.platform.RenditionPlanner;
import studio.fanz.core.platform.Target;
import studio.fanz.core.project.Project;
import studio.fanz.core.review.Finding;
import studio.fanz.core.store.Library;
import studio.fanz.core.store.StoreException;
import studio.fanz.media.prep.Cut;

/// Finds what projects make of recordings. Blocks; any thread.
///
/// @param library where projects and recordings are
/// @param luts    folder of LUTs by content hash
public record ProjectCuts(Library library, Path luts) {

    /// The project of a recording as it was last left; empty without one.
    public Optional<Project> project(Asset.Id asset) throws StoreException {
        Optional<Project.Id> id = library.projects().existing(asset);
        return id.isPresent() ? Optional.of(library.projects().latest(id.get())) : Optional.empty();
    }

    /// A project as cut; empty when its recording is shown as it is.
    ///
    /// @throws StoreException NOT_IN_LIBRARY when a recording that its timeline shows is not known any more
    public Optional<Cut> cut(Project project) throws StoreException {
        var assets = new ArrayList<Asset>();
        for (Asset.Id id : Cut.uses(project)) {
            assets.add(library.assets()
                    .find(id)
                    .orElseThrow(() -> new StoreException(
                            StoreException.Code.NOT_IN_LIBRARY, id.toString(), "its timeline shows it")));
        }
        return Cut.of(project, assets, luts);
    }

    /// What makes places refuse a project as cut.
    public List<Finding> refusals(Cut cut, List<Target> targets, Limits limits) {
        return RenditionPlanner.plan(cut.facts(), targets, limits, Optional.empty()).refused().stream()
                .map(RenditionPlan.Refusal::finding)
                .toList();
    }
}
