package studio.fanz.media.speech;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What Whisper's token numbers mean. Immutable; the arrays are not to be written to.
///
/// @param bytes         of the text tokens, by id
/// @param special       `eot sot transcribe no_speech no_timestamps timestamp_begin …` by name
/// @param languages     token by language code, in the model's order
/// @param suppress      tokens that are never written
/// @param suppressFirst tokens that are not written first
/// @param unspaced      codes of languages written without blanks
/// @param size          number of tokens, times included
public record Vocabulary(
        byte[][] bytes,
        Map<String, Integer> special,
        Map<String, Integer> languages,
        int[] suppress,
        int[] suppressFirst,
        Set<String> unspaced,
        int size) {

    /// Seconds between two time tokens.
    public static final double TIME_STEP = 0.02;

    /// The tokens of a file that has one Base64 line for each; a lone `=` stands for a token without bytes.
    public static byte[][] bytes(List<String> lines) {
        return lines.stream()
                .map(line ->
                        line.equals("=") ? new byte[0] : Base64.getDecoder().decode(line))
                .toArray(byte[][]::new);
    }

    /// Ends the text.
    public int end() {
        return token("eot");
    }

    /// Begins everything.
    public int start() {
        return token("sot");
    }

    /// Asks for the words in the language spoken.
    public int transcribe() {
        return token("transcribe");
    }

    /// Asks for text without times.
    public int noTimes() {
        return token("no_timestamps");
    }

    /// Says that there is no speech.
    public int noSpeech() {
        return token("no_speech");
    }

    /// The token of 0.00 s; all above are times too, [#TIME_STEP] apart.
    public int firstTime() {
        return token("timestamp_begin");
    }

    /// Whether a token is a moment and not text.
    public boolean isTime(int token) {
        return token >= firstTime();
    }

    /// Seconds a time token means.
    public double seconds(int token) {
        return (token - firstTime()) * TIME_STEP;
    }

    /// The token of a language, if the model knows it.
    public Optional<Integer> language(String code) {
        return Optional.ofNullable(languages.get(code));
    }

    /// The bytes of the text tokens, joined and only then read as UTF-8: a character may be spread over tokens. What is
    /// not UTF-8 becomes U+FFFD.
    public String text(List<Integer> tokens) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int token : tokens) {
            if (token < bytes.length) {
                out.writeBytes(bytes[token]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private int token(String name) {
        Integer token = special.get(name);
        if (token == null) {
            throw new IllegalStateException("no token " + name);
        }
        return token;
    }
}
