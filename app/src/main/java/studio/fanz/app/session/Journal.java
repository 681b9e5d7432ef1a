package studio.fanz.app.session;

import studio.fanz.core.asset.Asset;
import studio.fanz.core.edit.History;
import studio.fanz.core.edit.JournalEntry;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.store.OpenedProject;

/// Keeps what is changed in a recording's project. Every method blocks; called on job threads only.
public interface Journal {

    /// The recording's project with everything done to it, and what the person has to be told about it; made when
    /// there is none.
    OpenedProject open(Asset.Id asset) throws StudioException;

    /// Writes the next line; on disk when this returns.
    ///
    /// @param after the history after the line
    void append(JournalEntry line, History after) throws StudioException;
}
