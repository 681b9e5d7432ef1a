package studio.fanz.media.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.fanz.core.insight.ModelUse;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.json.Json;
import studio.fanz.core.post.TextEmbedder;
import studio.fanz.media.MediaException;
import studio.fanz.media.ModelFolder;

/// bge-small-en-v1.5 (int8): 384 components, length 1, English only. The weights and the vocabulary are two resources
/// of a jar on the class path. One text a call: padding in a batch would move the vectors. Close it to give the memory
/// back. Any thread; runs one text at a time.
public final class BgeEmbedder implements TextEmbedder, AutoCloseable {

    private static final String WEIGHTS = "classpath:bge-small-en-v1.5-q.onnx";
    private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";
    private static final int MOST_TOKENS = 512;

    private final OnnxSession session;
    private final ModelUse use;
    private final JobContext job;
    private @Nullable WordPiece tokenizer;

    /// @param folder checks the weights against the catalogue when they are first needed
    /// @param job    whose cancelling ends a running text
    /// @throws MediaException MODEL_MISSING when the catalogue does not know the weights
    public BgeEmbedder(ModelFolder folder, JobContext job) throws MediaException {
        this.session = new OnnxSession(folder, WEIGHTS, 1);
        this.use = folder.entry(WEIGHTS).use();
        this.job = job;
    }

    /// What made the vectors.
    public ModelUse use() {
        return use;
    }

    @Override
    public float[] embed(String text) throws MediaException {
        long[] ids = tokenizer().encode(text, MOST_TOKENS);
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        long[] shape = {1, ids.length};
        var environment = OnnxSession.environment();
        try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
                var result =
                        session.run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types), job)) {
            // The first token's vector stands for the text (CLS pooling).
            return normalised(((float[][][]) result.get(0).getValue())[0][0]);
        } catch (OrtException e) {
            throw new MediaException(MediaException.Code.MODEL_FAILED, use.name(), String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        session.close();
    }

    private static float[] normalised(float[] vector) {
        double sum = 0;
        for (float component : vector) {
            sum += (double) component * component;
        }
        float[] unit = new float[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (vector[i] / Math.max(Math.sqrt(sum), 1e-12));
        }
        return unit;
    }

    private synchronized WordPiece tokenizer() throws MediaException {
        WordPiece loaded = tokenizer;
        if (loaded == null) {
            loaded = read();
            tokenizer = loaded;
        }
        return loaded;
    }

    /// The vocabulary as the jar has it.
    ///
    /// @throws MediaException MODEL_MISSING, MODEL_CORRUPT
    static WordPiece read() throws MediaException {
        try (InputStream in = BgeEmbedder.class.getResourceAsStream(TOKENIZER)) {
            if (in == null) {
                throw new MediaException(MediaException.Code.MODEL_MISSING, TOKENIZER, "class path");
            }
            Map<String, Integer> vocabulary = new HashMap<>();
            Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .path("model")
                    .path("vocab")
                    .properties()
                    .forEach(entry ->
                            vocabulary.put(entry.getKey(), entry.getValue().asInt()));
            return new WordPiece(vocabulary);
        } catch (IOException e) {
            throw new MediaException(MediaException.Code.MODEL_CORRUPT, TOKENIZER, String.valueOf(e.getMessage()), e);
        }
    }
}
