package studio.fanz.media.cut;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// How frames are encoded that are to stand beside copies of a track, or in their place.
///
/// @param encoder FFmpeg's name
/// @param options for it
public record EdgeCodec(String encoder, Map<String, String> options) {

    /// How many steps of quality there are.
    static final int STEPS = 3;

    private static final int BASELINE = 66;
    private static final int MAIN = 77;
    private static final int HIGH = 100;
    private static final int CONSTRAINED = 1 << 9;

    /// One whose pictures a decoder of the track takes without being told; empty when we have none.
    ///
    /// @param step    from 0; each is better and larger than the one before
    /// @param outside encoders of the system
    static Optional<EdgeCodec> beside(Reel.Track track, int step, OutsideEncoders outside) {
        if (track.codec().equals("hevc")) {
            boolean known = track.pixelFormat().equals("yuv420p10le")
                    || track.pixelFormat().equals("yuv420p")
                    || track.pixelFormat().equals("yuvj420p");
            return known ? outside.hevc().map(program -> hevc(program, step)) : Optional.empty();
        }
        if (!track.pixelFormat().equals("yuv420p") && !track.pixelFormat().equals("yuvj420p")) {
            return Optional.empty();
        }
        return switch (track.codec()) {
            case "h264" -> profile(track.profile()).map(profile -> h264(profile, step));
            case "vp9" -> Optional.of(vp9(step));
            case "av1" -> Optional.of(av1(step));
            default -> Optional.empty();
        };
    }

    /// One for a whole track.
    static EdgeCodec alone(Reel.Track track, Container container, int step) {
        boolean free = track.codec().equals("vp9")
                || track.codec().equals("vp8")
                || track.codec().equals("av1");
        if (container == Container.WEBM || (free && container == Container.MKV)) {
            return track.codec().equals("av1") ? av1(step) : vp9(step);
        }
        return h264("high", step);
    }

    private static Optional<String> profile(int number) {
        return switch (number & ~CONSTRAINED) {
            case BASELINE -> Optional.of("constrained_baseline");
            case MAIN -> Optional.of("main");
            case HIGH -> Optional.of("high");
            default -> Optional.empty();
        };
    }

    /// A fixed quantiser: a rate of half as much again as the source's gave a visible seam (measured: -8 dB).
    private static EdgeCodec h264(String profile, int step) {
        String quantiser = Integer.toString(new int[] {20, 15, 10}[step]);
        return new EdgeCodec(
                "libopenh264",
                Map.of(
                        "profile",
                        profile,
                        "coder",
                        profile.equals("constrained_baseline") ? "cavlc" : "cabac",
                        "rc_mode",
                        "quality",
                        "qmin",
                        quantiser,
                        "qmax",
                        quantiser,
                        "b",
                        "200M"));
    }

    private static EdgeCodec hevc(Path program, int step) {
        String quantiser = Integer.toString(new int[] {18, 13, 8}[step]);
        return new EdgeCodec(
                "libx265",
                Map.of(
                        "program",
                        program.toString(),
                        "preset",
                        "fast",
                        "x265-params",
                        "keyint=-1:bframes=0:open-gop=0:log-level=none:info=0:qp=" + quantiser));
    }

    private static EdgeCodec vp9(int step) {
        String quality = Integer.toString(new int[] {14, 8, 3}[step]);
        return new EdgeCodec(
                "libvpx-vp9",
                Map.of(
                        "crf", quality,
                        "b", "0",
                        "deadline", "good",
                        "cpu-used", "5",
                        "row-mt", "1",
                        "lag-in-frames", "0",
                        "auto-alt-ref", "0"));
    }

    private static EdgeCodec av1(int step) {
        String quality = Integer.toString(new int[] {18, 10, 4}[step]);
        return new EdgeCodec("libsvtav1", Map.of("preset", "9", "crf", quality));
    }
}
