package studio.fanz.media.cut;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// A container we write.
public enum Container {
    MP4("mp4", "mp4", true),
    MOV("mov", "mov", true),
    MKV("mkv", "matroska", false),
    WEBM("webm", "webm", false),
    TS("ts", "mpegts", false);

    private final String ending;
    private final String format;
    private final boolean hides;

    Container(String ending, String format, boolean hides) {
        this.ending = ending;
        this.format = format;
        this.hides = hides;
    }

    /// The one a file name asks for.
    public static Optional<Container> of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return switch (ending) {
            case "mp4", "m4v" -> Optional.of(MP4);
            case "mov", "qt" -> Optional.of(MOV);
            case "mkv" -> Optional.of(MKV);
            case "webm" -> Optional.of(WEBM);
            case "ts", "m2ts", "mts" -> Optional.of(TS);
            default -> Optional.empty();
        };
    }

    /// Its usual ending, without the dot.
    public String ending() {
        return ending;
    }

    /// FFmpeg's name.
    String format() {
        return format;
    }

    /// Whether an edit list can hide packets that only prepare a decoder.
    boolean hides() {
        return hides;
    }

    /// Whether it takes a picture codec as it is.
    boolean takesPicture(String codec) {
        return switch (this) {
            case WEBM -> codec.equals("vp8") || codec.equals("vp9") || codec.equals("av1");
            case TS -> codec.equals("h264") || codec.equals("hevc") || codec.equals("mpeg2video");
            case MP4 -> !codec.equals("prores") && !codec.equals("vp8") && !codec.startsWith("rawvideo");
            case MOV -> !codec.equals("vp8") && !codec.equals("vp9") && !codec.equals("av1");
            case MKV -> true;
        };
    }

    /// Whether it takes a sound codec as it is.
    boolean takesSound(String codec) {
        return switch (this) {
            case WEBM -> codec.equals("opus") || codec.equals("vorbis");
            case TS -> codec.equals("aac") || codec.equals("mp3") || codec.equals("ac3") || codec.equals("mp2");
            case MP4 -> !codec.startsWith("pcm_") && !codec.equals("vorbis");
            case MOV -> !codec.equals("opus") && !codec.equals("vorbis") && !codec.equals("flac");
            case MKV -> true;
        };
    }

    /// Whether it takes a text codec as it is.
    boolean takesText(String codec) {
        return switch (this) {
            case WEBM -> codec.equals("webvtt");
            case TS -> codec.equals("dvb_subtitle");
            case MP4, MOV -> codec.equals("mov_text");
            case MKV -> !codec.equals("mov_text") && !codec.equals("eia_608");
        };
    }

    /// What encodes sound for it, by FFmpeg's name.
    String soundEncoder() {
        return this == WEBM ? "libopus" : "aac";
    }
}
