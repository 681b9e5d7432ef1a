package studio.fanz.media.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.fanz.media.ffmpeg.Ffmpeg;

/// Where the key frames of a file stand.
final class KeyFrames {

    private KeyFrames() {}

    /// Their numbers in decoding order.
    static List<Integer> of(Path file) throws Exception {
        List<String> command = List.of(
                Ffmpeg.load().ffprobe().toString(),
                "-v",
                "error",
                "-select_streams",
                "v",
                "-show_entries",
                "packet=flags",
                "-of",
                "csv=p=0",
                "file:" + file);
        Process process = new ProcessBuilder(command).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        List<Integer> keys = new ArrayList<>();
        int number = 0;
        for (String line : printed.lines().toList()) {
            if (line.startsWith("K")) {
                keys.add(number);
            }
            number++;
        }
        return keys;
    }
}
