package studio.fanz.media.prep;

import java.nio.file.Path;
import java.util.Optional;
import studio.fanz.core.asset.ContentHash;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.time.Rational;

/// A recording to be prepared. It is only ever read.
///
/// @param file  where it lies, absolute
/// @param hash  of its bytes
/// @param facts what the probe found
public record Source(Path file, ContentHash hash, MediaFacts facts) {

    private static final int MAX_NAME_BYTES = 120;

    /// The file's name without its ending, short enough that drafts and endings still fit any file system.
    public String name() {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        while (stem.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem.strip().isEmpty() ? hash.hex().substring(0, 12) : stem.strip();
    }

    /// Whether there is a moving picture.
    public boolean hasVideo() {
        return facts.video().isPresent() && facts.kind() == studio.fanz.core.asset.AssetKind.VIDEO;
    }

    /// The grid captions snap to: the picture's frame rate, or a thousandth of a second without one or with a variable
    /// one.
    public Rational captionRate() {
        Optional<VideoFacts> video = facts.video().filter(_ -> hasVideo());
        return video.filter(v -> !v.variableRate() && v.frameRate().num() > 0)
                .map(VideoFacts::frameRate)
                .orElse(new Rational(1000, 1));
    }
}
