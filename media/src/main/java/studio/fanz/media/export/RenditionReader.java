package studio.fanz.media.export;

import java.nio.file.Path;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;

/// Reads a finished file from its first packet to its last, in a child process. Blocks; any thread.
@FunctionalInterface
public interface RenditionReader {

    /// Reads all packets and decodes the sound.
    ///
    /// @throws MediaException CHECK_FAILED when it cannot be read at all
    Reading read(Path file, JobContext job) throws MediaException;
}
