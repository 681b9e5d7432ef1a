package studio.fanz.media.cut;

import java.nio.file.Path;
import java.util.Optional;

/// Encoders of the person's own system, for codecs that ours has none for.
@FunctionalInterface
public interface OutsideEncoders {

    /// An ffmpeg with libx265; looked for when first asked.
    Optional<Path> hevc();

    /// No encoders.
    static OutsideEncoders none() {
        return Optional::empty;
    }
}
