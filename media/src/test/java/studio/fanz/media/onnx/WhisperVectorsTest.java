package studio.fanz.media.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.speech.LogMel;
import studio.fanz.media.speech.SpeechModel;

/// The numbers of the models' own vectors.
class WhisperVectorsTest {

    /// Processors without 8-bit dot products (AVX-512 VNNI, AMX) add in another order: 0.3 % seen on one.
    private static final int ROUNDING_PCT = 1;

    private static final JobContext JOB = JobContext.silent();
    private static final JsonNode VECTORS = SpeechModels.vectors("jfk.json");

    @Test
    void featuresAreThoseOfTheReference() throws Exception {
        float[] mel = jfk();
        JsonNode expected = VECTORS.path("mel");
        assertRow(mel, 0, 0, expected.path("bin0_frames_0_7"));
        assertRow(mel, 10, 100, expected.path("bin10_frames_100_107"));
        assertRow(mel, 40, 500, expected.path("bin40_frames_500_507"));
        assertRow(mel, 79, 1092, expected.path("bin79_frames_1092_1099"));
        var all = IntStream.range(0, mel.length).mapToDouble(i -> mel[i]).summaryStatistics();
        assertThat(all.getMin())
                .isCloseTo(expected.path("stats_window").path("min").asDouble(), within(1e-4));
        assertThat(all.getMax())
                .isCloseTo(expected.path("stats_window").path("max").asDouble(), within(1e-4));
        assertThat(all.getAverage())
                .isCloseTo(expected.path("stats_window").path("mean").asDouble(), within(1e-6));
    }

    private static void assertRow(float[] mel, int band, int frame, JsonNode expected) {
        assertThat(expected.size()).isEqualTo(8);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(mel[band * LogMel.FRAMES + frame + i])
                    .isCloseTo((float) expected.get(i).asDouble(), within(1e-4f));
        }
    }

    @Test
    void theEncoderHearsWhatTheReferenceHears() throws Exception {
        try (WhisperWindows windows = (WhisperWindows) SpeechModels.WHISPER.encode(List.of(jfk()), JOB)) {
            for (var field : VECTORS.path("delivered_int8").path("stats").properties()) {
                var numbers = Objects.requireNonNull(windows.tensors().get(field.getKey()))
                        .getFloatBuffer();
                var all = IntStream.range(0, numbers.capacity())
                        .mapToDouble(numbers::get)
                        .summaryStatistics();
                assertThat(all.getMax())
                        .isCloseTo(field.getValue().path("max").asDouble(), withinPercentage(ROUNDING_PCT));
                assertThat(all.getAverage())
                        .isCloseTo(field.getValue().path("mean").asDouble(), within(1e-3));
            }
        }
    }

    @Test
    void theFirstStepPrefersTheSameTokens() throws Exception {
        JsonNode expected = VECTORS.path("delivered_int8").path("first_step");
        int[] tokens = IntStream.range(0, 3)
                .map(i -> expected.path("tokens").get(i).asInt())
                .toArray();
        try (SpeechModel.Encoded windows = SpeechModels.WHISPER.encode(List.of(jfk()), JOB);
                SpeechModel.State state = SpeechModels.WHISPER.start(windows, 1)) {
            float[] logits = SpeechModels.WHISPER.step(new int[][] {tokens}, state, JOB)[0];
            List<Integer> best = IntStream.range(0, logits.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -logits[i]))
                    .limit(5)
                    .toList();
            List<Integer> wanted = new ArrayList<>();
            for (JsonNode pair : expected.path("logits_top5")) {
                wanted.add(pair.get(0).asInt());
                assertThat(logits[pair.get(0).asInt()])
                        .isCloseTo((float) pair.get(1).asDouble(), withinPercentage(ROUNDING_PCT));
            }
            assertThat(best.subList(0, 2)).isEqualTo(wanted.subList(0, 2));
        }
    }

    @Test
    void rowsOfABatchAreWrittenAsIfAlone() throws Exception {
        float[] silence = new float[LogMel.BANDS * LogMel.FRAMES];
        int[] prompt = {50258, 50259, 50359};
        try (SpeechModel.Encoded windows = SpeechModels.WHISPER.encode(List.of(silence, jfk()), JOB);
                SpeechModel.Encoded second = windows.only(1);
                SpeechModel.State both = SpeechModels.WHISPER.start(windows, 2);
                SpeechModel.State alone = SpeechModels.WHISPER.start(second, 1)) {
            float[][] two = SpeechModels.WHISPER.step(new int[][] {prompt, prompt}, both, JOB);
            float[][] one = SpeechModels.WHISPER.step(new int[][] {prompt}, alone, JOB);
            assertThat(two[1]).containsExactly(one[0], within(1e-3f));
        }
    }

    private static float[] jfk() throws Exception {
        float[] samples = SpeechModels.jfk();
        return SpeechModels.WHISPER.features().window(samples, samples.length);
    }
}
