package studio.fanz.core.edit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.fanz.core.edit.JournalEntry.What;
import studio.fanz.core.project.Project;

/// A project with the journal that led to it: what may be undone and redone follows from reading the journal.
/// Immutable.
public final class History {

    private final Project project;
    private final long first;
    private final long seq;
    private final Instant made;
    private final @Nullable Change undo;
    private final @Nullable Change redo;

    private History(Project project, long first, long seq, Instant made, @Nullable Change undo, @Nullable Change redo) {
        this.project = project;
        this.first = first;
        this.seq = seq;
        this.made = made;
        this.undo = undo;
        this.redo = redo;
    }

    /// A change, what takes it back, and the change below it on the pile.
    private record Change(Edit edit, Edit inverse, @Nullable Change below) {}

    /// Before any edit.
    public static History of(Project project) {
        return from(project, 0, Instant.MIN);
    }

    /// From a state in the middle of a journal: what was done before it is not known and cannot be undone.
    ///
    /// @param seq  number of the line that led to it
    /// @param made when that line was written
    public static History from(Project project, long seq, Instant made) {
        return new History(project, seq, seq, made, null, null);
    }

    /// Reads the journal from the project's first state.
    ///
    /// @throws IllegalArgumentException when the lines are not numbered without gaps or do not fit
    public static History replay(Project first, List<JournalEntry> journal) {
        History history = of(first);
        for (JournalEntry entry : journal) {
            history = history.after(entry);
        }
        return history;
    }

    /// As it is now.
    public Project project() {
        return project;
    }

    /// Number of the journal's last line, 0 without one.
    public long seq() {
        return seq;
    }

    /// Whether a change is in force that can be taken back.
    public boolean canUndo() {
        return undo != null;
    }

    /// Whether the last thing done was to take a change back.
    public boolean canRedo() {
        return redo != null;
    }

    /// The line that applies `edit`. Where the clock was set back, it bears the time of the line before it.
    ///
    /// @throws IllegalArgumentException when it does not fit the project
    public JournalEntry edit(Edit edit, Instant now) {
        edit.apply(project);
        return new JournalEntry(seq + 1, What.EDIT, edit, edit.inverse(project), notBefore(now));
    }

    private Instant notBefore(Instant now) {
        return now.isBefore(made) ? made : now;
    }

    /// The line that takes the latest change back; empty when nothing is left to take back.
    public Optional<JournalEntry> undoing(Instant now) {
        return Optional.ofNullable(undo)
                .map(c -> new JournalEntry(
                        seq + 1, What.UNDO, /* edit= */ c.inverse, /* inverse= */ c.edit, notBefore(now)));
    }

    /// The line that brings the latest undone change back; empty when there is none.
    public Optional<JournalEntry> redoing(Instant now) {
        return Optional.ofNullable(redo)
                .map(c -> new JournalEntry(seq + 1, What.REDO, c.edit, c.inverse, notBefore(now)));
    }

    /// The state after one more line.
    ///
    /// @throws IllegalArgumentException when it is not the next line or does not fit
    public History after(JournalEntry entry) {
        if (entry.seq() != seq + 1) {
            throw new IllegalArgumentException("line " + entry.seq() + " after " + seq);
        }
        Project now = entry.edit().apply(project);
        return switch (entry.what()) {
            case EDIT -> next(now, entry, new Change(entry.edit(), entry.inverse(), undo), null);
            case UNDO -> {
                Change taken = present(undo, entry.inverse(), entry.edit());
                yield next(now, entry, taken.below, new Change(taken.edit, taken.inverse, redo));
            }
            case REDO -> {
                Change brought = present(redo, entry.edit(), entry.inverse());
                yield next(now, entry, new Change(brought.edit, brought.inverse, undo), brought.below);
            }
        };
    }

    private History next(Project now, JournalEntry entry, @Nullable Change nextUndo, @Nullable Change nextRedo) {
        return new History(now, first, entry.seq(), entry.made(), nextUndo, nextRedo);
    }

    /// A line may take back what was done before this history begins; then it says itself what that was.
    private Change present(@Nullable Change change, Edit edit, Edit inverse) {
        if (change != null) {
            return change;
        }
        if (first == 0) {
            throw new IllegalArgumentException("nothing to take back");
        }
        return new Change(edit, inverse, null);
    }
}
