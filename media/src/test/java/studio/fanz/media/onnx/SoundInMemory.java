package studio.fanz.media.onnx;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.asset.AudioFacts;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.time.Rational;
import studio.fanz.media.MediaException;
import studio.fanz.media.frame.SoundReader;

/// Samples that need no file, as often as wanted one after another.
///
/// @param samples 16 kHz mono
/// @param times   how often they sound
record SoundInMemory(float[] samples, int times) implements SoundReader {

    static final Path NO_FILE = Path.of("memory");

    private static final int BLOCK = 4_000;

    SoundInMemory(float[] samples) {
        this(samples, 1);
    }

    MediaFacts facts() {
        long durationMs = (long) samples.length * times / 16;
        AudioFacts audio = new AudioFacts(
                0, "pcm_s16le", "", 16_000, 1, "mono", new Rational(1, 16_000), 0, durationMs, 256_000, "");
        return new MediaFacts(
                AssetKind.AUDIO,
                "wav",
                0,
                durationMs,
                Optional.empty(),
                List.of(audio),
                List.of(),
                true,
                false,
                0,
                Map.of());
    }

    @Override
    public void read(Path file, MediaFacts facts, int sampleRate, Sink sink, JobContext job) throws MediaException {
        for (int time = 0; time < times; time++) {
            for (int from = 0; from < samples.length; from += BLOCK) {
                float[] block = Arrays.copyOfRange(samples, from, Math.min(samples.length, from + BLOCK));
                if (!sink.accept(block, block.length)) {
                    return;
                }
            }
        }
    }
}
