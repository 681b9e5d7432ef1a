package studio.fanz.core.project;

import studio.fanz.core.time.SourceInstant;

/// A stretch of the source that stays in the cut, exact.
///
/// @param in  first moment kept
/// @param out first moment after it that is not
public record Keep(SourceInstant in, SourceInstant out) {

    /// @throws IllegalArgumentException when it is empty or reversed
    public Keep {
        if (out.compareTo(in) <= 0) {
            throw new IllegalArgumentException("a kept stretch ends after it starts");
        }
    }
}
