package studio.fanz.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.fanz.assets.Assets;
import studio.fanz.assets.Texts;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.edit.Edit;
import studio.fanz.core.edit.History;
import studio.fanz.core.edit.JournalEntry;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.project.Project;
import studio.fanz.core.project.ProjectCue;
import studio.fanz.core.store.OpenedProject;
import studio.fanz.core.store.StoreException;
import studio.fanz.media.MediaException;

class EditsTest {

    private static final Asset.Id ASSET = new Asset.Id(new UUID(0, 7));

    private final HandCrankedJobs jobs = new HandCrankedJobs();
    private final Notices notices = new Notices();
    private final PaperJournal journal = new PaperJournal();
    private final Edits edits = new Edits(
            new Activity(jobs),
            journal,
            notices,
            new Problems(Texts.load(Assets.find(), "problems", Locale.ENGLISH)),
            () -> Instant.EPOCH);

    @Test
    void aChangeShowsAtOnceAndIsWrittenInTheBackground() {
        open();
        edits.apply(new Edit.ChooseCover(Optional.of(40L)));
        assertThat(edits.project().orElseThrow().coverMs()).contains(40L);
        assertThat(journal.lines).isEmpty();

        jobs.turnAll();
        assertThat(journal.lines).hasSize(1);
    }

    @Test
    void changesAreWrittenOneAfterTheOtherInOrder() {
        open();
        edits.apply(new Edit.ChooseCover(Optional.of(1L)));
        edits.apply(new Edit.ChooseCover(Optional.of(2L)));
        edits.undo();
        jobs.turnAll();

        assertThat(journal.lines).extracting(JournalEntry::seq).containsExactly(1L, 2L, 3L);
        assertThat(edits.project().orElseThrow().coverMs()).contains(1L);
        assertThat(edits.canRedo()).isTrue();
    }

    @Test
    void theFirstCaptionsCannotBeUndone() {
        open();
        var cue = new ProjectCue(
                -1, -1, List.of(), Optional.of(List.of("Hi")), Optional.of(0L), Optional.of(900L), List.of());
        edits.apply(new Edit.SetCues("en", "studio-default", List.of(cue)));
        assertThat(edits.canUndo()).isFalse();

        edits.apply(new Edit.ChooseCover(Optional.of(5L)));
        assertThat(edits.canUndo()).isTrue();
    }

    @Test
    void whatCannotBeWrittenIsTakenBackAndSaid() {
        open();
        journal.full = true;
        edits.apply(new Edit.ChooseCover(Optional.of(40L)));
        jobs.turnAll();

        assertThat(edits.project().orElseThrow().coverMs()).isEmpty();
        assertThat(notices.shown()).hasSize(1);
    }

    @Test
    void whatIsWrongWithTheJournalIsSaidWhenItIsOpened() {
        journal.notice = Optional.of(new StoreException(StoreException.Code.PROJECT_NEWER, "Rocket", "7"));
        open();
        assertThat(notices.shown()).hasSize(1);
        assertThat(edits.project()).isPresent();
    }

    private void open() {
        edits.open(ASSET);
        jobs.turnAll();
    }

    private static final class PaperJournal implements Journal {

        private final List<JournalEntry> lines = new ArrayList<>();
        private boolean full;
        private Optional<StoreException> notice = Optional.empty();

        @Override
        public OpenedProject open(Asset.Id asset) {
            Project fresh = Project.fresh(new Project.Id(new UUID(0, 1)), asset);
            return new OpenedProject(History.replay(fresh, lines), notice.isEmpty(), notice);
        }

        @Override
        public void append(JournalEntry line, History after) throws StudioException {
            if (full) {
                throw new MediaException(MediaException.Code.DISK_FULL, "library.db", "1 MB");
            }
            lines.add(line);
        }
    }
}
