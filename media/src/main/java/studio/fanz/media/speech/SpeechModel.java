package studio.fanz.media.speech;

import java.util.List;
import studio.fanz.core.insight.ModelUse;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;

/// A recogniser of the Whisper family, one network call at a time; [Transcriber] makes words of it. Calls block, may
/// come from any thread, and end with a `CancellationException` soon after their job was cancelled. All may throw
/// MODEL_MISSING, MODEL_CORRUPT or MODEL_FAILED.
public interface SpeechModel {

    /// What it calls itself in a transcript.
    ModelUse use() throws MediaException;

    /// The meaning of its tokens.
    Vocabulary vocabulary() throws MediaException;

    /// Its features; a new one for each caller.
    LogMel features() throws MediaException;

    /// Listens to windows of 30 seconds.
    ///
    /// @param windows features, 80 x 3000 each
    Encoded encode(List<float[]> windows, JobContext job) throws MediaException;

    /// Begins to write, nothing written yet: one row per window, or several rows for a single window.
    State start(Encoded windows, int rows) throws MediaException;

    /// Appends tokens to every row.
    ///
    /// @param tokens the same number for each row
    /// @return logits after the last of them, row by row; valid until the next step of this state
    float[][] step(int[][] tokens, State state, JobContext job) throws MediaException;

    /// Reads finished rows again, to see which part of the sound each token was made from.
    ///
    /// @param tokens a whole row per window, from its first token on; the same number in each
    /// @return attention as `[window][head][token][1500]`, each last axis adding up to 1
    float[][][][] align(int[][] tokens, Encoded windows, JobContext job) throws MediaException;

    /// Windows that were listened to. Lives outside the heap until it is closed.
    interface Encoded extends AutoCloseable {

        /// How many.
        int windows();

        /// One of them. Shares memory: valid as long as this is.
        Encoded only(int window) throws MediaException;

        @Override
        void close();
    }

    /// What a decoder remembers of its rows.
    interface State extends AutoCloseable {

        /// Goes on with these rows of those there are, in this order; a row may come more than once or not at all.
        void choose(int[] rows) throws MediaException;

        @Override
        void close();
    }
}
