package studio.fanz.media.cut;

/// Consecutive frames of one recording that stay together.
///
/// @param source     which recording, from 0
/// @param firstFrame number of its first frame
/// @param endFrame   number of the frame behind its last
/// @param in         when the first is shown, ticks
/// @param out        when the one behind the last is shown, ticks
public record Piece(int source, int firstFrame, int endFrame, long in, long out) {

    /// How many frames.
    public int frames() {
        return endFrame - firstFrame;
    }

    /// How long it lasts, ticks.
    public long length() {
        return out - in;
    }
}
