package studio.fanz.core.caption;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.fanz.core.csv.Csv;

/// The small words of a language that lean on a neighbour, from the table `leaning-words.csv` beside this class
/// (`language, kind, words`; the words in lower case, parted by blanks; language `*` holds for all).
final class LeaningWords {

    private static final Map<String, Map<String, Set<String>>> BY_LANGUAGE = load();

    private final Set<String> next = new HashSet<>();
    private final Set<String> previous = new HashSet<>();
    private final Set<String> openers = new HashSet<>();
    private final Set<String> titles = new HashSet<>();
    private final Set<String> units = new HashSet<>();

    private LeaningWords() {}

    /// The lists of a language (ISO 639-1); those that hold everywhere for a language without its own.
    static LeaningWords of(String language) {
        LeaningWords words = new LeaningWords();
        words.add(BY_LANGUAGE.getOrDefault("*", Map.of()));
        words.add(BY_LANGUAGE.getOrDefault(language, Map.of()));
        return words;
    }

    /// Articles, prepositions, auxiliaries, conjunctions: nothing that one ends a line or a cue with.
    boolean leansOnNext(String word) {
        return next.contains(word);
    }

    /// Particles and postpositions: nothing that one begins a line or a cue with.
    boolean leansOnPrevious(String word) {
        return previous.contains(word);
    }

    /// Conjunctions and prepositions, before which a break reads well.
    boolean opensPhrase(String word) {
        return openers.contains(word);
    }

    /// Titles before a name, which may end with a full stop that ends no sentence.
    boolean isTitle(String word) {
        return titles.contains(word);
    }

    /// Units that belong to the number before.
    boolean isUnit(String word) {
        return units.contains(word);
    }

    private void add(Map<String, Set<String>> kinds) {
        kinds.forEach((kind, words) -> {
            switch (kind) {
                case "title" -> titles.addAll(words);
                case "unit" -> units.addAll(words);
                case "particle" -> previous.addAll(words);
                case "conjunction", "preposition" -> {
                    next.addAll(words);
                    openers.addAll(words);
                }
                default -> next.addAll(words);
            }
        });
    }

    private static Map<String, Map<String, Set<String>>> load() {
        Map<String, Map<String, Set<String>>> lists = new HashMap<>();
        for (Map<String, String> row : Csv.rows(table())) {
            lists.computeIfAbsent(row.getOrDefault("language", ""), _ -> new HashMap<>())
                    .computeIfAbsent(row.getOrDefault("kind", ""), _ -> new HashSet<>())
                    .addAll(List.of(row.getOrDefault("words", "").split(" ")));
        }
        return lists;
    }

    private static String table() {
        try (InputStream in = LeaningWords.class.getResourceAsStream("leaning-words.csv")) {
            if (in == null) {
                throw new IllegalStateException("leaning-words.csv is not beside its class");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
