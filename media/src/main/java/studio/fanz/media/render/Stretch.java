package studio.fanz.media.render;

import studio.fanz.core.time.Rational;

/// The part of a source that is shown, named by frames of it. Times are exact seconds from the start of the source (the
/// earliest time stamp of its picture and sound).
///
/// @param start  presentation time of the first frame shown
/// @param end    presentation time of the first frame that is not shown any more
/// @param guard  half the distance from the frame before to the first one: cutting that much early takes neither
/// @param whole  whether it is all of the source
public record Stretch(Rational start, Rational end, Rational guard, boolean whole) {

    /// @throws IllegalArgumentException when it does not end after its start
    public Stretch {
        if (end.compareTo(start) <= 0) {
            throw new IllegalArgumentException("a stretch ends after its start: " + start + ".." + end);
        }
    }

    /// Exact seconds.
    public Rational length() {
        return end.minus(start);
    }

    /// How many frames it has at a constant rate, at least one.
    public long frames(Rational rate) {
        return Math.max(1, length().times(rate).rounded());
    }
}
