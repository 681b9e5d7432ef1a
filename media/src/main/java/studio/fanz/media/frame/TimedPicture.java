package studio.fanz.media.frame;

/// A picture with the moment of the source it shows.
///
/// @param timeMs  presentation time from the start of the source, a label
/// @param picture its pixels
public record TimedPicture(long timeMs, Picture picture) {}
