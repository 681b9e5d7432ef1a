package studio.fanz.media.speech;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;

/// Writes what a model heard: several windows at once, the likeliest token each time; a window that comes out badly is
/// written again with more chance, up to five times, and the best attempt is kept. The same sound always gives the same
/// text.
final class WindowDecoder {

    private static final double[] TEMPERATURES = {0.2, 0.4, 0.6, 0.8, 1.0};
    private static final int MAX_TOKENS = 224;
    private static final long SEED = 20_260_101;

    private final SpeechModel model;
    private final Vocabulary vocabulary;
    private final TokenRules rules;
    private final BeamSearch beams;

    WindowDecoder(SpeechModel model) throws MediaException {
        this.model = model;
        this.vocabulary = model.vocabulary();
        this.rules = new TokenRules(vocabulary);
        this.beams = new BeamSearch(model);
    }

    /// How likely each language is, in the order of the vocabulary.
    double[] languages(SpeechModel.Encoded window, JobContext job) throws MediaException {
        try (SpeechModel.State state = model.start(window, 1)) {
            float[] logits = model.step(new int[][] {{vocabulary.start()}}, state, job)[0];
            float[] some = new float[vocabulary.languages().size()];
            int i = 0;
            for (int token : vocabulary.languages().values()) {
                some[i++] = logits[token];
            }
            double all = Logits.logSumExp(some, 0, some.length);
            double[] result = new double[some.length];
            for (int k = 0; k < some.length; k++) {
                result[k] = Math.exp(some[k] - all);
            }
            return result;
        }
    }

    /// Writes windows down.
    ///
    /// @param speech   seconds of each window up to which there is speech
    /// @param language token of the language spoken
    /// @param beam     rows tried side by side, 1 for the likeliest token only
    List<Decoded> decode(SpeechModel.Encoded windows, double[] speech, int language, int beam, JobContext job)
            throws MediaException {
        List<Decoded> first =
                beam > 1 ? beams(windows, speech, language, beam, job) : greedy(windows, speech, language, job);
        List<Decoded> best = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            Decoded decoded = first.get(i);
            best.add(decoded.doubtful() ? again(decoded, windows.only(i), speech[i], language, job) : decoded);
        }
        return best;
    }

    private List<Decoded> beams(SpeechModel.Encoded windows, double[] speech, int language, int beam, JobContext job)
            throws MediaException {
        List<Decoded> decoded = new ArrayList<>();
        for (int i = 0; i < windows.windows(); i++) {
            try (SpeechModel.Encoded window = windows.only(i)) {
                decoded.add(beams.decode(window, speech[i], language, beam, job));
            }
        }
        return decoded;
    }

    private List<Decoded> greedy(SpeechModel.Encoded windows, double[] speech, int language, JobContext job)
            throws MediaException {
        return decode(windows, speech, language, 0, new SplittableRandom(SEED), job);
    }

    private Decoded again(Decoded first, SpeechModel.Encoded window, double speech, int language, JobContext job)
            throws MediaException {
        List<Decoded> attempts = new ArrayList<>(List.of(first));
        try (window) {
            for (double temperature : TEMPERATURES) {
                RandomGenerator random = new SplittableRandom(SEED);
                Decoded next = decode(window, new double[] {speech}, language, temperature, random, job)
                        .getFirst();
                attempts.add(next);
                if (!next.doubtful()) {
                    return next;
                }
            }
        }
        return attempts.stream()
                .max(Comparator.comparing((Decoded d) -> !d.looping()).thenComparing(Decoded::averageLogProbability))
                .orElse(first);
    }

    private List<Decoded> decode(
            SpeechModel.Encoded windows,
            double[] speech,
            int language,
            double temperature,
            RandomGenerator random,
            JobContext job)
            throws MediaException {
        List<Row> rows = new ArrayList<>();
        try (SpeechModel.State state = model.start(windows, windows.windows())) {
            for (float[] logits : model.step(repeat(windows, vocabulary.start()), state, job)) {
                double all = Logits.logSumExp(logits, 0, logits.length);
                rows.add(new Row(vocabulary, Math.exp(logits[vocabulary.noSpeech()] - all), speech[rows.size()]));
            }
            int[] task = {language, vocabulary.transcribe()};
            float[][] logits = model.step(repeat(windows, task), state, job);
            for (int i = 0; i < MAX_TOKENS; i++) {
                for (int row = 0; row < rows.size(); row++) {
                    rows.get(row).choose(logits[row], rules, temperature, random);
                }
                if (rows.stream().allMatch(Row::done)) {
                    break;
                }
                int[][] next =
                        rows.stream().map(row -> new int[] {row.latest()}).toArray(int[][]::new);
                logits = model.step(next, state, job);
            }
        }
        return rows.stream().map(row -> row.decoded(temperature)).toList();
    }

    private static int[][] repeat(SpeechModel.Encoded windows, int... tokens) {
        int[][] rows = new int[windows.windows()][];
        Arrays.fill(rows, tokens);
        return rows;
    }
}
