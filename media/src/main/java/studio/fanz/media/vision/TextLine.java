package studio.fanz.media.vision;

/// A line of writing read off a picture.
///
/// @param text       as read; reading it wrong is possible
/// @param box        around the line, in pixels
/// @param confidence mean over the characters, 0.65..1
public record TextLine(String text, Box box, double confidence) {}
