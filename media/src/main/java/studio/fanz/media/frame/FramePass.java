package studio.fanz.media.frame;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;

/// Decodes a file's picture exactly once and lets everything that needs every frame look at it. Blocks; any thread.
public interface FramePass {

    /// Runs through the whole file.
    ///
    /// @param observers each sees every frame, small
    /// @param stills    larger pictures at a fixed distance, for models and strips
    /// @return number of frames seen
    long run(Path file, MediaFacts facts, List<FrameObserver> observers, Stills stills, JobContext job)
            throws MediaException;

    /// Which larger pictures to hand out on the way.
    ///
    /// @param everyMs   distance in time
    /// @param maxWidth  box the picture is scaled down to
    /// @param maxHeight box the picture is scaled down to
    /// @param sink      called in order of time by the thread that calls `run`'s observers
    record Stills(long everyMs, int maxWidth, int maxHeight, Consumer<TimedPicture> sink) {}
}
