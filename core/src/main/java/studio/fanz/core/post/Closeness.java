package studio.fanz.core.post;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.fanz.core.problem.StudioException;

/// How close sentences and phrases are to the recording as a whole, by the cosine of their vectors.
record Closeness(Map<Sentence, Double> sentences, List<KeyPhrases.Phrase> phrases) {

    /// What closeness may add to a sentence's strength of 0..1.
    private static final double SENTENCE_WEIGHT = 0.5;

    private static final double PHRASE_WEIGHT = 6;
    private static final int MOST_SENTENCES = 200;

    static Closeness rank(
            List<Sentence> sentences, List<KeyPhrases.Phrase> phrases, Tongue tongue, TextEmbedder embedder)
            throws StudioException {
        Map<Sentence, float[]> vectors = new HashMap<>();
        // An hour of speech has a thousand sentences; a sample tells what it is about as well.
        int step = Math.max(1, sentences.size() / MOST_SENTENCES);
        for (int i = 0; i < sentences.size(); i += step) {
            vectors.put(sentences.get(i), embedder.embed(Wording.written(sentences.get(i), tongue)));
        }
        float[] whole = mean(List.copyOf(vectors.values()));
        Map<Sentence, Double> close = new HashMap<>();
        vectors.forEach((sentence, vector) -> close.put(sentence, SENTENCE_WEIGHT * dot(vector, whole)));
        Map<KeyPhrases.Phrase, Double> scores = new HashMap<>();
        for (KeyPhrases.Phrase phrase : phrases) {
            scores.put(phrase, phrase.score() + PHRASE_WEIGHT * dot(embedder.embed(phrase.text()), whole));
        }
        return new Closeness(
                close,
                phrases.stream()
                        .sorted(Comparator.comparingDouble(
                                        (KeyPhrases.Phrase phrase) -> scores.getOrDefault(phrase, 0.0))
                                .reversed())
                        .toList());
    }

    double sentence(Sentence sentence) {
        return Optional.ofNullable(sentences.get(sentence)).orElse(0.0);
    }

    private static float[] mean(List<float[]> vectors) {
        float[] sum = new float[vectors.getFirst().length];
        for (float[] vector : vectors) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector[i];
            }
        }
        double norm = Math.sqrt(dot(sum, sum));
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (float) (sum[i] / Math.max(norm, 1e-9));
        }
        return sum;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
