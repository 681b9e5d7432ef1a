package studio.fanz.core.post;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.caption.Word;
import studio.fanz.core.time.Span;

/// Chooses the stretch of a recording that stands best alone within a target's length. It starts and ends on
/// sentences.
///
/// Parts, each 0..1: `opening` strength of the first sentence · `closing` the last sentence is complete and a pause
/// follows · `density` share of the time in which somebody speaks · `subject` share of the recording's key phrases ·
/// `fill` how much of the allowed length is used (all from two thirds on).
public final class MomentPicker {

    private static final Map<String, Double> WEIGHTS =
            Map.of("opening", 0.3, "closing", 0.2, "density", 0.15, "subject", 0.2, "fill", 0.15);

    /// Breath before the first word and after the last, never into a neighbour's word.
    private static final long LEAD_MS = 150;

    private static final long TAIL_MS = 300;

    /// A container may round a stretch up by a block of sound.
    private static final long ROUNDING_MS = 100;

    private static final double ENOUGH_FILL = 2.0 / 3;
    private static final long CLEAR_PAUSE_MS = 500;

    private final List<Sentence> sentences;
    private final List<Word> words;
    private final List<KeyPhrases.Phrase> phrases;
    private final double[] openings;
    private final long[] spokenMs;
    private final long[] said;

    private MomentPicker(Transcript transcript) {
        Tongue tongue = Tongue.of(transcript.language());
        this.sentences = Sentence.of(transcript);
        this.words = transcript.words();
        this.phrases = KeyPhrases.of(sentences, tongue);
        this.openings = new double[sentences.size()];
        this.spokenMs = new long[sentences.size() + 1];
        this.said = new long[sentences.size()];
        for (int i = 0; i < openings.length; i++) {
            Sentence sentence = sentences.get(i);
            openings[i] = Strength.of(sentence, (double) i / openings.length, phrases, tongue)
                    .total();
            spokenMs[i + 1] = spokenMs[i]
                    + sentence.words().stream()
                            .mapToLong(word -> word.endMs() - word.startMs())
                            .sum();
            said[i] = phrasesIn(sentence);
        }
    }

    /// One bit for each key phrase that is said in it; there are at most [KeyPhrases#MOST].
    private long phrasesIn(Sentence sentence) {
        long bits = 0;
        for (int i = 0; i < phrases.size(); i++) {
            bits |= phrases.get(i).saidIn(sentence) ? 1L << i : 0;
        }
        return bits;
    }

    /// A stretch with why it was chosen.
    ///
    /// @param span  in source time
    /// @param score weighted sum of `parts`, 0..1
    /// @param parts by name, in a fixed order
    public record Moment(Span span, double score, SequencedMap<String, Double> parts) {

        public Moment {
            parts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parts));
        }
    }

    /// The best stretch of whole sentences not longer than `maxMs` and not shorter than `minMs`; empty when nothing
    /// was
    /// said or no run of sentences fits.
    public static Optional<Moment> pick(Transcript transcript, long maxMs, long minMs) {
        var picker = new MomentPicker(transcript);
        Optional<Moment> best = Optional.empty();
        for (int first = 0; first < picker.sentences.size(); first++) {
            Optional<Moment> from = picker.bestFrom(first, maxMs, minMs);
            best = best.filter(other ->
                            from.isEmpty() || other.score() >= from.get().score())
                    .or(() -> from);
        }
        return best;
    }

    private Optional<Moment> bestFrom(int first, long maxMs, long minMs) {
        Optional<Moment> best = Optional.empty();
        long phrasesSaid = 0;
        for (int last = first; last < sentences.size(); last++) {
            phrasesSaid |= said[last];
            Span span = span(first, last);
            if (span.lengthMs() > maxMs - ROUNDING_MS) {
                break;
            }
            if (span.lengthMs() >= minMs) {
                Moment moment = judge(first, last, span, maxMs, phrasesSaid);
                best = best.filter(other -> other.score() >= moment.score()).or(() -> Optional.of(moment));
            }
        }
        return best;
    }

    private Span span(int first, int last) {
        int from = sentences.get(first).first();
        int to = sentences.get(last).first() + sentences.get(last).words().size() - 1;
        long before = from == 0 ? 0 : words.get(from - 1).endMs();
        long start = Math.max(
                Math.min(before, words.get(from).startMs()), words.get(from).startMs() - LEAD_MS);
        long end = words.get(to).endMs() + TAIL_MS;
        if (to + 1 < words.size()) {
            end = Math.clamp(words.get(to + 1).startMs(), words.get(to).endMs(), end);
        }
        return new Span(start, Math.max(start, end));
    }

    private Moment judge(int first, int last, Span span, long maxMs, long phrasesSaid) {
        double spoken = spokenMs[last + 1] - spokenMs[first];
        SequencedMap<String, Double> parts = new LinkedHashMap<>();
        parts.put("opening", openings[first]);
        parts.put("closing", closing(last));
        parts.put("density", Math.min(1, spoken / Math.max(1, span.lengthMs())));
        parts.put("subject", subject(phrasesSaid));
        parts.put("fill", Math.min(1, span.lengthMs() / (ENOUGH_FILL * maxMs)));
        double score = parts.entrySet().stream()
                .mapToDouble(part -> WEIGHTS.getOrDefault(part.getKey(), 0.0) * part.getValue())
                .sum();
        return new Moment(span, score, parts);
    }

    private double closing(int last) {
        double complete = sentences.get(last).complete() ? 0.6 : 0;
        if (last + 1 == sentences.size()) {
            return complete + 0.4;
        }
        long pause = sentences.get(last + 1).words().getFirst().startMs()
                - sentences.get(last).words().getLast().endMs();
        return complete + 0.4 * Math.clamp((double) pause / CLEAR_PAUSE_MS, 0, 1);
    }

    private double subject(long phrasesSaid) {
        double all = 0;
        double covered = 0;
        for (int i = 0; i < phrases.size(); i++) {
            all += phrases.get(i).score();
            covered += (phrasesSaid >> i & 1) == 1 ? phrases.get(i).score() : 0;
        }
        return all == 0 ? 0 : covered / all;
    }
}
