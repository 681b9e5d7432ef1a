package studio.fanz.media.speech;

import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;

/// Says how likely somebody speaks. A pass remembers what it heard before; passes do not disturb one another.
@FunctionalInterface
public interface VoiceActivity {

    /// Samples of one chunk: 32 ms at 16 kHz.
    int CHUNK = 512;

    /// Begins to listen to one recording.
    Pass start(JobContext job) throws MediaException;

    /// One recording, chunk by chunk, in order. One thread.
    interface Pass extends AutoCloseable {

        /// @param samples 16 kHz mono, -1..1
        /// @param from    where the chunk of [VoiceActivity#CHUNK] samples begins
        /// @return 0..1
        /// @throws MediaException MODEL_FAILED, MODEL_MISSING, MODEL_CORRUPT
        float hear(float[] samples, int from) throws MediaException;

        @Override
        void close();
    }
}
