package studio.fanz.core.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.fanz.core.caption.Word;

/// Turns spoken words into written ones without adding any: hesitation and stutter go, what was said before the
/// matter
/// may go, the first letter is put right.
final class Wording {

    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

    private Wording() {}

    /// The word without punctuation around it, in lower case.
    static String bare(String word) {
        return EDGES.matcher(word).replaceAll("").toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }

    /// A sentence as one would write it down.
    static String written(Sentence sentence, Tongue tongue) {
        List<String> kept = new ArrayList<>();
        for (Word word : sentence.words()) {
            String bare = bare(word.text());
            if (tongue.hesitates(bare)) {
                closeGap(kept, word.text());
            } else if (!stutters(kept, bare, tongue)) {
                kept.add(word.text());
            }
        }
        return upperFirst(String.join(tongue.blank(), kept).strip());
    }

    /// The commas around "um" were there for its sake; a mark that ended the sentence stays.
    private static void closeGap(List<String> kept, String filler) {
        if (kept.isEmpty()) {
            return;
        }
        String before = kept.getLast();
        if (filler.matches(".*[.!?]$")) {
            kept.set(kept.size() - 1, before.replaceFirst("[,;]$", "") + filler.charAt(filler.length() - 1));
        } else if (filler.endsWith(",")) {
            kept.set(kept.size() - 1, before.replaceFirst(",$", ""));
        }
    }

    private static boolean stutters(List<String> kept, String bare, Tongue tongue) {
        return !kept.isEmpty()
                && !bare.isEmpty()
                && tongue.stop().contains(bare)
                && kept.getLast().equalsIgnoreCase(bare);
    }

    /// What is left when words that only lead to the matter are taken off, with a title's ending.
    static String headline(String written, Tongue tongue) {
        String text = written;
        for (Pattern lead : tongue.leads()) {
            Matcher match = lead.matcher(text);
            if (match.find() && match.end() < text.length()) {
                text = text.substring(match.end());
            }
        }
        return upperFirst(text.replaceFirst("[.。,;:]+$", ""));
    }

    static String upperFirst(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.codePointAt(0);
        int upper = Character.toTitleCase(first);
        return Character.toString(upper) + text.substring(Character.charCount(first));
    }

    /// A phrase as a tag without `#`: words joined, each with a capital where there are several.
    static String tag(List<String> words) {
        StringBuilder tag = new StringBuilder();
        for (String word : words) {
            String plain = EDGES.matcher(word).replaceAll("").replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
            tag.append(upperFirst(plain));
        }
        return tag.toString();
    }
}
