package studio.fanz.core.asset;

/// A stretch filmed in one go, end exclusive, in source time.
///
/// @param startMs    first frame's time, a label
/// @param endMs      time of the first frame after it
/// @param startFrame number of its first frame in decoded order from 0
/// @param endFrame   number of the first frame after it
/// @param kind       how it begins
public record Shot(long startMs, long endMs, long startFrame, long endFrame, Kind kind) {

    /// How a shot begins.
    public enum Kind {
        /// The first shot of the file.
        START,
        /// A hard cut.
        CUT,
        /// A cross-fade or a fade through a colour; the boundary is its middle.
        FADE
    }
}
