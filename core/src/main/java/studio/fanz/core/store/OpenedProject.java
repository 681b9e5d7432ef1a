package studio.fanz.core.store;

import java.util.Optional;
import studio.fanz.core.edit.History;

/// A project as it could be read.
///
/// @param history  with everything done to it that this program can read
/// @param writable whether it may be changed; not where a newer program wrote lines this one does not know
/// @param notice   what the person has to be told: JOURNAL_DAMAGED, JOURNAL_CUT or PROJECT_NEWER
public record OpenedProject(History history, boolean writable, Optional<StoreException> notice) {}
