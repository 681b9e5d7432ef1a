package studio.fanz.core.store;

import java.time.Instant;
import studio.fanz.core.edit.JournalEntry.What;

/// One line of a project's journal as a list of states shows it.
///
/// @param seq      its number, from 1; the state after it is `ProjectStore.at(project, seq)`
/// @param what     how it came about
/// @param kind     of the edit (`set-title`), empty when it cannot be read
/// @param made     when (UTC)
/// @param readable whether it could be read when the project was last opened
public record JournalLine(long seq, What what, String kind, Instant made, boolean readable) {}
