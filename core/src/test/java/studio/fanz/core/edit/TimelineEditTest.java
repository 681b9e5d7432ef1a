package studio.fanz.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import studio.fanz.core.json.EditJson;
import studio.fanz.core.json.Json;
import studio.fanz.core.project.Project;
import studio.fanz.core.time.Rational;
import studio.fanz.core.timeline.Clip;
import studio.fanz.core.timeline.Content;
import studio.fanz.core.timeline.Timeline;

/// Laws that every change of a timeline keeps. What a timeline may be at all (no overlap, no empty clip, linked clips
/// together, nothing beyond the source) its constructor holds, so each step here tests it too.
class TimelineEditTest {

    private static final Instant NOW = Instant.ofEpochMilli(0);

    @Property(tries = 40)
    void takingAChangeBackGivesTheSameProject(@ForAll long seed) {
        walk(
                seed,
                60,
                (before, edit, after) -> assertThat(edit.inverse(before).apply(after))
                        .as("%s", edit)
                        .isEqualTo(before));
    }

    @Property(tries = 40)
    void aChangeIsWrittenAndReadBackTheSame(@ForAll long seed) {
        walk(seed, 40, (before, edit, after) -> {
            assertThat(read(edit)).isEqualTo(edit);
            assertThat(read(edit.inverse(before))).isEqualTo(edit.inverse(before));
            String bytes = Json.compact(EditJson.write(after));
            Project back = EditJson.readProject(Json.parse(bytes));
            assertThat(back).isEqualTo(after);
            assertThat(Json.compact(EditJson.write(back))).isEqualTo(bytes);
        });
    }

    @Property(tries = 30)
    void theJournalReplaysToTheSameBytesAndUndoesToItsBeginning(@ForAll long seed) {
        var journal = new ArrayList<JournalEntry>();
        History[] history = {History.of(Cuts.project(300))};
        walk(seed, 60, (before, edit, after) -> {
            journal.add(history[0].edit(edit, NOW));
            history[0] = history[0].after(journal.getLast());
        });
        History replayed = History.replay(Cuts.project(300), read(journal));
        assertThat(bytes(replayed.project())).isEqualTo(bytes(history[0].project()));
        while (replayed.canUndo()) {
            replayed = replayed.after(replayed.undoing(NOW).orElseThrow());
        }
        assertThat(bytes(replayed.project())).isEqualTo(bytes(Cuts.project(300)));
        while (replayed.canRedo()) {
            replayed = replayed.after(replayed.redoing(NOW).orElseThrow());
        }
        assertThat(bytes(replayed.project())).isEqualTo(bytes(history[0].project()));
    }

    @Property(tries = 30)
    void aCompoundOfChangesIsTakenBackAsOne(@ForAll long seed) {
        var edits = new ArrayList<Edit>();
        Project first = Cuts.project(300);
        Project last = walk(seed, 15, (before, edit, after) -> edits.add(edit));
        var compound = new Edit.Compound("cut-words", edits);
        assertThat(compound.apply(first)).isEqualTo(last);
        assertThat(compound.inverse(first).apply(last)).isEqualTo(first);
        assertThat(read(compound)).isEqualTo(compound);
    }

    @Test
    void tenThousandChangesLeaveEveryTimeOnItsGrid() {
        Timeline line = walk(42, 10_000, (before, edit, after) -> {}).timeline().orElseThrow();
        // Thousandths of speed, the rate's denominator, and the one source that begins at 1/90000 s.
        Rational grid = new Rational(1, 90_000).times(new Rational(1, 30_000_000));
        for (Clip clip : line.clips().toList()) {
            if (clip.content() instanceof Content.Media media) {
                assertThat(grid.den() % media.in().den()).isZero();
                assertThat(media.at(clip.length(), line.rate()).toDouble())
                        .isLessThanOrEqualTo(media.sourceEnd().toDouble() + 0.1);
            }
        }
    }

    @Test
    void cutsAtEveryThirdFrameJoinedAgainAreTheRecordingAsItWas() {
        Project whole = Cuts.project(300);
        Project now = whole;
        for (long at = 3; at < 300; at += 3) {
            now = new TimelineEdit.Split(at, Optional.of(clipAt(now, at).id())).apply(now);
        }
        assertThat(now.timeline().orElseThrow().tracks().getFirst().clips()).hasSize(100);
        for (int i = 1; i < 100; i++) {
            now = new TimelineEdit.Join(clipAt(now, 0).id()).apply(now);
        }
        assertThat(now).isEqualTo(whole);
    }

    private static Clip clipAt(Project project, long frame) {
        return project.timeline().orElseThrow().tracks().getFirst().at(frame).orElseThrow();
    }

    private interface Step {
        void made(Project before, Edit edit, Project after);
    }

    /// Makes as many changes as fit.
    private static Project walk(long seed, int changes, Step step) {
        var random = new Random(seed);
        Project project = Cuts.project(300);
        for (int i = 0; i < changes; i++) {
            Edit edit = Cuts.next(random, project.timeline().orElseThrow());
            Optional<Project> after = tried(edit, project);
            if (after.isPresent()) {
                step.made(project, edit, after.get());
                project = after.get();
            }
        }
        return project;
    }

    private static Optional<Project> tried(Edit edit, Project project) {
        try {
            return Optional.of(edit.apply(project));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private static Edit read(Edit edit) {
        return EditJson.read(Json.parse(Json.compact(EditJson.write(edit))));
    }

    private static List<JournalEntry> read(List<JournalEntry> journal) {
        return journal.stream()
                .map(e -> new JournalEntry(e.seq(), e.what(), read(e.edit()), read(e.inverse()), e.made()))
                .toList();
    }

    private static String bytes(Project project) {
        return Json.compact(EditJson.write(project));
    }
}
