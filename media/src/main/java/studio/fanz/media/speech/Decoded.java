package studio.fanz.media.speech;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;

/// What was written for one window, and how well.
///
/// @param tokens           text and times, without the end
/// @param probabilities    of each token when it was chosen
/// @param sumLogProbability natural logarithms, the end included
/// @param noSpeech         0..1, the model's own doubt that there is speech
/// @param compression      length of the text over its length compressed; loops compress well
/// @param temperature      0 for the likeliest tokens
record Decoded(
        List<Integer> tokens,
        List<Double> probabilities,
        double sumLogProbability,
        double noSpeech,
        double compression,
        double temperature) {

    private static final double NO_SPEECH = 0.6;
    private static final double LOG_PROBABILITY = -1.0;
    private static final double COMPRESSION = 2.4;

    Decoded {
        tokens = List.copyOf(tokens);
        probabilities = List.copyOf(probabilities);
    }

    double averageLogProbability() {
        return sumLogProbability / (tokens.size() + 1);
    }

    /// The model wrote something although it heard nothing (OpenAI's thresholds).
    boolean silence() {
        return noSpeech > NO_SPEECH && averageLogProbability() < LOG_PROBABILITY;
    }

    /// The text goes round in circles.
    boolean looping() {
        return compression > COMPRESSION;
    }

    /// Worth another try with more chance (OpenAI's thresholds).
    boolean doubtful() {
        return !silence() && (looping() || averageLogProbability() < LOG_PROBABILITY);
    }

    /// Bytes of the text over bytes of its zlib form, 0 for an empty text.
    static double compression(String text) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        if (raw.length == 0) {
            return 0;
        }
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(raw);
            deflater.finish();
            return (double) raw.length / deflater.deflate(new byte[raw.length * 2 + 100]);
        }
    }
}
