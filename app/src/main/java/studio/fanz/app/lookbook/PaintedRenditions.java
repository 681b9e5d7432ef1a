package studio.fanz.app.lookbook;

import java.nio.file.Path;
import java.util.List;
import studio.fanz.app.session.Renditions;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.platform.Target;
import studio.fanz.core.platform.Targets;

/// The places there are; makes nothing.
record PaintedRenditions(Targets table, Path folder) implements Renditions {

    @Override
    public List<Target> targets() {
        return table.all();
    }

    @Override
    public Made make(Asset asset, List<Target> chosen, boolean burnIn, JobContext job) {
        return new Made(folder, List.of(), List.of());
    }
}
