package studio.fanz.core.post;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import studio.fanz.core.caption.Word;
import studio.fanz.core.time.Span;

/// The phrases a recording is about, by extraction alone. Candidates are runs of up to three words that carry
/// meaning, bounded by empty words and punctuation (RAKE, Rose et al. 2010); they score by how often their
/// words come, how early, and whether a noun is to be expected there (after a determiner).
final class KeyPhrases {

    /// What a recording is about is in its first few; an hour has thousands.
    static final int MOST = 60;

    private static final int LONGEST = 3;
    private static final int SHORTEST_WORD = 3;
    private static final double COMPOUND = 0.6;
    private static final double NOUN = 0.8;
    private static final double EARLY = 0.5;

    private static final Pattern JAPANESE_NOUN =
            Pattern.compile("\\p{IsHan}{2,}+(?![りるきくけげめえ])|[\\p{IsKatakana}ー]{3,}");

    private final Tongue tongue;
    private final List<Run> runs = new ArrayList<>();
    private final Map<String, Integer> frequency = new HashMap<>();

    private KeyPhrases(Tongue tongue) {
        this.tongue = tongue;
    }

    /// A key phrase where it is first said.
    ///
    /// @param words as spoken
    /// @param bare  in lower case, without punctuation
    /// @param span  when
    /// @param score above 0, comparable within one recording
    record Phrase(List<String> words, List<String> bare, Span span, double score) {
        String text() {
            return String.join(" ", bare);
        }

        /// Whether all its words are said in a sentence.
        boolean saidIn(Sentence sentence) {
            List<String> said = sentence.words().stream()
                    .map(word -> Wording.bare(word.text()))
                    .toList();
            return bare.stream()
                    .allMatch(word -> said.contains(word)
                            || (isUnspaced(word) && said.stream().anyMatch(one -> one.contains(word))));
        }

        private static boolean isUnspaced(String word) {
            return Character.isIdeographic(word.codePointAt(0))
                    || Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.KATAKANA;
        }
    }

    private record Run(List<Word> words, List<String> bare, boolean noun, double position) {}

    /// Best first. Polite openings and endings do not count. Where words are written without blanks, only runs of
    /// ideographs or of katakana can be told apart; Chinese has no such runs, so nothing is proposed there.
    static List<Phrase> of(List<Sentence> sentences, Tongue tongue) {
        var phrases = new KeyPhrases(tongue);
        for (int i = 0; i < sentences.size(); i++) {
            if (!Strength.polite(Wording.written(sentences.get(i), tongue), tongue)) {
                phrases.collect(sentences.get(i), (double) i / sentences.size());
            }
        }
        return phrases.ranked();
    }

    private void collect(Sentence sentence, double position) {
        if (tongue.spaced()) {
            collectWords(sentence, position);
        } else if (tongue.language().equals("ja")) {
            collectRuns(sentence, position);
        }
    }

    private void collectRuns(Sentence sentence, double position) {
        for (Word word : sentence.words()) {
            JAPANESE_NOUN.matcher(word.text()).results().map(MatchResult::group).forEach(run -> {
                if (!tongue.empty(run)) {
                    frequency.merge(run, 1, Integer::sum);
                    var said = new Word(run, word.startMs(), word.endMs(), word.confidence());
                    runs.add(new Run(List.of(said), List.of(run), true, position));
                }
            });
        }
    }

    private void collectWords(Sentence sentence, double position) {
        List<Word> words = new ArrayList<>();
        List<String> bare = new ArrayList<>();
        boolean noun = false;
        for (Word word : sentence.words()) {
            String plain = Wording.bare(word.text());
            if (carries(plain) && (!tongue.capitals() || startsWithCapital(word.text()))) {
                words.add(word);
                bare.add(plain);
                frequency.merge(plain, 1, Integer::sum);
            } else {
                close(words, bare, noun, position);
                noun = tongue.determiners().contains(plain)
                        || (noun && tongue.weak().contains(plain));
            }
            if (!plain.isEmpty() && word.text().matches(".*[\\p{P}&&[^'’-]]$")) {
                close(words, bare, noun, position);
                noun = false;
            }
        }
        close(words, bare, noun, position);
    }

    private boolean carries(String plain) {
        return plain.codePointCount(0, plain.length()) >= SHORTEST_WORD
                && plain.codePoints().allMatch(c -> Character.isLetter(c) || isJoint(c))
                && !tongue.empty(plain);
    }

    private static boolean startsWithCapital(String word) {
        return word.codePoints().filter(Character::isLetter).limit(1).anyMatch(Character::isUpperCase);
    }

    private static boolean isJoint(int c) {
        return c == '-'
                || c == '\''
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private void close(List<Word> words, List<String> bare, boolean noun, double position) {
        if (!words.isEmpty()) {
            runs.add(new Run(List.copyOf(words), List.copyOf(bare), noun || tongue.capitals(), position));
        }
        words.clear();
        bare.clear();
    }

    private List<Phrase> ranked() {
        Set<String> heads = new HashSet<>();
        runs.stream().filter(Run::noun).forEach(run -> heads.add(run.bare().getLast()));
        Map<String, Phrase> best = new LinkedHashMap<>();
        for (Run run : runs) {
            Run cut = cutAfterHead(run, heads);
            if (cut.bare().size() <= LONGEST) {
                Phrase phrase =
                        new Phrase(cut.words().stream().map(Word::text).toList(), cut.bare(), span(cut), score(cut));
                best.merge(phrase.text(), phrase, KeyPhrases::together);
            }
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(Phrase::score).reversed())
                .limit(MOST)
                .toList();
    }

    /// "the rocket flew": a word that is a noun elsewhere ends the phrase.
    private static Run cutAfterHead(Run run, Set<String> heads) {
        for (int i = 0; i < run.bare().size() - 1; i++) {
            boolean compound = heads.contains(run.bare().get(i + 1));
            if (run.noun() && heads.contains(run.bare().get(i)) && !compound) {
                return new Run(run.words().subList(0, i + 1), run.bare().subList(0, i + 1), true, run.position());
            }
        }
        return run;
    }

    private static Phrase together(Phrase first, Phrase again) {
        return new Phrase(first.words(), first.bare(), first.span(), Math.max(first.score(), again.score()) + 0.3);
    }

    private double score(Run run) {
        double words = run.bare().stream()
                .mapToInt(word -> frequency.getOrDefault(word, 1))
                .max()
                .orElse(1);
        return words + COMPOUND * (run.bare().size() - 1) + (run.noun() ? NOUN : 0) + EARLY * (1 - run.position());
    }

    private static Span span(Run run) {
        long start = run.words().getFirst().startMs();
        return new Span(start, Math.max(start, run.words().getLast().endMs()));
    }
}
