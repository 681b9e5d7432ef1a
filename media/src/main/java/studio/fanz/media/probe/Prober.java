package studio.fanz.media.probe;

import java.nio.file.Path;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;

/// Finds out what a file is, in a child process. Blocks; any thread.
public interface Prober {

    /// Reads headers, and as many packets as telling a variable frame rate takes.
    ///
    /// @throws MediaException FILE_MISSING, FILE_EMPTY, NOT_MEDIA, DAMAGED, FILE_UNREADABLE
    MediaFacts probe(Path file, JobContext job) throws MediaException;
}
