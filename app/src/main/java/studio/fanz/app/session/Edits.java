package studio.fanz.app.session;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.edit.Edit;
import studio.fanz.core.edit.History;
import studio.fanz.core.edit.JournalEntry;
import studio.fanz.core.job.Outcome;
import studio.fanz.core.project.Project;

/// Changes of the open project: applied at once, written to the journal in order in the background, undone and
/// redone. FX thread only.
public final class Edits {

    private final Activity activity;
    private final Journal journal;
    private final Notices notices;
    private final Problems problems;
    private final Supplier<Instant> clock;
    private final ReadOnlyObjectWrapper<Optional<History>> history = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Queue<Line> waiting = new ArrayDeque<>();
    private Optional<Asset.Id> asset = Optional.empty();
    private boolean writing;

    public Edits(Activity activity, Journal journal, Notices notices, Problems problems, Supplier<Instant> clock) {
        this.activity = activity;
        this.journal = journal;
        this.notices = notices;
        this.problems = problems;
        this.clock = clock;
    }

    /// The project's history; empty until it is read.
    public ReadOnlyObjectProperty<Optional<History>> historyProperty() {
        return history.getReadOnlyProperty();
    }

    /// The project as it is now.
    public Optional<Project> project() {
        return history.get().map(History::project);
    }

    /// Reads a recording's project.
    public void open(Asset.Id id) {
        asset = Optional.of(id);
        history.set(Optional.empty());
        activity.quietly(_ -> journal.open(id), outcome -> {
            boolean current = asset.equals(Optional.of(id));
            if (current && outcome instanceof Outcome.Done(var found)) {
                history.set(Optional.of(found.history()));
                found.notice().ifPresent(told -> notices.failed(problems.sentence(told), problems.hint(told)));
            } else if (current && outcome instanceof Outcome.Failed(var problem)) {
                notices.failed(problems.sentence(problem), problems.hint(problem));
            }
        });
    }

    /// Does something to the project.
    public void apply(Edit edit) {
        history.get().ifPresent(now -> add(now, now.edit(edit, clock.get())));
    }

    /// Whether something can be taken back. The first captions cannot: there is nothing before them.
    public boolean canUndo() {
        return history.get()
                .filter(now -> now.undoing(clock.get())
                        .map(line -> now.project().cues().isEmpty()
                                || !now.after(line).project().cues().isEmpty())
                        .orElse(false))
                .isPresent();
    }

    /// Whether something can be done again.
    public boolean canRedo() {
        return history.get().map(History::canRedo).orElse(false);
    }

    /// Takes the latest change back.
    public void undo() {
        if (canUndo()) {
            history.get().ifPresent(now -> now.undoing(clock.get()).ifPresent(line -> add(now, line)));
        }
    }

    /// Does it after all.
    public void redo() {
        history.get().ifPresent(now -> now.redoing(clock.get()).ifPresent(line -> add(now, line)));
    }

    private void add(History now, JournalEntry line) {
        History after = now.after(line);
        history.set(Optional.of(after));
        waiting.add(new Line(line, after));
        writeNext();
    }

    private void writeNext() {
        if (writing || waiting.isEmpty()) {
            return;
        }
        writing = true;
        Line next = waiting.remove();
        activity.quietly(
                _ -> {
                    journal.append(next.entry(), next.after());
                    return true;
                },
                outcome -> {
                    writing = false;
                    if (outcome instanceof Outcome.Failed(var problem)) {
                        refused(problems.sentence(problem), problems.hint(problem));
                    }
                    writeNext();
                });
    }

    /// What could not be written is not shown as if it were: the project is read again as it is on disk.
    private void refused(String sentence, String hint) {
        waiting.clear();
        notices.failed(sentence, hint);
        asset.ifPresent(this::open);
    }

    private record Line(JournalEntry entry, History after) {}
}
