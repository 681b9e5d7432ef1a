package studio.fanz.core.job;

import studio.fanz.core.problem.StudioException;

/// Something that takes longer than one frame. Runs on a job thread.
@FunctionalInterface
public interface Work<T> {

    /// @throws java.util.concurrent.CancellationException out of [JobContext#checkpoint()]
    T run(JobContext job) throws StudioException;
}
