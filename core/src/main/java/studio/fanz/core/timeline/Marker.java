package studio.fanz.core.timeline;

/// A note at a frame.
///
/// @param at   frame, 0 or more
/// @param note what it says, may be empty
public record Marker(long at, String note) {
    public Marker {
        if (at < 0) {
            throw new IllegalArgumentException("a marker at frame " + at);
        }
    }
}
