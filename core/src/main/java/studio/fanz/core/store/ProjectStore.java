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

    /// The project of a recording, made when it has none; the one that came last when it has several.
    Project.Id of(Asset.Id asset) throws StoreException;

    /// Whether a recording has a project.
    Optional<Project.Id> existing(Asset.Id asset) throws StoreException;

    /// Takes in a project with its whole journal, as a whole or not at all. From now on it is its recording's.
    ///
    /// @param first the state before the first line
    /// @throws StoreException NOT_IN_LIBRARY when its recording is not there
    /// @throws IllegalArgumentException when the lines do not follow one another or do not fit
    void adopt(Project first, List<JournalEntry> lines) throws StoreException;

    /// The project with everything done to it. A damaged journal is read to the last good line and from the next
    /// good state on; lines that can no longer be used are kept aside, never deleted, and the answer says so once.
    /// A line of a newer program makes the project read-only.
    ///
    /// @throws StoreException NOT_IN_LIBRARY
    OpenedProject open(Project.Id id) throws StoreException;

    /// The project as it is now, without what can be undone; quick however long the journal is.
    ///
    /// @throws StoreException NOT_IN_LIBRARY
    Project latest(Project.Id id) throws StoreException;

    /// The project as it was after a line; reads a state and at most 63 lines.
    ///
    /// @param seq the line's number, 0 for the first state
    /// @throws StoreException NOT_IN_LIBRARY; NO_SUCH_STATE when there is no such line or it cannot be read
    Project at(Project.Id id, long seq) throws StoreException;

    /// All lines in order, for a list of states; quick, since no edit is read.
    List<JournalLine> lines(Project.Id id) throws StoreException;

    /// Writes the next line of the journal; on disk when this returns.
    ///
    /// @param after the history after `entry`
    /// @throws StoreException CHANGED_ELSEWHERE when another program wrote a line of that number;
    ///                        PROJECT_NEWER when it is read-only; nothing is written
    void append(JournalEntry entry, History after) throws StoreException;

    /// All lines in order, with their edits.
    ///
    /// @throws StoreException PROJECT_NEWER or JOURNAL_DAMAGED when one cannot be read
    List<JournalEntry> journal(Project.Id id) throws StoreException;
}
