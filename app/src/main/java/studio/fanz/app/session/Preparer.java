package studio.fanz.app.session;

import java.util.function.Consumer;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.problem.StudioException;

/// Turns a recording into everything a creator needs for posting. Blocks; called on a job thread.
@FunctionalInterface
public interface Preparer {

    /// Prepares what is not prepared yet; what is, comes at once.
    ///
    /// @param grew hears the whole state each time a part of it is there, on the calling thread or another
    /// @return the final state
    Prepared prepare(Asset asset, Consumer<Prepared> grew, JobContext job) throws StudioException;
}
