package studio.fanz.media.render;

/// How burnt-in captions stand out from the picture.
public enum CaptionLook {
    /// White letters with a dark outline and a soft shadow.
    PLAIN,
    /// White letters on a dark, slightly transparent box behind each line.
    BOX
}
