package studio.fanz.media.speech;

import java.util.List;
import java.util.Optional;
import studio.fanz.media.MediaException;

/// Which language is spoken: chosen by a person, or voted for by the first windows of speech, each with its length.
/// Silence never votes, for windows hold speech only. Not for use by two threads.
final class SpokenLanguage {

    /// One window may decide alone when it is this sure.
    private static final double SURE = 0.7;
    private static final double SURE_SECONDS = 2;
    private static final int MOST_VOTERS = 3;

    private final Vocabulary vocabulary;
    private final List<String> codes;
    private final double[] votes;
    private final Optional<String> chosen;
    private int voters;
    private double seconds;

    private SpokenLanguage(Vocabulary vocabulary, Optional<String> chosen) {
        this.vocabulary = vocabulary;
        this.codes = List.copyOf(vocabulary.languages().keySet());
        this.votes = new double[codes.size()];
        this.chosen = chosen;
    }

    /// @throws MediaException LANGUAGE_UNKNOWN when the model does not know the code
    static SpokenLanguage of(Optional<String> code, Vocabulary vocabulary) throws MediaException {
        if (code.isPresent() && vocabulary.language(code.get()).isEmpty()) {
            throw new MediaException(MediaException.Code.LANGUAGE_UNKNOWN, code.get(), "");
        }
        return new SpokenLanguage(vocabulary, code);
    }

    /// Whether no more votes are needed.
    boolean decided() {
        boolean sure = best() >= 0 && votes[best()] >= SURE * seconds && seconds >= SURE_SECONDS;
        return chosen.isPresent() || sure || voters >= MOST_VOTERS;
    }

    /// One window's opinion.
    ///
    /// @param probabilities in the order of the vocabulary
    void vote(double[] probabilities, double windowSeconds) {
        for (int i = 0; i < votes.length; i++) {
            votes[i] += probabilities[i] * windowSeconds;
        }
        voters++;
        seconds += windowSeconds;
    }

    /// The code, empty while nobody has voted.
    String code() {
        return chosen.orElseGet(() -> best() < 0 ? "" : codes.get(best()));
    }

    /// 1 when a person chose it.
    double confidence() {
        return chosen.isPresent() ? 1 : best() < 0 ? 0 : votes[best()] / seconds;
    }

    /// What tells the model.
    int token() {
        return vocabulary.language(code()).orElseThrow();
    }

    private int best() {
        int best = -1;
        for (int i = 0; i < votes.length && voters > 0; i++) {
            best = best < 0 || votes[i] > votes[best] ? i : best;
        }
        return best;
    }
}
