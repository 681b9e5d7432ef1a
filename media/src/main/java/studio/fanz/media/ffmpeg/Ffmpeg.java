package studio.fanz.media.ffmpeg;

import java.nio.file.Path;
import org.bytedeco.javacpp.Loader;
import studio.fanz.media.MediaException;

/// The two executables of the FFmpeg jar, unpacked once into the JavaCPP cache (`org.bytedeco.javacpp.cachedir`).
///
/// @param ffmpeg  the converter
/// @param ffprobe the prober
public record Ffmpeg(Path ffmpeg, Path ffprobe) {

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
}
