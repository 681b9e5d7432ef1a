package studio.fanz.core.post;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// How well a sentence stands alone at the head of a post, by named parts of 0..1.
///
/// `subject` shares key phrases with the whole recording · `length` 6 to 22 words · `complete` ends with a mark ·
/// `independent` does not open with a word that points back ("it", "then") · `announces` says what is coming ·
/// `early` comes early. A polite opening ("Hi, and welcome") counts a quarter.
///
/// @param parts by name, in that order
/// @param total weighted sum, 0..1
record Strength(SequencedMap<String, Double> parts, double total) {

    private static final Map<String, Double> WEIGHTS = Map.of(
            "subject", 0.25, "length", 0.15, "complete", 0.1, "independent", 0.15, "announces", 0.25, "early", 0.1);

    private static final double POLITE = 0.25;
    private static final int ENOUGH_PHRASES = 3;

    /// Opening words that point back, in the languages there is data for.
    private static final Set<String> POINTING = Set.of(
            "it",
            "they",
            "them",
            "he",
            "she",
            "that",
            "this",
            "these",
            "those",
            "then",
            "and",
            "but",
            "so",
            "or",
            "because",
            "which",
            "um",
            "es",
            "dann",
            "und",
            "aber",
            "das",
            "dies",
            "deshalb",
            "il",
            "elle",
            "ça",
            "puis",
            "et",
            "mais",
            "eso",
            "entonces",
            "y",
            "pero",
            "luego",
            "isso",
            "então",
            "e",
            "mas",
            "depois",
            "questo",
            "poi",
            "ma",
            "dan",
            "en",
            "maar",
            "to",
            "potem",
            "i",
            "ale",
            "это",
            "потом",
            "и",
            "но");

    /// @param position 0 for the first sentence, towards 1 for the last
    static Strength of(Sentence sentence, double position, List<KeyPhrases.Phrase> phrases, Tongue tongue) {
        String written = Wording.written(sentence, tongue);
        double words = tongue.spaced() ? sentence.words().size() : written.length() / 3.0;
        SequencedMap<String, Double> parts = new LinkedHashMap<>();
        parts.put("subject", Math.min(1, share(sentence, phrases) / ENOUGH_PHRASES));
        parts.put("length", words < 6 ? words / 6 : Math.clamp(1 - (words - 22) / 20.0, 0, 1));
        parts.put("complete", sentence.complete() ? 1.0 : 0);
        parts.put("independent", pointsBack(written) ? 0 : 1.0);
        parts.put("announces", Wording.headline(written, tongue).length() < written.length() - 6 ? 1.0 : 0);
        parts.put("early", 1 - position);
        double total = parts.entrySet().stream()
                .mapToDouble(part -> WEIGHTS.getOrDefault(part.getKey(), 0.0) * part.getValue())
                .sum();
        return new Strength(parts, polite(written, tongue) ? total * POLITE : total);
    }

    /// Whether it only opens or closes politely.
    static boolean polite(String written, Tongue tongue) {
        return tongue.greetings().stream()
                .anyMatch(greeting -> greeting.matcher(written).find());
    }

    static boolean pointsBack(String written) {
        return POINTING.contains(Wording.bare(written.split("\\s", 2)[0]));
    }

    /// Key phrases said in it, weighed by their rank.
    private static double share(Sentence sentence, List<KeyPhrases.Phrase> phrases) {
        double share = 0;
        for (int rank = 0; rank < phrases.size(); rank++) {
            if (phrases.get(rank).saidIn(sentence)) {
                share += 1.5 / (1 + rank / 4.0);
            }
        }
        return share;
    }
}
