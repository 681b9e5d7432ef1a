package studio.fanz.core.caption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import studio.fanz.core.asset.Shot;
import studio.fanz.core.time.Rational;

/// What holds for whatever is said, under every profile, in every kind of writing.
class SegmenterPropertyTest {

    private static final List<Rational> RATES = List.of(
            new Rational(24000, 1001),
            new Rational(25, 1),
            new Rational(30000, 1001),
            new Rational(60, 1),
            Rational.ZERO);

    private static final List<String> LANGUAGES =
            List.of("en", "de", "ja", "zh", "ko", "th", "hi", "ar", "he", "xx", "pt-BR", "");

    /// Something to caption, drawn from one number so that it shrinks to one number.
    record Case(CaptionProfile profile, Rational rate, List<Shot> shots, Transcript transcript) {

        Captions captions() {
            return Segmenter.segment(transcript, profile, rate, shots);
        }

        CaptionRules rules() {
            return profile.rules(transcript.language());
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.longs().map(SegmenterPropertyTest::draw);
    }

    @Property(tries = 400)
    void everyWordStandsInOneCueInOrder(@ForAll("cases") Case given) {
        List<Integer> shown = given.captions().cues().stream()
                .flatMap(cue ->
                        IntStream.rangeClosed(cue.firstWord(), cue.lastWord()).boxed())
                .toList();
        int words = given.transcript().words().size();
        assertThat(shown).isEqualTo(IntStream.range(0, words).boxed().toList());
    }

    @Property(tries = 400)
    void theTextIsThatOfTheWordsAndNothingElse(@ForAll("cases") Case given) {
        String shown = given.captions().cues().stream().map(Cue::text).collect(Collectors.joining());
        String said = given.transcript().words().stream().map(Word::text).collect(Collectors.joining());
        assertThat(shown.replaceAll("\\s", "")).isEqualTo(said.replaceAll("\\s", ""));
    }

    @Property(tries = 400)
    void cuesNeverOverlapAndStandOnFrames(@ForAll("cases") Case given) {
        TimeGrid grid = TimeGrid.of(given.rate());
        long before = 0;
        for (Cue cue : given.captions().cues()) {
            assertThat(cue.startMs()).isGreaterThanOrEqualTo(before);
            assertThat(cue.endMs()).isGreaterThan(cue.startMs());
            assertThat(grid.millis(grid.nearest(cue.startMs()))).isEqualTo(cue.startMs());
            assertThat(grid.millis(grid.nearest(cue.endMs()))).isEqualTo(cue.endMs());
            before = cue.endMs();
        }
    }

    @Property(tries = 400)
    void aLineIsLongerThanAllowedOnlyWhenItIsOneWord(@ForAll("cases") Case given) {
        int limit = given.rules().count("max_chars_per_line", Integer.MAX_VALUE);
        for (Cue cue : given.captions().cues()) {
            for (String line : cue.lines()) {
                assertThat(line.strip()).isEqualTo(line);
                assertThat(Graphemes.count(line) <= limit || line.indexOf(' ') < 0)
                        .as(line)
                        .isTrue();
            }
        }
    }

    @Property(tries = 400)
    void aCueThatSharesItsLinesAmongWordsHasNoMoreLinesThanAllowed(@ForAll("cases") Case given) {
        int limit = given.rules().count("max_lines", 2);
        assertThat(given.captions().cues())
                .allMatch(cue -> cue.lines().size() <= limit || cue.firstWord() == cue.lastWord());
    }

    /// Counted anew, without the code under test.
    @Property(tries = 400)
    void whatBreaksARuleSaysSoAndWhatSaysSoBreaksIt(@ForAll("cases") Case given) {
        List<Cue> cues = given.captions().cues();
        for (int i = 0; i < cues.size(); i++) {
            Set<String> flagged =
                    cues.get(i).flags().stream().map(Cue.Flag::rule).collect(Collectors.toCollection(TreeSet::new));
            flagged.removeIf(rule -> !COUNTED.contains(rule));
            assertThat(flagged).as(cues.get(i).toString()).isEqualTo(broken(given, cues, i));
        }
    }

    @Property(tries = 200)
    void theCheckFindsWhatTheSegmenterSaid(@ForAll("cases") Case given) {
        Captions made = given.captions();
        List<Word> words = given.transcript().words();
        assertThat(CaptionCheck.check(made, given.profile(), given.rate(), given.shots(), words))
                .isEqualTo(made);
    }

    private static final Set<String> COUNTED = Set.of(
            "max_chars_per_line",
            "max_lines",
            "max_words_per_cue",
            "min_duration_ms",
            "max_duration_ms",
            "max_cps",
            "min_ms_per_word",
            "min_gap_frames",
            "chain_below_ms",
            "no_gap_below_ms",
            "max_end_extend_ms");

    private static Set<String> broken(Case given, List<Cue> cues, int i) {
        CaptionRules rules = given.rules();
        Cue cue = cues.get(i);
        double rate = given.rate().num() == 0 ? 1000 : given.rate().toDouble();
        int step = given.rate().num() == 0 ? 40 : 1;
        long in = Math.round(cue.startMs() * rate / 1000);
        long out = Math.round(cue.endMs() * rate / 1000);
        double seconds = (out - in) / rate;
        int words = cue.lastWord() - cue.firstWord() + 1;
        int clusters = (int) cue.lines().stream()
                .mapToLong(line -> java.util.regex.Pattern.compile("\\X")
                        .matcher(line)
                        .results()
                        .count())
                .sum();
        Set<String> broken = new TreeSet<>();
        double longest = cue.lines().stream()
                .mapToLong(line -> java.util.regex.Pattern.compile("\\X")
                        .matcher(line)
                        .results()
                        .count())
                .max()
                .orElse(0);
        add(broken, "max_chars_per_line", longest > rules.or("max_chars_per_line", 1e9));
        add(broken, "max_lines", cue.lines().size() > rules.or("max_lines", 1e9));
        add(broken, "max_words_per_cue", words > rules.or("max_words_per_cue", 1e9));
        add(broken, "min_duration_ms", out - in < Math.round(rules.or("min_duration_ms", 0) * rate / 1000));
        add(broken, "max_duration_ms", out - in > Math.round(rules.or("max_duration_ms", 1e9) * rate / 1000));
        add(broken, "max_cps", clusters / seconds > rules.or("max_cps", 1e9) + 1e-6);
        add(broken, "min_ms_per_word", seconds * 1000 / words < rules.or("min_ms_per_word", 0) - 1e-6);
        long sound = Math.round(given.transcript().words().get(cue.lastWord()).endMs() * rate / 1000);
        add(broken, "max_end_extend_ms", out - sound > Math.round(rules.or("max_end_extend_ms", 1e9) * rate / 1000));
        if (i + 1 < cues.size()) {
            long gap = Math.round(cues.get(i + 1).startMs() * rate / 1000) - out;
            add(broken, "min_gap_frames", gap < rules.or("min_gap_frames", 0) * step);
            add(
                    broken,
                    "chain_below_ms",
                    gap > rules.or("chain_to_frames", 0) * step
                            && gap < Math.round(rules.or("chain_below_ms", 0) * rate / 1000));
            add(broken, "no_gap_below_ms", gap > 0 && gap < Math.round(rules.or("no_gap_below_ms", 0) * rate / 1000));
        }
        return broken;
    }

    private static void add(Set<String> broken, String rule, boolean isBroken) {
        if (isBroken) {
            broken.add(rule);
        }
    }

    private static Case draw(long seed) {
        Random random = new Random(seed);
        String language = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
        List<CaptionProfile> offered = CaptionFixtures.PROFILES.offered(language);
        CaptionProfile profile = offered.get(random.nextInt(offered.size()));
        List<Word> words = new ArrayList<>();
        long at = random.nextInt(3000);
        int count = random.nextInt(60);
        int slow = 1 + random.nextInt(600);
        for (int i = 0; i < count; i++) {
            long end = at + (random.nextInt(12) == 0 ? 0 : random.nextInt(slow));
            words.add(new Word(RandomWords.word(language, random), at, end, random.nextDouble()));
            at = end + (random.nextInt(5) == 0 ? random.nextInt(3000) : random.nextInt(60));
        }
        String text = words.stream().map(Word::text).collect(Collectors.joining(RandomWords.blank(language)));
        long last = at;
        long[] changes = random.longs(random.nextInt(12), 1, last + 1)
                .sorted()
                .distinct()
                .toArray();
        List<Shot> shots = random.nextBoolean() ? List.of() : CaptionFixtures.shots(last + 500, changes);
        Rational rate = RATES.get(random.nextInt(RATES.size()));
        return new Case(profile, rate, shots, CaptionFixtures.transcript(language, text, words));
    }
}
