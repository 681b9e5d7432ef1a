package studio.fanz.core.post;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What the draft knows about a language: plain data in `LANGUAGE.txt` beside this class. Immutable.
///
/// @param language    ISO 639-1
/// @param known       whether there is data for it
/// @param stop        words that carry no meaning of their own
/// @param weak        words that say little as a tag
/// @param determiners words after which a noun follows
/// @param fillers     sounds of hesitation
/// @param verbs       endings by which a word is no noun, as a pattern; matches nothing where there are none
/// @param capitals    whether nouns are told by their capital
/// @param greetings   matches a sentence that only opens or closes politely
/// @param leads       match words said before what matters ("today I'm going to show you")
record Tongue(
        String language,
        boolean known,
        Set<String> stop,
        Set<String> weak,
        Set<String> determiners,
        Set<String> fillers,
        Pattern verbs,
        boolean capitals,
        List<Pattern> greetings,
        List<Pattern> leads) {

    /// Written without blanks between words. A hum or a breath that goes on; other doubled letters are
    /// spelling.
    private static final Pattern DRAWN_OUT = Pattern.compile("([mh])\\1$");

    private static final Set<String> UNSPACED = Set.of("zh", "ja", "th", "lo", "my", "km", "yue", "bo");

    static Tongue of(String language) {
        Map<String, List<String>> sections = read(language);
        return new Tongue(
                language,
                !sections.isEmpty(),
                words(sections, "stop"),
                words(sections, "weak"),
                words(sections, "determiner"),
                words(sections, "filler"),
                Pattern.compile(
                        sections.containsKey("verb")
                                ? ".*(?:" + String.join("|", sections.getOrDefault("verb", List.of())) + ")"
                                : "(?!)"),
                sections.containsKey("nouns"),
                // Scripts without blanks have no word boundary after a greeting.
                patterns(sections, "greeting", UNSPACED.contains(language) ? "^(?:%s)" : "(?iuU)^(?:%s)\\b"),
                patterns(sections, "lead", "(?iuU)^%s"));
    }

    /// What stands between two words.
    String blank() {
        return UNSPACED.contains(language) ? "" : " ";
    }

    boolean spaced() {
        return !UNSPACED.contains(language);
    }

    /// Whether a word is a sound of hesitation, however long it is drawn out: `um`, `umm`, `uhhh`.
    boolean hesitates(String word) {
        return fillers.contains(word)
                || (DRAWN_OUT.matcher(word).find() && fillers.contains(word.replaceAll("(.)\\1+", "$1")));
    }

    /// Whether a word cannot be part of a key phrase.
    boolean empty(String word) {
        return verbs.matcher(word).matches()
                || stop.contains(word)
                || weak.contains(word)
                || hesitates(word)
                || (!known && word.length() <= 3);
    }

    private static Map<String, List<String>> read(String language) {
        Map<String, List<String>> sections = new HashMap<>();
        if (!language.matches("[a-z]{2,3}")) {
            return sections;
        }
        try (InputStream in = Tongue.class.getResourceAsStream(language + ".txt")) {
            if (in == null) {
                return sections;
            }
            List<String> section = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith("[")) {
                    section = sections.computeIfAbsent(line.substring(1, line.indexOf(']')), _ -> new ArrayList<>());
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    section.add(line.strip());
                }
            }
            return sections;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> words(Map<String, List<String>> sections, String name) {
        Set<String> words = new HashSet<>();
        for (String line : sections.getOrDefault(name, List.of())) {
            words.addAll(List.of(line.toLowerCase(Locale.ROOT).split(" +")));
        }
        return Set.copyOf(words);
    }

    private static List<Pattern> patterns(Map<String, List<String>> sections, String name, String frame) {
        return sections.getOrDefault(name, List.of()).stream()
                .map(line -> Pattern.compile(frame.formatted(line)))
                .toList();
    }
}
