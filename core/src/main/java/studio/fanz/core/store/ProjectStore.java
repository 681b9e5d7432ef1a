package studio.fanz.core.store;

import java.util.List;
import java.util.Optional;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.edit.History;
import studio.fanz.core.edit.JournalEntry;
import studio.fanz.core.project.Project;

/// Projects as a first state and an append-only journal: the way autosave works is that there is no saving.
/// Blocks; any thread.
public interface ProjectStore {

    /// The project of a recording, made when it has none.
    Project.Id of(Asset.Id asset) throws StoreException;

    /// Whether a recording has a project.
    Optional<Project.Id> existing(Asset.Id asset) throws StoreException;

    /// The project with everything done to it.
    ///
    /// @throws StoreException NOT_IN_LIBRARY; LIBRARY_NEWER when the journal holds kinds of edits this program
    ///                        does not know
    History open(Project.Id id) throws StoreException;

    /// The project as it is now, without what can be undone; quick however long the journal is.
    ///
    /// @throws StoreException as [#open(Project.Id)]
    Project latest(Project.Id id) throws StoreException;

    /// Writes the next line of the journal; on disk when this returns.
    ///
    /// @param after the history after `entry`
    /// @throws StoreException CHANGED_ELSEWHERE when another program wrote a line of that number; nothing is
    /// written
    void append(JournalEntry entry, History after) throws StoreException;

    /// All lines in order.
    List<JournalEntry> journal(Project.Id id) throws StoreException;
}
