package studio.fanz.media.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.fanz.core.insight.ModelUse;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;
import studio.fanz.media.ModelFolder;
import studio.fanz.media.speech.LogMel;
import studio.fanz.media.speech.SpeechModel;
import studio.fanz.media.speech.Vocabulary;

/// Whisper base, 8-bit weights. Two sessions, loaded at first use; windows are encoded one after another (a batch of
/// them takes exactly as long) and written in batches, where a step of four rows costs 2.7 times a step of one.
public final class OnnxWhisper implements SpeechModel, AutoCloseable {

    private static final String ENCODER = "whisper-base/encoder.onnx";
    private static final String DECODER = "whisper-base/decoder.onnx";

    private final ModelFolder folder;
    private final OnnxSession encoder;
    private final OnnxSession decoder;
    private @Nullable WhisperFiles files;

    /// Loads nothing yet.
    ///
    /// @param threads for one network call
    public OnnxWhisper(ModelFolder folder, int threads) {
        this.folder = folder;
        this.encoder = new OnnxSession(folder, ENCODER, threads);
        this.decoder = new OnnxSession(folder, DECODER, threads);
    }

    @Override
    public ModelUse use() throws MediaException {
        return folder.entry(ENCODER).use();
    }

    @Override
    public Vocabulary vocabulary() throws MediaException {
        return files().vocabulary();
    }

    @Override
    public LogMel features() throws MediaException {
        return new LogMel(files().filters());
    }

    @Override
    public Encoded encode(List<float[]> windows, JobContext job) throws MediaException {
        WhisperWindows encoded = WhisperWindows.allocate(files().shape(), windows.size());
        boolean done = false;
        try {
            for (int i = 0; i < windows.size(); i++) {
                encode(windows.get(i), encoded.only(i), job);
            }
            done = true;
            return encoded;
        } finally {
            if (!done) {
                encoded.close();
            }
        }
    }

    private void encode(float[] mel, WhisperWindows into, JobContext job) throws MediaException {
        long[] shape = {1, LogMel.BANDS, LogMel.FRAMES};
        try (into;
                OnnxTensor input = OnnxTensor.createTensor(OnnxSession.environment(), FloatBuffer.wrap(mel), shape);
                OrtSession.Result _ = encoder.run(Map.of("mel", input), Set.of(), into.tensors(), job)) {
            return;
        } catch (OrtException e) {
            throw failed(ENCODER, e);
        }
    }

    @Override
    public State start(Encoded windows, int rows) throws MediaException {
        if (windows.windows() != 1 && windows.windows() != rows) {
            throw new IllegalArgumentException(rows + " rows for " + windows.windows() + " windows");
        }
        return new WhisperState(files().shape(), (WhisperWindows) windows, rows);
    }

    @Override
    public float[][] step(int[][] tokens, State state, JobContext job) throws MediaException {
        WhisperState rows = (WhisperState) state;
        int size = files().vocabulary().size();
        FloatBuffer logits = rows.logits(tokens.length * size);
        long[] shape = {tokens.length, size};
        try (OnnxTensor input = tokens(tokens);
                OnnxTensor output = OnnxTensor.createTensor(OnnxSession.environment(), logits, shape)) {
            Map<String, OnnxTensor> inputs = inputs(input, rows);
            rows.advance(decoder.run(inputs, Set.of("self_kv_out"), Map.of("logits", output), job));
        } catch (OrtException e) {
            throw failed(DECODER, e);
        }
        return rows.read(tokens.length, size);
    }

    @Override
    public float[][][][] align(int[][] tokens, Encoded windows, JobContext job) throws MediaException {
        try (WhisperState state = new WhisperState(files().shape(), (WhisperWindows) windows, tokens.length);
                OnnxTensor input = tokens(tokens);
                OrtSession.Result result = decoder.run(inputs(input, state), Set.of("align"), Map.of(), job)) {
            return (float[][][][]) result.get("align").orElseThrow().getValue();
        } catch (OrtException e) {
            throw failed(DECODER, e);
        }
    }

    /// Gives the memory back; the next call loads again.
    @Override
    public void close() {
        encoder.close();
        decoder.close();
    }

    private static OnnxTensor tokens(int[][] tokens) throws OrtException {
        LongBuffer all = LongBuffer.allocate(tokens.length * tokens[0].length);
        for (int[] row : tokens) {
            for (int token : row) {
                all.put(token);
            }
        }
        return OnnxTensor.createTensor(
                OnnxSession.environment(), all.flip(), new long[] {tokens.length, tokens[0].length});
    }

    private static Map<String, OnnxTensor> inputs(OnnxTensor tokens, WhisperState state) {
        Map<String, OnnxTensor> inputs = new HashMap<>(state.windows.tensors());
        inputs.put("tokens", tokens);
        inputs.put("self_kv", state.past());
        return inputs;
    }

    private synchronized WhisperFiles files() throws MediaException {
        WhisperFiles read = files;
        if (read == null) {
            read = WhisperFiles.read(folder);
            files = read;
        }
        return read;
    }

    private static MediaException failed(String name, OrtException e) {
        return new MediaException(MediaException.Code.MODEL_FAILED, name, String.valueOf(e.getMessage()), e);
    }
}
