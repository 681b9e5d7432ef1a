package studio.fanz.app;

import studio.fanz.app.session.Journal;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.edit.History;
import studio.fanz.core.edit.JournalEntry;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.store.OpenedProject;
import studio.fanz.core.store.ProjectStore;

/// The projects' journals in the library.
///
/// @param projects where they are kept
record StudioJournal(ProjectStore projects) implements Journal {

    @Override
    public OpenedProject open(Asset.Id asset) throws StudioException {
        return projects.open(projects.of(asset));
    }

    @Override
    public void append(JournalEntry line, History after) throws StudioException {
        projects.append(line, after);
    }
}
