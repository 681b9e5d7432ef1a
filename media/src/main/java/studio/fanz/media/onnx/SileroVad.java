package studio.fanz.media.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;
import java.util.Set;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;
import studio.fanz.media.ModelFolder;
import studio.fanz.media.speech.VoiceActivity;

/// Silero VAD v6. Each chunk is preceded by the last 64 samples of the one before; the state goes from call to call.
public final class SileroVad implements VoiceActivity, AutoCloseable {

    private static final String NAME = "vad_silero_v6.onnx";
    private static final int CONTEXT = 64;
    private static final int STATE = 2 * 128;

    private final OnnxSession session;

    /// Loads nothing yet.
    public SileroVad(ModelFolder folder) {
        this.session = new OnnxSession(folder, NAME, 1);
    }

    @Override
    public Pass start(JobContext job) throws MediaException {
        try {
            return new Listening(job);
        } catch (OrtException e) {
            throw new MediaException(MediaException.Code.MODEL_FAILED, NAME, String.valueOf(e.getMessage()), e);
        }
    }

    /// Gives the memory back; the next pass loads again.
    @Override
    public void close() {
        session.close();
    }

    private static FloatBuffer floats(int count) {
        return ByteBuffer.allocateDirect(count * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /// Tensors over memory of our own, two states that take turns: a chunk allocates nothing.
    private final class Listening implements Pass {

        private final JobContext job;
        private final FloatBuffer input = floats(CONTEXT + CHUNK);
        private final FloatBuffer output = floats(1);
        private final OnnxTensor rate;
        private final OnnxTensor inputTensor;
        private final OnnxTensor outputTensor;
        private final OnnxTensor[] states = new OnnxTensor[2];
        private final float[] context = new float[CONTEXT];
        private int turn;

        Listening(JobContext job) throws OrtException {
            this.job = job;
            var environment = OnnxSession.environment();
            rate = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[] {16_000}), new long[0]);
            inputTensor = OnnxTensor.createTensor(environment, input, new long[] {1, CONTEXT + CHUNK});
            outputTensor = OnnxTensor.createTensor(environment, output, new long[] {1, 1});
            states[0] = OnnxTensor.createTensor(environment, floats(STATE), new long[] {2, 1, 128});
            states[1] = OnnxTensor.createTensor(environment, floats(STATE), new long[] {2, 1, 128});
        }

        @Override
        public float hear(float[] samples, int from) throws MediaException {
            input.put(0, context).put(CONTEXT, samples, from, CHUNK);
            System.arraycopy(samples, from + CHUNK - CONTEXT, context, 0, CONTEXT);
            var inputs = Map.of("input", inputTensor, "state", states[turn], "sr", rate);
            turn = 1 - turn;
            try (OrtSession.Result _ =
                    session.run(inputs, Set.of(), Map.of("output", outputTensor, "stateN", states[turn]), job)) {
                return output.get(0);
            }
        }

        @Override
        public void close() {
            rate.close();
            inputTensor.close();
            outputTensor.close();
            states[0].close();
            states[1].close();
        }
    }
}
