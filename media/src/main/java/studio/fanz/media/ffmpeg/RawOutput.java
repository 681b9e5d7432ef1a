package studio.fanz.media.ffmpeg;

import java.util.List;

/// How raw frames leave an ffmpeg child.
final class RawOutput {

    /// Every frame once, uncompressed, with its own time, in Matroska to standard output. See [MatroskaBlocks].
    static final List<String> ARGUMENTS = List.of(
            "-c:v",
            "rawvideo",
            "-fps_mode",
            "passthrough",
            "-enc_time_base",
            "1:1000",
            "-avoid_negative_ts",
            "disabled",
            "-allow_raw_vfw",
            "1",
            "-f",
            "matroska",
            "pipe:1");

    private RawOutput() {}
}
