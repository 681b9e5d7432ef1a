package studio.fanz.app.lookbook;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.fanz.app.session.Renditions;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.platform.Target;
import studio.fanz.core.platform.Targets;
import studio.fanz.core.project.Project;
import studio.fanz.core.review.Finding;

/// The places there are; makes nothing.
record PaintedRenditions(Targets table, Path folder) implements Renditions {

    @Override
    public List<Target> targets() {
        return table.all();
    }

    @Override
    public Made make(Asset asset, Optional<Project> project, List<Target> chosen, boolean burnIn, JobContext job) {
        return new Made(folder, List.of(), List.of());
    }

    @Override
    public Optional<List<Finding>> refusals(Project project) {
        return Optional.empty();
    }
}
