package studio.fanz.core.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.asset.AudioFacts;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.time.Rational;

/// The tables we ship, and recordings as a probe would describe them.
public final class Facts {

    private static final Path FOLDER =
            Path.of(System.getProperty("fanz.assets")).resolve("facts");
    private static final Rational MS = new Rational(1, 1000);

    private Facts() {}

    public static Targets targets() {
        return Targets.parse(read("targets.csv"));
    }

    public static Limits limits() {
        return Limits.parse(read("limits.csv"));
    }

    public static Target target(String id) {
        return targets().find(id).orElseThrow();
    }

    /// Progressive H.264 and AAC in an MP4, as a phone writes it.
    public static MediaFacts video(int width, int height, Rational fps, double seconds, int channels) {
        long ms = Math.round(seconds * 1000);
        List<AudioFacts> audio = channels == 0
                ? List.of()
                : List.of(new AudioFacts(1, "aac", "LC", 48000, channels, "", MS, 0, ms, 128_000, ""));
        return new MediaFacts(
                AssetKind.VIDEO,
                "mp4",
                Math.max(100_000, ms * 1000),
                ms,
                Optional.of(picture("h264", width, height, fps, ms)),
                audio,
                List.of(),
                true,
                false,
                0,
                Map.of());
    }

    public static MediaFacts image(String container, int width, int height, long bytes) {
        return new MediaFacts(
                AssetKind.IMAGE,
                container,
                bytes,
                0,
                Optional.of(picture("mjpeg", width, height, Rational.ZERO, 0)),
                List.of(),
                List.of(),
                true,
                false,
                0,
                Map.of());
    }

    private static VideoFacts picture(String codec, int width, int height, Rational fps, long ms) {
        return new VideoFacts(
                0,
                codec,
                "High",
                width,
                height,
                Rational.ONE,
                0,
                fps,
                false,
                "yuv420p",
                8,
                "tv",
                "bt709",
                "bt709",
                "bt709",
                VideoFacts.DynamicRange.SDR,
                MS,
                0,
                ms,
                0,
                8_000_000,
                "progressive");
    }

    private static String read(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
