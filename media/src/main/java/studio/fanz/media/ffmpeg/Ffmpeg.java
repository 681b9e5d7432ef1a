package studio.fanz.media.ffmpeg;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.Loader;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;

/// The two executables of the FFmpeg jar, unpacked once into the JavaCPP cache (`org.bytedeco.javacpp.cachedir`).
///
/// @param ffmpeg  the converter
/// @param ffprobe the prober
public record Ffmpeg(Path ffmpeg, Path ffprobe) {

    private static final Pattern VERSION = Pattern.compile("version (\\S+)");

    /// Unpacks on first use (about a second), afterwards only checks time stamps.
    ///
    /// @throws MediaException FFMPEG_MISSING when this platform has no build or the cache cannot be written
    public static Ffmpeg load() throws MediaException {
        try {
            return new Ffmpeg(
                    Path.of(Loader.load(org.bytedeco.ffmpeg.ffmpeg.class)),
                    Path.of(Loader.load(org.bytedeco.ffmpeg.ffprobe.class)));
        } catch (UnsatisfiedLinkError | RuntimeException e) {
            throw new MediaException(MediaException.Code.FFMPEG_MISSING, "FFmpeg", String.valueOf(e.getMessage()), e);
        }
    }

    /// What the executable calls itself (`8.0.1`), `unknown` when it does not say. Starts it; blocks for some
    /// milliseconds.
    public String version() {
        try (Child child = Child.start(List.of(ffmpeg.toString(), "-version"), JobContext.silent());
                var lines = new BufferedReader(new InputStreamReader(child.output(), StandardCharsets.UTF_8))) {
            Matcher first = VERSION.matcher(String.valueOf(lines.readLine()));
            return first.find() ? first.group(1) : "unknown";
        } catch (MediaException | IOException silent) {
            return "unknown";
        }
    }
}
