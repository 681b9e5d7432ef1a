package studio.fanz.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.fanz.core.caption.Cue;
import studio.fanz.core.caption.Word;

class ProjectCueTest {

    private static final List<Word> WORDS = List.of(
            new Word("We", 100, 200, 0.9),
            new Word("built", 200, 500, 0.9),
            new Word("a", 500, 550, 0.9),
            new Word("rocket.", 550, 900, 0.9));

    @Test
    void aCueThatSaysWhatTheWordsSayStoresNothingOfItsOwn() {
        var cue = new Cue(100, 900, List.of("We built", "a rocket."), 0, 3, List.of());
        var stored = ProjectCue.of(cue, WORDS);
        assertThat(stored.breaks()).containsExactly(2);
        assertThat(stored.text()).isEmpty();
        assertThat(stored.startMs()).isEmpty();
        assertThat(stored.shown(WORDS)).isEqualTo(cue);
    }

    @Test
    void correctingAWordCorrectsTheCaption() {
        var stored = ProjectCue.of(new Cue(100, 900, List.of("We built a rocket."), 0, 3, List.of()), WORDS);
        var corrected = List.of(WORDS.get(0), new Word("Built", 200, 480, 1), WORDS.get(2), WORDS.get(3));
        assertThat(stored.shown(corrected).text()).isEqualTo("We Built a rocket.");
    }

    @Test
    void whatDiffersFromTheWordsIsAnOverride() {
        for (var cue : List.of(
                new Cue(80, 1200, List.of("We built a rocket."), 0, 3, List.of()),
                new Cue(100, 900, List.of("We've built a rocket."), 0, 3, List.of()),
                new Cue(100, 900, List.of("We builta rocket."), 0, 3, List.of()),
                new Cue(5, 90, List.of("[music]"), -1, -1, List.of()))) {
            assertThat(ProjectCue.of(cue, WORDS).shown(WORDS)).isEqualTo(cue);
        }
    }

    @Test
    void aCueWithoutWordsNeedsTextAndTimes() {
        assertThatThrownBy(() -> new ProjectCue(
                        -1, -1, List.of(), Optional.empty(), Optional.of(1L), Optional.of(2L), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
