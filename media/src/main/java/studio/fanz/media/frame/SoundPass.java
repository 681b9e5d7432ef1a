package studio.fanz.media.frame;

import java.nio.file.Path;
import studio.fanz.core.asset.Loudness;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;

/// Decodes a file's sound exactly once, measures its loudness and lets whoever needs the samples have them.
/// Blocks; any thread.
public interface SoundPass {

    /// Runs through the whole sound of the stream a player chooses first.
    ///
    /// @param sampleRate hertz of the samples handed out; loudness is measured at the file's own
    /// @param sink       as for [SoundReader#read]; what it returns is ignored, the pass goes to the end
    /// @return loudness of the whole; silent when nothing passes the gate
    /// @throws MediaException NO_AUDIO, DECODE_FAILED
    Loudness run(Path file, MediaFacts facts, int sampleRate, SoundReader.Sink sink, JobContext job)
            throws MediaException;

    /// Loudness alone.
    ///
    /// @throws MediaException NO_AUDIO, DECODE_FAILED
    default Loudness measure(Path file, MediaFacts facts, JobContext job) throws MediaException {
        return run(file, facts, 8000, (_, _) -> true, job);
    }
}
