package studio.fanz.core.caption;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import studio.fanz.core.csv.Csv;
import studio.fanz.core.time.Span;

/// Sounds of hesitation, by language, and where they are in a transcript: words of the list, words said twice in a
/// row by
/// stumbling, and speech that no word stands for (recognisers often leave an "uh" out).
public final class Fillers {

    /// Speech this short between words is breath or the edge of a word.
    private static final long SHORTEST_UNHEARD_MS = 250;

    /// Edges of words are known to about this.
    private static final long EDGE_MS = 80;

    private final Map<String, Set<String>> byLanguage;

    private Fillers(Map<String, Set<String>> byLanguage) {
        this.byLanguage = byLanguage;
    }

    /// Reads `fillers.csv`: columns `language,word`.
    ///
    /// @throws IllegalArgumentException when a column is missing
    public static Fillers parse(String csv) {
        Map<String, Set<String>> words = new HashMap<>();
        for (Map<String, String> row : Csv.rows(csv)) {
            words.computeIfAbsent(row.getOrDefault("language", ""), _ -> new HashSet<>())
                    .add(bare(row.getOrDefault("word", "")));
        }
        return new Fillers(words);
    }

    /// Whether a word is a sound of hesitation in a language.
    public boolean isFiller(String language, String word) {
        return byLanguage.getOrDefault(language, Set.of()).contains(bare(word));
    }

    /// Ids of the words that are sounds of hesitation or the first of a word said twice in a row.
    public Set<Integer> words(Transcript transcript) {
        List<Word> words = transcript.words();
        var found = new TreeSet<Integer>();
        for (int id = 0; id < words.size(); id++) {
            boolean stumbled = id + 1 < words.size() && stumbled(words.get(id), words.get(id + 1));
            if (stumbled || isFiller(transcript.language(), words.get(id).text())) {
                found.add(id);
            }
        }
        return found;
    }

    /// Very short words said twice are a stumble ("the the", "I I"); longer ones are meant ("very, very"), and so
    /// is what
    /// punctuation or a pause divides.
    private static boolean stumbled(Word first, Word second) {
        String bare = bare(first.text());
        boolean letters = first.text().strip().equalsIgnoreCase(bare);
        return letters
                && !bare.isEmpty()
                && bare.length() <= 3
                && bare.equals(bare(second.text()))
                && !bare.chars().allMatch(Character::isDigit)
                && second.startMs() - first.endMs() < 1000;
    }

    /// Speech that no word stands for.
    ///
    /// @param speech where somebody speaks, in order of time
    public static List<Span> unheard(List<Span> speech, List<Word> words) {
        var found = new ArrayList<Span>();
        for (Span span : speech) {
            long from = span.startMs();
            for (Word word : words) {
                if (word.endMs() + EDGE_MS > from && word.startMs() - EDGE_MS < span.endMs()) {
                    add(found, from, Math.min(word.startMs() - EDGE_MS, span.endMs()));
                    from = Math.max(from, word.endMs() + EDGE_MS);
                }
            }
            add(found, from, span.endMs());
        }
        return found;
    }

    private static void add(List<Span> found, long from, long to) {
        if (to - from >= SHORTEST_UNHEARD_MS) {
            found.add(new Span(from, to));
        }
    }

    private static String bare(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{Nd}]", "");
    }
}
