package studio.fanz.media.ffmpeg;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.job.Progress;

/// Reads what `-progress pipe:1` prints and passes it on.
final class EncodeProgress {

    static final java.util.List<String> ARGUMENTS = java.util.List.of("-nostats", "-progress", "pipe:1");

    private EncodeProgress() {}

    /// Reads to the end of the child.
    ///
    /// @param total frames there will be, 0 when they are not counted
    /// @return frames the child said it wrote
    static long follow(Child child, String step, long total, JobContext job) throws IOException {
        long frames = 0;
        try (var lines = new BufferedReader(new InputStreamReader(child.output(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                job.checkpoint();
                if (line.startsWith("frame=")) {
                    frames = Long.parseLong(line.substring(6).trim());
                    job.report(new Progress(step, Math.min(frames, Math.max(total, 0)), total, Progress.Unit.FRAMES));
                }
            }
        }
        return frames;
    }
}
