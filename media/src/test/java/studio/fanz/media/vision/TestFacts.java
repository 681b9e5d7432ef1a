package studio.fanz.media.vision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.time.Rational;

/// Facts of recordings that exist only as pictures in memory.
final class TestFacts {

    private TestFacts() {}

    static VideoFacts video(int width, int height, long durationMs) {
        return new VideoFacts(
                0,
                "h264",
                "High",
                width,
                height,
                Rational.ONE,
                0,
                new Rational(30, 1),
                false,
                "yuv420p",
                8,
                "tv",
                "bt709",
                "bt709",
                "bt709",
                VideoFacts.DynamicRange.SDR,
                new Rational(1, 30),
                0,
                durationMs,
                durationMs * 30 / 1000,
                0,
                "progressive");
    }

    static MediaFacts file(Optional<VideoFacts> video, long durationMs) {
        AssetKind kind = video.isPresent() ? AssetKind.VIDEO : AssetKind.AUDIO;
        return new MediaFacts(kind, "mp4", 1000, durationMs, video, List.of(), List.of(), true, false, 0, Map.of());
    }
}
