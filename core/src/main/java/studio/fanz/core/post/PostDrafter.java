package studio.fanz.core.post;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.platform.Counting;
import studio.fanz.core.platform.Limits;
import studio.fanz.core.platform.Target;
import studio.fanz.core.post.Draft.Piece;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.time.Span;

/// Proposes title, text and hashtags out of what was said, and of nothing else: sentences are taken whole
/// (hesitation
/// and words that only lead to the matter removed), tags are phrases of the recording. Each piece keeps its source.
public final class PostDrafter {

    private static final int TITLE_GRAPHEMES = 90;
    private static final int TEXT_SENTENCES = 4;
    private static final int MOST_TAGS = 5;
    private static final int RANKED_PHRASES = 15;
    private static final int SHORTEST_BODY_WORDS = 5;
    private static final Piece NOTHING = new Piece("", new Span(0, 0));

    private final Tongue tongue;
    private final List<Sentence> sentences;
    private final List<KeyPhrases.Phrase> phrases;
    private final Map<Sentence, Double> strength = new HashMap<>();

    private PostDrafter(Transcript transcript) {
        this.tongue = Tongue.of(transcript.language());
        this.sentences = Sentence.of(transcript);
        this.phrases = KeyPhrases.of(sentences, tongue);
        for (int i = 0; i < sentences.size(); i++) {
            double position = (double) i / sentences.size();
            strength.put(
                    sentences.get(i),
                    Strength.of(sentences.get(i), position, phrases, tongue).total());
        }
    }

    /// A draft by extraction alone, in any language.
    public static Draft draft(Transcript transcript, List<Target> targets, Limits limits) {
        if (transcript.words().isEmpty()) {
            return nothing(transcript, targets, limits);
        }
        var drafter = new PostDrafter(transcript);
        return drafter.compose(transcript.language(), targets, limits, "extraction");
    }

    /// A draft whose pieces are ranked by how close they are to the whole, where the language is English; else as
    /// above, and the draft says so.
    ///
    /// @throws StudioException when the embedder cannot be used
    public static Draft draft(Transcript transcript, List<Target> targets, Limits limits, TextEmbedder embedder)
            throws StudioException {
        if (transcript.words().isEmpty() || !transcript.language().equals("en")) {
            return draft(transcript, targets, limits);
        }
        var drafter = new PostDrafter(transcript);
        var ranking = Closeness.rank(drafter.sentences, drafter.leadingPhrases(), drafter.tongue, embedder);
        drafter.strength.replaceAll((sentence, score) -> score + ranking.sentence(sentence));
        List<KeyPhrases.Phrase> ranked = ranking.phrases();
        return new Composer(drafter, ranked).compose(transcript.language(), targets, limits, "embeddings");
    }

    private static Draft nothing(Transcript transcript, List<Target> targets, Limits limits) {
        var variants = targets.stream()
                .map(target -> new VariantFitter(target, limits).fit(List.of(), List.of(), List.of()))
                .toList();
        return new Draft(
                transcript.language(), NOTHING, List.of(), List.of(), variants, "extraction", List.of("nothing-said"));
    }

    private List<KeyPhrases.Phrase> leadingPhrases() {
        return phrases.stream().limit(RANKED_PHRASES).toList();
    }

    private Draft compose(String language, List<Target> targets, Limits limits, String method) {
        return new Composer(this, phrases).compose(language, targets, limits, method);
    }

    /// Puts the pieces together once everything is ranked.
    private record Composer(PostDrafter drafter, List<KeyPhrases.Phrase> phrases) {

        Draft compose(String language, List<Target> targets, Limits limits, String method) {
            List<Piece> titles = titles();
            List<Piece> text = text();
            List<Piece> tags = tags();
            List<String> headlines = titles.stream().map(Piece::text).toList();
            var variants = targets.stream()
                    .map(target -> new VariantFitter(target, limits).fit(headlines, text, tags))
                    .toList();
            return new Draft(
                    language,
                    titles.isEmpty() ? NOTHING : titles.getFirst(),
                    text,
                    tags,
                    variants,
                    method,
                    notes(method, tags));
        }

        private List<String> notes(String method, List<Piece> tags) {
            List<String> notes = new ArrayList<>();
            if (method.equals("extraction") && !drafter.tongue.language().equals("en")) {
                notes.add("no-embeddings-for-language");
            }
            if (!drafter.tongue.known()) {
                notes.add("no-word-data-for-language");
            }
            if (tags.isEmpty()) {
                notes.add("no-key-phrases");
            }
            return notes;
        }

        private List<Sentence> strongest() {
            return drafter.sentences.stream()
                    .sorted(Comparator.comparingDouble(
                                    (Sentence sentence) -> drafter.strength.getOrDefault(sentence, 0.0))
                            .reversed())
                    .toList();
        }

        /// The strongest sentences short enough for a title, as headlines; where every sentence broke off, what the
        /// recording is about.
        private List<Piece> titles() {
            List<Piece> whole = headlines();
            return whole.isEmpty()
                    ? phrases.stream().limit(1).map(Composer::named).toList()
                    : whole;
        }

        private static Piece named(KeyPhrases.Phrase phrase) {
            return new Piece(Wording.upperFirst(String.join(" ", phrase.words())), phrase.span());
        }

        private List<Piece> headlines() {
            return strongest().stream()
                    .filter(sentence -> !sentence.brokenOff(drafter.tongue))
                    .map(sentence -> new Piece(
                            Wording.headline(Wording.written(sentence, drafter.tongue), drafter.tongue),
                            sentence.span()))
                    .filter(piece -> !piece.text().isEmpty())
                    .filter(piece -> Counting.graphemes(piece.text()).size() <= TITLE_GRAPHEMES)
                    .toList();
        }

        /// The strongest sentence first, then others that stand alone, as they were said.
        private List<Piece> text() {
            List<Sentence> strong = strongest();
            List<Sentence> rest = strong.stream()
                    .skip(1)
                    .filter(sentence -> sentence.complete()
                            && (!drafter.tongue.spaced() || sentence.words().size() >= SHORTEST_BODY_WORDS))
                    .filter(sentence -> standsAlone(Wording.written(sentence, drafter.tongue)))
                    .limit(TEXT_SENTENCES - 1)
                    .sorted(Comparator.comparingInt(Sentence::first))
                    .toList();
            List<Piece> text = new ArrayList<>();
            text.add(piece(strong.getFirst()));
            rest.forEach(sentence -> text.add(piece(sentence)));
            return text.stream().filter(piece -> !piece.text().isEmpty()).toList();
        }

        private boolean standsAlone(String written) {
            return !Strength.pointsBack(written) && !Strength.polite(written, drafter.tongue);
        }

        private Piece piece(Sentence sentence) {
            return new Piece(Wording.written(sentence, drafter.tongue), sentence.span());
        }

        /// Phrases that were said, none contained in one before it.
        private List<Piece> tags() {
            List<Piece> tags = new ArrayList<>();
            Set<String> used = new HashSet<>();
            for (KeyPhrases.Phrase phrase : phrases) {
                String tag = Wording.tag(phrase.words());
                boolean fresh = phrase.bare().stream().noneMatch(used::contains);
                if (fresh && !tag.isEmpty() && tags.size() < MOST_TAGS) {
                    tags.add(new Piece(tag, phrase.span()));
                    used.addAll(phrase.bare());
                }
            }
            return tags;
        }
    }
}
