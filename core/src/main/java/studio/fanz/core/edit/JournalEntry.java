package studio.fanz.core.edit;

import java.time.Instant;

/// One line of a project's journal. Nothing is ever taken out: undoing writes a line too.
///
/// @param seq     1 for a project's first, then without gaps
/// @param what    how it came about
/// @param edit    what was applied
/// @param inverse what takes it back
/// @param made    when (UTC); never before the line before it, also where the clock was set back
public record JournalEntry(long seq, What what, Edit edit, Edit inverse, Instant made) {

    /// How a line came about.
    public enum What {
        /// Somebody changed something.
        EDIT,
        /// Somebody took the last change back; `edit` is that change's inverse.
        UNDO,
        /// Somebody wanted it after all.
        REDO
    }
}
