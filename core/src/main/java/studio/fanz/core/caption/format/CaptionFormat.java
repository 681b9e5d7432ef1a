package studio.fanz.core.caption.format;

import java.util.Locale;
import java.util.Optional;
import studio.fanz.core.caption.Captions;

/// The caption files we write and read. What a format can hold comes back unchanged: the lines of each cue,
/// whatever they contain, and its times (to the hundredth of a second in ASS, to the millisecond elsewhere);
/// VTT and TTML also keep the language. Profile, word ids and flags live in our own JSON only. XML cannot hold
/// control characters; they come back as U+FFFD. A line break inside a line begins a new line. Stateless; any
/// thread.
///
/// SubRip, WebVTT and ASS have no way to write some texts (a tag as text, a blank line, a backslash). There an
/// invisible word joiner (U+2060) is put in, which the reader takes out again; word joiners of the text itself
/// are doubled.
public enum CaptionFormat {
    SRT("SubRip", "srt", "application/x-subrip"),
    VTT("WebVTT", "vtt", "text/vtt"),
    ASS("Advanced SubStation", "ass", "text/x-ssa"),
    TTML("TTML", "ttml", "application/ttml+xml");

    private final String label;
    private final String extension;
    private final String mediaType;

    CaptionFormat(String label, String extension, String mediaType) {
        this.label = label;
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /// Name as people know it.
    public String label() {
        return label;
    }

    /// File extension without the dot, also the word of `--format`.
    public String extension() {
        return extension;
    }

    /// IANA media type, or the customary one.
    public String mediaType() {
        return mediaType;
    }

    /// The captions as a file's text, lines ended by LF; to be stored as UTF-8.
    public String write(Captions captions) {
        return switch (this) {
            case SRT -> SubRip.write(captions);
            case VTT -> WebVtt.write(captions);
            case ASS -> SubStation.write(captions);
            case TTML -> TtmlWriter.write(captions);
        };
    }

    /// Reads a text of this format and its usual dialects. Cues come in order of time, with `firstWord` and
    /// `lastWord` -1, an empty profile, and an empty language unless the format names one; styling is dropped.
    ///
    /// @throws CaptionFormatException when there is nothing that could be a cue, or XML is broken
    public Captions read(String text) throws CaptionFormatException {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return switch (this) {
            case SRT -> SubRip.read(plain);
            case VTT -> WebVtt.read(plain);
            case ASS -> SubStation.read(plain);
            case TTML -> TtmlReader.read(plain);
        };
    }

    /// Reads a file's bytes: UTF-8, UTF-16 with a byte order mark, what an XML declaration says, else
    /// Windows-1252.
    ///
    /// @throws CaptionFormatException as [#read(String)]
    public Captions read(byte[] file) throws CaptionFormatException {
        return read(FileText.decode(file));
    }

    /// The format of a name or extension (`srt`, `.VTT`, `ssa`, `dfxp`, `xml`).
    public static Optional<CaptionFormat> named(String name) {
        return switch (name.toLowerCase(Locale.ROOT).replaceFirst("^.*\\.", "")) {
            case "srt" -> Optional.of(SRT);
            case "vtt", "webvtt" -> Optional.of(VTT);
            case "ass", "ssa" -> Optional.of(ASS);
            case "ttml", "dfxp", "xml", "itt", "imsc" -> Optional.of(TTML);
            default -> Optional.empty();
        };
    }
}
