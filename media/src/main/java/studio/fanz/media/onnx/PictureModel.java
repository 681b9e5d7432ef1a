package studio.fanz.media.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import studio.fanz.core.insight.ModelUse;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;
import studio.fanz.media.ModelFolder;

/// A model that takes one tensor made of a picture and gives plain numbers. Any thread, one at a time inside.
final class PictureModel {

    private final OnnxSession session;
    private final ModelFolder folder;
    private final String file;
    private final String input;

    /// @param file  catalogue name of the weights
    /// @param input name of its one input
    PictureModel(ModelFolder folder, String file, String input, int threads) {
        this.session = new OnnxSession(folder, file, threads);
        this.folder = folder;
        this.file = file;
        this.input = input;
    }

    /// All outputs by name, each flattened row by row.
    ///
    /// @param values of the input tensor, row by row
    /// @param shape  of the input tensor
    Map<String, float[]> run(float[] values, long... shape) throws MediaException {
        try (OnnxTensor tensor = OnnxTensor.createTensor(OnnxSession.environment(), FloatBuffer.wrap(values), shape);
                OrtSession.Result result = session.run(Map.of(input, tensor), JobContext.silent())) {
            Map<String, float[]> outputs = new HashMap<>();
            for (var output : result) {
                if (output.getValue() instanceof OnnxTensor numbers) {
                    FloatBuffer buffer = numbers.getFloatBuffer();
                    float[] flat = new float[buffer.remaining()];
                    buffer.get(flat);
                    outputs.put(output.getKey(), flat);
                }
            }
            return outputs;
        } catch (OrtException e) {
            throw new MediaException(MediaException.Code.MODEL_FAILED, file, String.valueOf(e.getMessage()), e);
        }
    }

    /// Where results come from.
    ModelUse use() throws MediaException {
        return folder.entry(file).use();
    }

    /// Gives the memory back until the next run.
    void release() {
        session.release();
    }
}
