package studio.fanz.core.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.asset.AudioFacts;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.time.Rational;

/// What a probe should find in the file that a spec describes, so that plans are judged by the same rules as files.
final class ExpectedFacts {

    private static final Rational MILLISECONDS = new Rational(1, 1000);

    private ExpectedFacts() {}

    static MediaFacts of(RenditionSpec spec) {
        boolean still = spec.picture().codec().isEmpty();
        return new MediaFacts(
                still ? AssetKind.IMAGE : AssetKind.VIDEO,
                spec.container(),
                // Not known before it is made; within its bounds whatever it will be.
                Math.max(1, spec.minBytes()),
                spec.durationMs(),
                Optional.of(video(spec)),
                spec.sound().map(sound -> List.of(audio(sound, spec))).orElse(List.of()),
                List.of(),
                true,
                false,
                0,
                Map.of());
    }

    private static VideoFacts video(RenditionSpec spec) {
        RenditionSpec.Picture picture = spec.picture();
        long frames = Math.round(picture.frameRate().toDouble() * spec.durationMs() / 1000);
        return new VideoFacts(
                0,
                picture.codec(),
                "High",
                picture.width(),
                picture.height(),
                Rational.ONE,
                0,
                picture.frameRate(),
                false,
                "yuv420p",
                8,
                "tv",
                "bt709",
                picture.codec().isEmpty() ? "iec61966-2-1" : "bt709",
                "bt709",
                VideoFacts.DynamicRange.SDR,
                MILLISECONDS,
                0,
                spec.durationMs(),
                frames,
                picture.aimBps(),
                "progressive");
    }

    private static AudioFacts audio(RenditionSpec.Sound sound, RenditionSpec spec) {
        boolean plainAac = sound.codec().equals("aac-lc");
        return new AudioFacts(
                1,
                plainAac ? "aac" : sound.codec(),
                plainAac ? "LC" : "",
                sound.sampleRate(),
                sound.channels(),
                sound.channels() == 1 ? "mono" : "stereo",
                MILLISECONDS,
                0,
                spec.durationMs(),
                sound.bitRate(),
                "");
    }
}
