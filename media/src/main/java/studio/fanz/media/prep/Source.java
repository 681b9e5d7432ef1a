package studio.fanz.media.prep;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.asset.ContentHash;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.time.Rational;
import studio.fanz.media.MediaException;

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
        while (stem.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem.strip().isEmpty() ? hash.hex().substring(0, 12) : stem.strip();
    }

    /// Whether there is a moving picture.
    public boolean hasVideo() {
        return facts.video().isPresent() && facts.kind() == AssetKind.VIDEO;
    }

    /// For work that needs a moving picture.
    ///
    /// @throws MediaException NO_VIDEO when there is none
    public void demandVideo() throws MediaException {
        if (!hasVideo()) {
            throw new MediaException(MediaException.Code.NO_VIDEO, String.valueOf(file.getFileName()), "");
        }
    }

    /// The grid captions snap to: the picture's frame rate; 0 (whole milliseconds) without one or with a variable one.
    public Rational captionRate() {
        return facts.video()
                .filter(video -> hasVideo() && !video.variableRate())
                .map(VideoFacts::frameRate)
                .orElse(Rational.ZERO);
    }
}
