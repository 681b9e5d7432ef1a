package studio.fanz.media.onnx;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import studio.fanz.core.json.Json;
import studio.fanz.media.CatalogueModelFolder;
import studio.fanz.media.MediaException;
import studio.fanz.media.ModelFolder;

/// The delivered speech models and their vectors, loaded once for all tests of a run.
public final class SpeechModels {

    /// Folder of the delivered weights.
    public static final ModelFolder FOLDER = folder();
    /// Whisper with two threads.
    public static final OnnxWhisper WHISPER = new OnnxWhisper(FOLDER, 2);
    /// Silero.
    public static final SileroVad VAD = new SileroVad(FOLDER);

    private SpeechModels() {}

    private static ModelFolder folder() {
        try {
            return CatalogueModelFolder.open(Path.of(System.getProperty("fanz.assets"), "models"));
        } catch (MediaException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A vector file.
    public static JsonNode vectors(String name) {
        return Json.parse(new String(bytes(name), StandardCharsets.UTF_8));
    }

    /// The samples of `jfk.wav`: 16 kHz mono, 11 seconds.
    public static float[] jfk() {
        byte[] wav = bytes("jfk.wav");
        for (int at = 12; at < wav.length; ) {
            int size = ByteBuffer.wrap(wav, at + 4, 4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .getInt();
            if (new String(wav, at, 4, StandardCharsets.US_ASCII).equals("data")) {
                return samples(Arrays.copyOfRange(wav, at + 8, at + 8 + size));
            }
            at += 8 + size;
        }
        throw new IllegalStateException("no sound in jfk.wav");
    }

    /// Raw 16-bit little-endian samples of a vector file.
    public static float[] raw(String name) {
        return samples(bytes(name));
    }

    private static float[] samples(byte[] bytes) {
        var shorts = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        float[] samples = new float[shorts.remaining()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = shorts.get(i) / 32768f;
        }
        return samples;
    }

    private static byte[] bytes(String name) {
        try (InputStream in = Objects.requireNonNull(SpeechModels.class.getResourceAsStream("/vectors/" + name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
