package studio.fanz.core.caption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.fanz.core.time.Rational;

/// Captions that somebody else made.
class CaptionCheckTest {

    @Test
    void saysWhatEachCueBreaksAndWhy() {
        Captions imported = captions(
                cue(0, 400, "Hi"),
                cue(420, 1500, "This single line is certainly much longer than forty-two letters"),
                cue(1400, 9000, "overlaps"),
                cue(9300, 11000, "a", "b", "c"));
        List<Cue> cues = check(imported, "studio-default").cues();
        assertThat(cues.get(0).flags())
                .containsExactly(
                        new Cue.Flag("min_duration_ms", 400, 1000, "no-room"),
                        new Cue.Flag("min_gap_frames", 1, 2, "no-room"));
        assertThat(cues.get(1).flags())
                .extracting(Cue.Flag::rule)
                .containsExactly("max_chars_per_line", "max_cps", "overlap", "min_gap_frames");
        assertThat(cues.get(2).flags()).extracting(Cue.Flag::rule).containsExactly("max_duration_ms", "chain_below_ms");
        assertThat(cues.get(3).flags()).containsExactly(new Cue.Flag("max_lines", 3, 2, "too-much-text"));
    }

    @Test
    void wordsAreCountedWithoutATranscript() {
        Captions imported = captions(cue(0, 1000, "one, two – three", "four five"), cue(1000, 2000, "ok"));
        assertThat(check(imported, "short-form").cues().getFirst().flags())
                .containsExactly(new Cue.Flag("max_words_per_cue", 5, 4, "too-much-text"));
    }

    @Test
    void oldFlagsAreDropped() {
        Cue flagged = new Cue(0, 2000, List.of("Fine"), -1, -1, List.of(new Cue.Flag("max_lines", 3, 2, "x")));
        assertThat(check(captions(flagged), "studio-default").cues().getFirst().flags())
                .isEmpty();
    }

    @Test
    void aCueThatEndsBeforeItBeginsDoesNotStopTheCheck() {
        assertThat(check(captions(cue(2000, 1000, "Odd")), "netflix-adult")
                        .cues()
                        .getFirst()
                        .flags())
                .extracting(Cue.Flag::rule)
                .contains("min_duration_ms");
    }

    private static Captions check(Captions captions, String profile) {
        return CaptionCheck.check(captions, CaptionFixtures.profile(profile), new Rational(25, 1), List.of());
    }

    private static Captions captions(Cue... cues) {
        return new Captions("en", "", List.of(cues));
    }

    private static Cue cue(long startMs, long endMs, String... lines) {
        return new Cue(startMs, endMs, List.of(lines), -1, -1, List.of());
    }
}
