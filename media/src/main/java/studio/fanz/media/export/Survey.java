package studio.fanz.media.export;

import java.util.Optional;
import studio.fanz.core.asset.Loudness;

/// What was measured before the encode.
///
/// @param loudness of the sound as it will be mixed; empty without sound
/// @param quality  how finely to encode the picture
public record Survey(Optional<Loudness> loudness, Quality quality) {

    /// How finely a picture is encoded.
    ///
    /// @param level        quantiser (QP, CRF) in the encoder's own scale, the same from start to end
    /// @param ssim         similarity expected from samples at that level, 0 when it was not measured
    /// @param expectedBps  bit rate expected from the samples, 0 when it was not measured
    /// @param cappedBps    bit rate that is held instead of the level; 0 = the level holds
    public record Quality(int level, double ssim, long expectedBps, long cappedBps) {

        /// The same picture within a bit rate.
        public Quality capped(long bps) {
            return new Quality(level, ssim, expectedBps, bps);
        }
    }
}
