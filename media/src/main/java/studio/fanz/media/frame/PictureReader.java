package studio.fanz.media.frame;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;

/// Reads single pictures of a file, in a child process. Pictures come upright, in square pixels, tone-mapped to SDR
/// BT.709, scaled down to fit the box (never up). Blocks; any thread.
public interface PictureReader {

    /// The pictures shown at the given times (ascending, milliseconds); decoding starts at the key frame before each.
    /// Times past the end give the last picture.
    List<TimedPicture> at(Path file, MediaFacts facts, List<Long> timesMs, int maxWidth, int maxHeight, JobContext job)
            throws MediaException;

    /// Key frames only, in order of time, at least `everyMs` apart: what a file shows at a small part of the cost of
    /// decoding it.
    void keyFrames(
            Path file,
            MediaFacts facts,
            long everyMs,
            int maxWidth,
            int maxHeight,
            Consumer<TimedPicture> sink,
            JobContext job)
            throws MediaException;
}
