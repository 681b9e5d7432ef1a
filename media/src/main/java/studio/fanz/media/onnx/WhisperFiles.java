package studio.fanz.media.onnx;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import studio.fanz.core.json.Json;
import studio.fanz.media.MediaException;
import studio.fanz.media.ModelFolder;
import studio.fanz.media.speech.Vocabulary;

/// The files beside Whisper's two networks.
///
/// @param shape      sizes of the networks' tensors
/// @param vocabulary what tokens mean
/// @param filters    80 x 201 mel weights
record WhisperFiles(Shape shape, Vocabulary vocabulary, float[] filters) {

    static final String CONFIG = "whisper-base/config.json";
    static final String TOKENS = "whisper-base/tokens.txt";
    static final String FILTERS = "whisper-base/mel_filters.f32";

    /// @param layers   of the decoder
    /// @param heads    of attention per layer
    /// @param headSize numbers per head and position
    /// @param audio    positions of one window
    record Shape(int layers, int heads, int headSize, int audio) {}

    static WhisperFiles read(ModelFolder folder) throws MediaException {
        try {
            JsonNode config = Json.parse(Files.readString(folder.file(CONFIG)));
            byte[][] bytes = Vocabulary.bytes(Files.readAllLines(folder.file(TOKENS)));
            ByteBuffer weights =
                    ByteBuffer.wrap(Files.readAllBytes(folder.file(FILTERS))).order(ByteOrder.LITTLE_ENDIAN);
            float[] filters = new float[weights.remaining() / Float.BYTES];
            weights.asFloatBuffer().get(filters);
            return new WhisperFiles(shape(config.path("dims")), vocabulary(config, bytes), filters);
        } catch (IOException | IllegalArgumentException e) {
            throw new MediaException(MediaException.Code.MODEL_CORRUPT, CONFIG, String.valueOf(e.getMessage()), e);
        }
    }

    private static Shape shape(JsonNode dims) {
        return new Shape(
                dims.path("decoder_layers").asInt(),
                dims.path("heads").asInt(),
                dims.path("head_dim").asInt(),
                dims.path("audio_ctx").asInt());
    }

    private static Vocabulary vocabulary(JsonNode config, byte[][] bytes) {
        return new Vocabulary(
                bytes,
                numbers(config.path("special")),
                numbers(config.path("languages")),
                ids(config.path("suppress")),
                ids(config.path("suppress_begin")),
                texts(config.path("no_space_languages")),
                config.path("dims").path("vocab").asInt());
    }

    private static Map<String, Integer> numbers(JsonNode object) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        object.properties()
                .forEach(field -> numbers.put(field.getKey(), field.getValue().asInt()));
        return numbers;
    }

    private static int[] ids(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
    }

    private static Set<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toUnmodifiableSet());
    }
}
