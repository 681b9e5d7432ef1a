package studio.fanz.media.export;

/// The H.264 encoder that works on this machine.
///
/// @param name     FFmpeg's name (`libopenh264`, `libx264`, `h264_nvenc`)
/// @param program  `bundled`, or the path of the ffmpeg of the system that has it
/// @param fallback why a better one is not used, one reason per encoder that was tried before; empty for the best
public record EncoderChoice(String name, String program, String fallback) {

    /// The encoder in our own build, for every machine.
    public static final EncoderChoice BUNDLED = new EncoderChoice("libopenh264", "bundled", "");

    /// Whether our own ffmpeg runs it.
    public boolean bundled() {
        return program.equals("bundled");
    }
}
