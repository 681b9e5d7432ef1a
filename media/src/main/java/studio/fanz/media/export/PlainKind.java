package studio.fanz.media.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A file that is made for no target: one picture, a short moving one, or the sound alone.
public enum PlainKind {
    /// One frame as JPEG.
    STILL("jpg", true),
    /// An animation in 256 colours, at most 480 pixels wide and 15 frames a second.
    GIF("gif", true),
    /// An animation in full colour, likewise.
    WEBP("webp", true),
    /// Sound as AAC in MP4, 192 kbit/s.
    AAC("m4a", false),
    /// Sound as MP3, variable rate of high quality.
    MP3("mp3", false),
    /// Sound without loss.
    FLAC("flac", false),
    /// Sound as Opus in Ogg, 128 kbit/s.
    OPUS("opus", false);

    private final String ending;
    private final boolean picture;

    PlainKind(String ending, boolean picture) {
        this.ending = ending;
        this.picture = picture;
    }

    /// Ending of its files.
    public String ending() {
        return ending;
    }

    /// Whether it shows something; else it is heard.
    public boolean picture() {
        return picture;
    }

    /// Whether it moves.
    public boolean animation() {
        return this == GIF || this == WEBP;
    }

    /// By the word a person types.
    public static Optional<PlainKind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /// The word a person types.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// All words.
    public static List<String> words() {
        return Arrays.stream(values()).map(PlainKind::word).toList();
    }
}
