package studio.fanz.app.session;

import studio.fanz.core.asset.Asset;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.problem.StudioException;
import studio.fanz.media.frame.TimedPicture;

/// Exact single pictures of a recording. Blocks; called on a job thread.
@FunctionalInterface
public interface Stills {

    /// The picture shown at `ms`, scaled down to fit the box.
    TimedPicture at(Asset asset, long ms, int maxWidth, int maxHeight, JobContext job) throws StudioException;
}
