package studio.fanz.media.export;

import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;

/// Knows which encoder works here. Blocks; any thread.
@FunctionalInterface
public interface Encoders {

    /// The best encoder that has shown that it works: hardware first, then a libx264 the person has, then libopenh264.
    /// Decided once per machine; the first call takes some seconds.
    ///
    /// @throws MediaException NO_ENCODER when none works
    EncoderChoice choose(JobContext job) throws MediaException;
}
