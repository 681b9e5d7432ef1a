package studio.fanz.media.prep;

import studio.fanz.core.time.Span;

/// Which stretch of the recording a rendition shows.
public sealed interface MomentChoice {

    /// All of it; a target that takes less is refused with the way out.
    record Whole() implements MomentChoice {}

    /// A fitting stretch is chosen for each target that takes less than all of it.
    record Auto() implements MomentChoice {}

    /// This one.
    record Chosen(Span span) implements MomentChoice {}
}
