package studio.fanz.media.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.fanz.media.MediaException;
import studio.fanz.media.speech.SpeechModel;

/// Cross keys and values of some windows, in memory of our own: the encoder writes each window into its place, the
/// decoder reads all of them or one, and nothing is copied. About 37 MB a window.
final class WhisperWindows implements SpeechModel.Encoded {

    private static final int ALIGNMENT = 64;

    private final WhisperFiles.Shape shape;
    private final int windows;
    private final @Nullable Arena arena;
    private final Map<String, MemorySegment> memory;
    private final Map<String, OnnxTensor> tensors = new LinkedHashMap<>();

    private WhisperWindows(
            WhisperFiles.Shape shape, int windows, @Nullable Arena arena, Map<String, MemorySegment> memory)
            throws MediaException {
        this.shape = shape;
        this.windows = windows;
        this.arena = arena;
        this.memory = memory;
        try {
            for (var entry : memory.entrySet()) {
                var floats = entry.getValue()
                        .asByteBuffer()
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer();
                long[] dimensions = {windows, shape.heads(), shape.audio(), shape.headSize()};
                tensors.put(entry.getKey(), OnnxTensor.createTensor(OnnxSession.environment(), floats, dimensions));
            }
        } catch (OrtException e) {
            close();
            throw new MediaException(MediaException.Code.MODEL_FAILED, "Whisper", String.valueOf(e.getMessage()), e);
        }
    }

    static WhisperWindows allocate(WhisperFiles.Shape shape, int windows) throws MediaException {
        Arena arena = Arena.ofShared();
        Map<String, MemorySegment> memory = new LinkedHashMap<>();
        for (int layer = 0; layer < shape.layers(); layer++) {
            memory.put("cross_k_" + layer, arena.allocate(windows * windowBytes(shape), ALIGNMENT));
            memory.put("cross_v_" + layer, arena.allocate(windows * windowBytes(shape), ALIGNMENT));
        }
        return new WhisperWindows(shape, windows, arena, memory);
    }

    private static long windowBytes(WhisperFiles.Shape shape) {
        return (long) shape.heads() * shape.audio() * shape.headSize() * Float.BYTES;
    }

    /// By the names that are the encoder's outputs and the decoder's inputs.
    Map<String, OnnxTensor> tensors() {
        return tensors;
    }

    @Override
    public int windows() {
        return windows;
    }

    @Override
    public WhisperWindows only(int window) throws MediaException {
        long size = windowBytes(shape);
        Map<String, MemorySegment> part = new LinkedHashMap<>();
        memory.forEach((name, all) -> part.put(name, all.asSlice(window * size, size)));
        return new WhisperWindows(shape, 1, null, part);
    }

    @Override
    public void close() {
        tensors.values().forEach(OnnxTensor::close);
        tensors.clear();
        if (arena != null && arena.scope().isAlive()) {
            arena.close();
        }
    }
}
