package studio.fanz.bench;

import java.util.List;
import studio.fanz.core.insight.ModelUse;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;
import studio.fanz.media.speech.LogMel;
import studio.fanz.media.speech.SpeechModel;
import studio.fanz.media.speech.Vocabulary;

/// A speech model that counts what it is asked for: seconds of packed speech and tokens written.
final class CountingModel implements SpeechModel {

    private final SpeechModel model;
    private final int end;
    private final int firstTime;
    private long frames;
    private long windows;
    private long tokens;

    CountingModel(SpeechModel model) throws MediaException {
        this.model = model;
        this.end = model.vocabulary().end();
        this.firstTime = model.vocabulary().firstTime();
    }

    double packedSeconds() {
        return frames / 100.0;
    }

    long windows() {
        return windows;
    }

    /// Text and times, and one end for each window.
    long tokens() {
        return tokens + windows;
    }

    @Override
    public ModelUse use() throws MediaException {
        return model.use();
    }

    @Override
    public Vocabulary vocabulary() throws MediaException {
        return model.vocabulary();
    }

    @Override
    public LogMel features() throws MediaException {
        return model.features();
    }

    @Override
    public Encoded encode(List<float[]> mels, JobContext job) throws MediaException {
        windows += mels.size();
        for (float[] mel : mels) {
            int length = LogMel.FRAMES;
            while (length > 0 && mel[length - 1] == 0) {
                length--;
            }
            frames += length;
        }
        return model.encode(mels, job);
    }

    @Override
    public State start(Encoded encoded, int rows) throws MediaException {
        return model.start(encoded, rows);
    }

    @Override
    public float[][] step(int[][] rows, State state, JobContext job) throws MediaException {
        for (int[] row : rows) {
            tokens += row.length == 1 && (row[0] < end || row[0] >= firstTime) ? 1 : 0;
        }
        return model.step(rows, state, job);
    }

    @Override
    public float[][][][] align(int[][] rows, Encoded encoded, JobContext job) throws MediaException {
        return model.align(rows, encoded, job);
    }
}
