package studio.fanz.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import studio.fanz.core.json.EditJson;
import studio.fanz.core.json.Json;
import studio.fanz.core.project.Project;

class EditTest {

    private static final Instant NOW = Instant.ofEpochMilli(0);

    @Property(tries = 200)
    void takingAnEditBackGivesTheSameProject(@ForAll("stories") List<Edit> story) {
        Project project = Edits.fresh();
        for (Edit edit : story) {
            Project after = edit.apply(project);
            assertThat(edit.inverse(project).apply(after)).isEqualTo(project);
            project = after;
        }
    }

    @Property(tries = 200)
    void whatIsWrittenReadsBackTheSame(@ForAll("stories") List<Edit> story) {
        Project project = Edits.fresh();
        for (Edit edit : story) {
            project = edit.apply(project);
            assertThat(EditJson.read(Json.parse(Json.compact(EditJson.write(edit)))))
                    .isEqualTo(edit);
        }
        assertThat(EditJson.readProject(Json.parse(Json.compact(EditJson.write(project)))))
                .isEqualTo(project);
    }

    @Property(tries = 100)
    void theJournalReplaysToTheSameBytesAndUndoesToAnyDepth(@ForAll("stories") List<Edit> story) {
        History history = History.of(Edits.fresh());
        var journal = new ArrayList<JournalEntry>();
        var states = new ArrayList<String>(List.of(bytes(history)));
        for (Edit edit : story) {
            history = done(history, journal, history.edit(edit, NOW));
            states.add(bytes(history));
        }
        for (int depth = story.size() - 1; depth >= 0; depth--) {
            history = done(history, journal, history.undoing(NOW).orElseThrow());
            assertThat(bytes(history)).isEqualTo(states.get(depth));
        }
        assertThat(history.canUndo()).isFalse();
        for (int depth = 1; depth <= story.size(); depth++) {
            history = done(history, journal, history.redoing(NOW).orElseThrow());
            assertThat(bytes(history)).isEqualTo(states.get(depth));
        }
        assertThat(history.canRedo()).isFalse();
        History replayed = History.replay(Edits.fresh(), journal);
        assertThat(bytes(replayed)).isEqualTo(bytes(history));
        assertThat(replayed.canUndo()).isEqualTo(history.canUndo());
    }

    @Test
    void aNewEditAfterUndoingEndsWhatCouldBeRedone() {
        History history = History.of(Edits.fresh());
        history = history.after(history.edit(new Edit.SetTitle("a"), NOW));
        history = history.after(history.undoing(NOW).orElseThrow());
        history = history.after(history.edit(new Edit.SetTitle("b"), NOW));
        assertThat(history.redoing(NOW)).isEmpty();
        assertThat(history.project().title()).isEqualTo("b");
    }

    @Test
    void linesThatDoNotFollowOneAnotherAreRefused() {
        History history = History.of(Edits.fresh());
        JournalEntry first = history.edit(new Edit.SetTitle("a"), NOW);
        assertThatThrownBy(() -> history.after(first).after(first)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Edit.ChangeCue(3, Edits.cue(1)).apply(Edits.fresh()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void editsOfANewerProgramAreNotGuessedAt() {
        assertThatThrownBy(() -> EditJson.read(Json.parse("{\"type\":\"set-title\",\"v\":2,\"title\":\"x\"}")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EditJson.read(Json.parse("{\"type\":\"paint\",\"v\":1}")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static History done(History before, List<JournalEntry> journal, JournalEntry entry) {
        journal.add(entry);
        return before.after(entry);
    }

    private static String bytes(History history) {
        return Json.compact(EditJson.write(history.project()));
    }

    /// Stories whose every edit fits the project it meets: captions first, so that there are some to change.
    @Provide
    Arbitrary<List<Edit>> stories() {
        return Arbitraries.longs()
                .between(0, 1_000_000)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .map(EditTest::story);
    }

    private static List<Edit> story(List<Long> seeds) {
        var story = new ArrayList<Edit>();
        Project project = Edits.fresh();
        for (long seed : seeds) {
            Edit edit = Edits.next(seed, project);
            story.add(edit);
            project = edit.apply(project);
        }
        return story;
    }
}
