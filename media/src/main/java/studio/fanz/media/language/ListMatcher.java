package studio.fanz.media.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.fanz.media.language.WordLists.Kind;

/// Finds listed words and phrases in a text of one language.
final class ListMatcher {

    /// How many words may stand where a phrase has `*`, and between "you" and a word said to someone.
    private static final int GAP = 3;

    private static final Set<String> NEGATIONS = Set.of("not", "never", "isn't", "aren't", "no", "ain't", "don't");

    private final Set<String> explicit = new HashSet<>();
    private final List<String> explicitStems = new ArrayList<>();
    private final Set<String> directed = new HashSet<>();
    private final Set<String> identity = new HashSet<>();
    private final List<List<Set<String>>> phrases;
    private final List<List<Set<String>>> allowed;
    private final Set<String> addresses;

    ListMatcher(WordLists lists, String language) {
        for (String entry : lists.of(Kind.EXPLICIT, language)) {
            if (entry.endsWith("*")) {
                explicitStems.add(Spoken.folded(entry.substring(0, entry.length() - 1)));
            } else {
                explicit.add(Spoken.folded(entry));
            }
        }
        lists.of(Kind.IDENTITY, language).forEach(entry -> identity.add(Spoken.folded(entry)));
        List<String> said = lists.of(Kind.DIRECTED, language);
        said.stream().filter(entry -> !entry.startsWith("@")).forEach(entry -> directed.add(Spoken.folded(entry)));
        addresses = new HashSet<>(said.stream()
                .filter(entry -> entry.startsWith("@"))
                .map(entry -> Spoken.folded(entry.substring(1)))
                .toList());
        phrases = lists.of(Kind.PHRASES, language).stream()
                .map(ListMatcher::pattern)
                .toList();
        allowed = lists.of(Kind.ALLOW, language).stream()
                .map(ListMatcher::pattern)
                .toList();
    }

    /// A stretch of tokens, both ends included.
    record Hit(int first, int last) {}

    boolean isIdentity(Spoken.Token token) {
        return token.variants().stream().anyMatch(identity::contains);
    }

    boolean isExplicit(String word) {
        return explicit.contains(word) || explicitStems.stream().anyMatch(word::startsWith);
    }

    /// Words that count alone, outside of harmless phrases.
    List<Hit> explicit(Spoken spoken) {
        Set<Integer> harmless = harmless(spoken);
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < spoken.tokens().size(); i++) {
            Spoken.Token token = spoken.tokens().get(i);
            if (!harmless.contains(i) && token.variants().stream().anyMatch(this::isExplicit)) {
                hits.add(new Hit(i, i));
            }
        }
        return hits;
    }

    /// Threats and contempt by turn of phrase.
    List<Hit> phrases(Spoken spoken) {
        return phrases.stream().flatMap(phrase -> all(phrase, spoken).stream()).toList();
    }

    /// A word of the directed list shortly after an address ("you are so …"), unless negated.
    List<Hit> directed(Spoken spoken) {
        Set<Integer> harmless = harmless(spoken);
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < spoken.tokens().size(); i++) {
            int word = i;
            if (!harmless.contains(i)
                    && spoken.tokens().get(i).variants().stream().anyMatch(directed::contains)) {
                address(spoken, word).ifPresent(from -> hits.add(new Hit(from, word)));
            }
        }
        return hits;
    }

    private Optional<Integer> address(Spoken spoken, int word) {
        for (int i = word - 1; i >= Math.max(0, word - GAP - 1); i--) {
            Spoken.Token token = spoken.tokens().get(i);
            if (NEGATIONS.contains(token.plain())) {
                return Optional.empty();
            }
            if (token.variants().stream().anyMatch(addresses::contains)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /// Tokens inside harmless phrases.
    Set<Integer> harmless(Spoken spoken) {
        Set<Integer> tokens = new HashSet<>();
        for (List<Set<String>> phrase : allowed) {
            for (Hit hit : all(phrase, spoken)) {
                for (int i = hit.first(); i <= hit.last(); i++) {
                    tokens.add(i);
                }
            }
        }
        return tokens;
    }

    /// A phrase as sets of alternatives; the empty set stands for `*`.
    private static List<Set<String>> pattern(String line) {
        List<Set<String>> pattern = new ArrayList<>();
        for (String part : line.split("\\s+")) {
            pattern.add(part.equals("*") ? Set.of() : alternatives(part));
        }
        return pattern;
    }

    private static Set<String> alternatives(String part) {
        Set<String> words = new HashSet<>();
        for (String word : part.split("\\|")) {
            words.add(Spoken.folded(word));
        }
        return words;
    }

    private static List<Hit> all(List<Set<String>> phrase, Spoken spoken) {
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < spoken.tokens().size(); i++) {
            int end = match(phrase, 0, spoken, i);
            if (end > i) {
                hits.add(new Hit(i, end - 1));
            }
        }
        return hits;
    }

    /// Index after the match, -1 when there is none.
    private static int match(List<Set<String>> phrase, int part, Spoken spoken, int at) {
        if (part == phrase.size()) {
            return at;
        }
        if (phrase.get(part).isEmpty()) {
            for (int skip = 0; skip <= GAP; skip++) {
                int end = match(phrase, part + 1, spoken, at + skip);
                if (end >= 0) {
                    return end;
                }
            }
            return -1;
        }
        boolean fits = at < spoken.tokens().size()
                && spoken.tokens().get(at).variants().stream().anyMatch(phrase.get(part)::contains);
        return fits ? match(phrase, part + 1, spoken, at + 1) : -1;
    }
}
