package studio.fanz.app.lookbook;

import java.util.Optional;
import java.util.UUID;
import studio.fanz.app.session.Journal;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.edit.History;
import studio.fanz.core.edit.JournalEntry;
import studio.fanz.core.project.Project;
import studio.fanz.core.store.OpenedProject;

/// A journal that forgets.
final class MemoryJournal implements Journal {

    @Override
    public OpenedProject open(Asset.Id asset) {
        History fresh = History.of(Project.fresh(new Project.Id(new UUID(0, 1)), asset));
        return new OpenedProject(fresh, true, Optional.empty());
    }

    @Override
    public void append(JournalEntry line, History after) {}
}
