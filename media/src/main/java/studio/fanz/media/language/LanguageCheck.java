package studio.fanz.media.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.fanz.core.caption.Segment;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.caption.Word;
import studio.fanz.core.review.Finding;
import studio.fanz.core.review.Finding.Severity;
import studio.fanz.core.review.Review;
import studio.fanz.core.time.Span;

/// Looks for insults and profanity in what is said, written in titles, and shown in the picture. Hints only: the model
/// and the lists see words, not meaning, so nothing here ever blocks. Immutable; any thread.
///
/// @param model English word table
/// @param lists editable lists of words
public record LanguageCheck(ToxicText model, WordLists lists) {

    /// From here on the model's opinion is shown (measured: precision 0.91 on the labelled sentences).
    static final double SHOWN = 0.7;

    private static final double STRONG = 0.9;
    private static final String MODEL_LANGUAGE = "en";

    /// Words that were not spoken.
    ///
    /// @param text  as written
    /// @param span  when it is shown, empty for titles and texts
    /// @param where `title`, `text` or `frame-text`
    public record Piece(String text, Optional<Span> span, String where) {}

    /// Findings of severity WARNING and NOTE, and what could not be looked at.
    ///
    /// @param transcript what is said; its language holds for the other texts as well
    /// @param others     titles, texts, and text found in frames
    public Review check(Transcript transcript, List<Piece> others) {
        String language = transcript.language().toLowerCase(Locale.ROOT);
        if (transcript.words().isEmpty() && others.isEmpty()) {
            return new Review(List.of(), List.of(), List.of(new Review.Skipped("language", "no-words")), List.of());
        }
        // Where nothing was said, what is written is taken for English unless it has no Latin letters.
        String effective = language.isEmpty() ? MODEL_LANGUAGE : language;
        var matcher = new ListMatcher(lists, effective);
        List<Finding> findings = new ArrayList<>();
        for (Segment segment : transcript.segments()) {
            look(Said.of(segment), matcher, effective).ifPresent(findings::add);
        }
        for (Piece piece : others) {
            look(Said.of(piece), matcher, effective).ifPresent(findings::add);
        }
        boolean modelled = effective.equals(MODEL_LANGUAGE);
        return new Review(findings, ran(effective), skipped(effective), modelled ? List.of(model.use()) : List.of());
    }

    private List<String> ran(String language) {
        List<String> ran = new ArrayList<>();
        if (language.equals(MODEL_LANGUAGE)) {
            ran.add("language-model");
        }
        if (lists.speaks(language)) {
            ran.add("language-list");
        }
        return ran;
    }

    private List<Review.Skipped> skipped(String language) {
        List<Review.Skipped> skipped = new ArrayList<>();
        if (!language.equals(MODEL_LANGUAGE)) {
            skipped.add(new Review.Skipped("language-model", "language-not-supported:" + language));
        }
        if (!lists.speaks(language)) {
            skipped.add(new Review.Skipped("language-list", "language-not-supported:" + language));
        }
        return skipped;
    }

    /// A sentence with the times of its words (none for written text).
    private record Said(List<String> words, List<Word> timed, Optional<Span> span, String where) {

        static Said of(Segment segment) {
            return new Said(
                    segment.words().stream().map(Word::text).toList(),
                    segment.words(),
                    Optional.of(new Span(segment.startMs(), segment.endMs())),
                    "sound");
        }

        static Said of(Piece piece) {
            return new Said(List.of(piece.text().strip().split("\\s+")), List.of(), piece.span(), piece.where());
        }

        /// When these tokens are said.
        Optional<Span> span(Spoken spoken, ListMatcher.Hit hit) {
            if (timed.isEmpty()) {
                return span;
            }
            long start = timed.get(spoken.tokens().get(hit.first()).first()).startMs();
            long end = timed.get(spoken.tokens().get(hit.last()).last()).endMs();
            return Optional.of(new Span(start, Math.max(start, end)));
        }

        /// The least sure of the words, 1 for written text.
        double confidence(Spoken spoken, ListMatcher.Hit hit) {
            return timed.isEmpty()
                    ? 1
                    : IntStream.rangeClosed(
                                    spoken.tokens().get(hit.first()).first(),
                                    spoken.tokens().get(hit.last()).last())
                            .mapToDouble(i -> timed.get(i).confidence())
                            .min()
                            .orElse(1);
        }
    }

    /// At most one finding a sentence: the strongest reason wins.
    private Optional<Finding> look(Said said, ListMatcher matcher, String language) {
        Spoken spoken = Spoken.of(said.words());
        return byList(matcher.explicit(spoken), "explicit", Severity.WARNING, 0.9, said, spoken, language)
                .or(() -> byList(matcher.phrases(spoken), "phrases", Severity.WARNING, 0.8, said, spoken, language))
                .or(() -> language.equals(MODEL_LANGUAGE) ? byModel(said, spoken, matcher) : Optional.empty())
                .or(() -> byList(matcher.directed(spoken), "directed", Severity.NOTE, 0.6, said, spoken, language));
    }

    private static Optional<Finding> byList(
            List<ListMatcher.Hit> hits,
            String list,
            Severity severity,
            double sure,
            Said said,
            Spoken spoken,
            String language) {
        if (hits.isEmpty()) {
            return Optional.empty();
        }
        ListMatcher.Hit first = hits.getFirst();
        String words = hits.stream().map(hit -> quote(spoken, hit)).distinct().collect(Collectors.joining(", "));
        return Optional.of(finding(
                severity,
                said.span(spoken, first),
                said.where(),
                words,
                "lists/" + list + "-" + language + ".txt",
                sure * said.confidence(spoken, first),
                !said.timed().isEmpty()));
    }

    private Optional<Finding> byModel(Said said, Spoken spoken, ListMatcher matcher) {
        List<String> words = counted(spoken, matcher);
        double score = model.score(words);
        if (score < SHOWN || restsOnOneWord(words)) {
            return Optional.empty();
        }
        return Optional.of(finding(
                score >= STRONG ? Severity.WARNING : Severity.NOTE,
                said.span(),
                said.where(),
                String.format(Locale.ROOT, "%.2f", score),
                model.use().name() + " " + model.use().version(),
                score,
                !said.timed().isEmpty()));
    }

    /// Words for who people are never count, nor do words inside harmless phrases.
    private List<String> counted(Spoken spoken, ListMatcher matcher) {
        var harmless = matcher.harmless(spoken);
        return IntStream.range(0, spoken.tokens().size())
                .filter(i -> !harmless.contains(i))
                .mapToObj(i -> spoken.tokens().get(i))
                .filter(token -> !matcher.isIdentity(token))
                .map(this::known)
                .flatMap(word -> ToxicText.tokens(word).stream())
                .toList();
    }

    private String known(Spoken.Token token) {
        return token.variants().stream().filter(model::knows).findFirst().orElse(token.plain());
    }

    /// Whether leaving out one word (wherever it stands) takes the verdict away.
    private boolean restsOnOneWord(List<String> words) {
        return words.stream()
                .distinct()
                .anyMatch(word -> model.score(words.stream()
                                .filter(other -> !other.equals(word))
                                .toList())
                        < SHOWN);
    }

    private static String quote(Spoken spoken, ListMatcher.Hit hit) {
        return IntStream.rangeClosed(hit.first(), hit.last())
                .mapToObj(i -> spoken.tokens().get(i).shown())
                .collect(Collectors.joining(" ", "\u201c", "\u201d"));
    }

    private static Finding finding(
            Severity severity,
            Optional<Span> span,
            String where,
            String measured,
            String source,
            double confidence,
            boolean spoken) {
        boolean cut = spoken && span.isPresent();
        var fix = cut
                ? new Finding.Fix(
                        "cut-words",
                        List.of(
                                String.valueOf(span.get().startMs()),
                                String.valueOf(span.get().endMs())))
                : new Finding.Fix("rephrase", List.of());
        // A figure of a model, or of a word heard by one, is never certain.
        return new Finding(
                "language",
                severity,
                span,
                where,
                List.of(),
                measured,
                "",
                source,
                Math.min(0.99, confidence),
                Optional.of(fix));
    }
}
