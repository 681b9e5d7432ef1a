package studio.fanz.media.frame;

import java.nio.file.Path;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;

/// Reads the sound of a file as mono float samples, in a child process. Blocks; any thread.
public interface SoundReader {

    /// Feeds the sink from the start of the source to its end in blocks (at most one second each); gaps in the stream
    /// are filled with silence so that sample `n` sounds at `n / sampleRate` seconds. Bounded memory whatever the
    /// length.
    ///
    /// @param sampleRate hertz wanted (16000 for speech)
    /// @throws MediaException NO_AUDIO when the file has none, DECODE_FAILED
    void read(Path file, MediaFacts facts, int sampleRate, Sink sink, JobContext job) throws MediaException;

    /// Takes samples in order. The array is reused: copy what is kept.
    @FunctionalInterface
    interface Sink {

        /// @param samples mono, -1..1
        /// @param length  how many of them count
        /// @return false to stop reading
        boolean accept(float[] samples, int length) throws MediaException;
    }
}
