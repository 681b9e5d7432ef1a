package studio.fanz.media.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.speech.VoiceActivity;

class SileroVadTest {

    private static final JsonNode VECTORS = SpeechModels.vectors("vad.json");

    @Test
    void probabilitiesAreThoseOfTheReference() throws Exception {
        assertProbabilities(SpeechModels.raw("audio/goforward_16k_mono_s16le.raw"), VECTORS.path("probabilities"));
    }

    @Test
    void silenceAndAToneAreNotSpeech() throws Exception {
        float[] tone = new float[16_000];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (float) (0.3 * Math.sin(2 * Math.PI * 440 * i / 16_000));
        }
        assertProbabilities(new float[16_000], VECTORS.path("synthetic").path("1 s of zeros"));
        assertProbabilities(tone, VECTORS.path("synthetic").path("440 Hz sine 0.3 amplitude"));
    }

    private static void assertProbabilities(float[] samples, JsonNode expected) throws Exception {
        assertThat(expected.size()).isPositive();
        float[] padded = Arrays.copyOf(samples, Math.ceilDiv(samples.length, 512) * 512);
        try (VoiceActivity.Pass pass = SpeechModels.VAD.start(JobContext.silent())) {
            for (int i = 0; i < expected.size(); i++) {
                assertThat(pass.hear(padded, i * 512))
                        .isCloseTo((float) expected.get(i).asDouble(), within(1e-3f));
            }
        }
    }
}
