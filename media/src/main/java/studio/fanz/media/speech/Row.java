package studio.fanz.media.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// One window being written. Not for use by two threads.
final class Row {

    private final Vocabulary vocabulary;
    private final double noSpeech;
    private final double speech;
    private final List<Integer> tokens = new ArrayList<>();
    private final List<Double> probabilities = new ArrayList<>();
    private double sumLogProbability;
    private boolean done;

    /// @param noSpeech the model's doubt
    /// @param speech   seconds of the window up to which there is speech
    Row(Vocabulary vocabulary, double noSpeech, double speech) {
        this.vocabulary = vocabulary;
        this.noSpeech = noSpeech;
        this.speech = speech;
    }

    /// Picks the next token; nothing once the row has ended.
    void choose(float[] logits, TokenRules rules, double temperature, RandomGenerator random) {
        if (done) {
            return;
        }
        rules.apply(logits, tokens, speech);
        int token = temperature == 0 ? Logits.argmax(logits) : Logits.draw(logits, temperature, random);
        double logProbability = logits[token] - Logits.logSumExp(logits, 0, logits.length);
        sumLogProbability += logProbability;
        done = token == vocabulary.end();
        if (!done) {
            tokens.add(token);
            probabilities.add(Math.exp(logProbability));
            // A circle this long never opens again, and every further token costs a step.
            done = Repetition.endless(tokens);
        }
    }

    boolean done() {
        return done;
    }

    /// What to feed next.
    int latest() {
        return done ? vocabulary.end() : tokens.getLast();
    }

    Decoded decoded(double temperature) {
        double compression = Decoded.compression(vocabulary.text(tokens).strip());
        return new Decoded(tokens, probabilities, sumLogProbability, noSpeech, compression, temperature);
    }
}
