package studio.fanz.media.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import studio.fanz.media.MediaException;
import studio.fanz.media.speech.SpeechModel;

/// Self keys and values of the rows of one decoder. They stay where the decoder wrote them; only choosing rows copies.
final class WhisperState implements SpeechModel.State {

    final WhisperWindows windows;
    final int rows;
    private final WhisperFiles.Shape shape;
    private AutoCloseable owner;
    private OnnxTensor past;
    private FloatBuffer logits = FloatBuffer.allocate(0);
    private float[][] read = new float[0][];

    WhisperState(WhisperFiles.Shape shape, WhisperWindows windows, int rows) throws MediaException {
        this.shape = shape;
        this.windows = windows;
        this.rows = rows;
        try {
            this.past = tensor(FloatBuffer.allocate(0), rows, 0);
        } catch (OrtException e) {
            throw failed(e);
        }
        this.owner = past;
    }

    /// `[layers, 2, rows, heads, past, headSize]`.
    OnnxTensor past() {
        return past;
    }

    /// Takes over what a step wrote.
    void advance(OrtSession.Result result) {
        release();
        owner = result;
        past = (OnnxTensor) result.get("self_kv_out").orElseThrow();
    }

    /// Where the next logits go: `rows * vocabulary` numbers.
    FloatBuffer logits(int size) {
        if (logits.capacity() != size) {
            logits = direct(size);
        }
        return logits;
    }

    /// The logits as arrays, the same ones for each step of as many rows.
    float[][] read(int rowCount, int size) {
        if (read.length != rowCount) {
            read = new float[rowCount][size];
        }
        for (int row = 0; row < rowCount; row++) {
            logits.get(row * size, read[row]);
        }
        return read;
    }

    @Override
    public void choose(int[] chosen) throws MediaException {
        int length = (int) past.getInfo().getShape()[4];
        int row = shape.heads() * length * shape.headSize();
        FloatBuffer all = past.getFloatBuffer();
        int had = all.capacity() / (2 * shape.layers() * row);
        FloatBuffer kept = direct(2 * shape.layers() * chosen.length * row);
        for (int block = 0; block < 2 * shape.layers(); block++) {
            for (int chosenRow : chosen) {
                kept.put(all.slice((block * had + chosenRow) * row, row));
            }
        }
        try {
            OnnxTensor tensor = tensor(kept.flip(), chosen.length, length);
            release();
            past = tensor;
            owner = tensor;
        } catch (OrtException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        release();
    }

    private void release() {
        try {
            owner.close();
        } catch (Exception e) {
            throw new IllegalStateException("a tensor that cannot be closed", e);
        }
    }

    private OnnxTensor tensor(FloatBuffer numbers, int count, int length) throws OrtException {
        long[] dimensions = {shape.layers(), 2, count, shape.heads(), length, shape.headSize()};
        return OnnxTensor.createTensor(OnnxSession.environment(), numbers, dimensions);
    }

    private static FloatBuffer direct(int count) {
        return ByteBuffer.allocateDirect(count * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    private static MediaException failed(OrtException e) {
        return new MediaException(MediaException.Code.MODEL_FAILED, "Whisper", String.valueOf(e.getMessage()), e);
    }
}
