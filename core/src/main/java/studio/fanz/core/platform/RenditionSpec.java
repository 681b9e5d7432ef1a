package studio.fanz.core.platform;

import java.util.List;
import java.util.Optional;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.time.Rational;
import studio.fanz.core.time.Span;

/// One file to make, and the targets it serves: everything an exporter needs to know besides the source. Every value
/// obeys each row of `limits.csv` for every target of the group that is not mere advice, as far as such a value
/// exists
/// beside the official ones.
///
/// @param targets    ids of the targets it serves, in the order asked
/// @param moment     the stretch of the source to show; empty = all of it
/// @param durationMs how long it will be, 0 for a picture or when the source does not say
/// @param container  short name as in `limits.csv` (`mp4`, `jpg`)
/// @param fastStart  whether the index must stand before the media
/// @param picture    what is seen
/// @param sound      what is heard; empty when the source has no sound
/// @param minBytes   a smaller file is refused; 0 when no row says so
/// @param maxBytes   a larger file is refused or warned about; [Long#MAX_VALUE] when no row says so
/// @param safeZone   what captions must keep free
/// @param notes      codes for what a reader should know (`scaled-up`, `frame-rate-changed`, `bit-rate-low`)
public record RenditionSpec(
        List<String> targets,
        Optional<Span> moment,
        long durationMs,
        String container,
        boolean fastStart,
        Picture picture,
        Optional<Sound> sound,
        long minBytes,
        long maxBytes,
        SafeZone safeZone,
        List<String> notes) {

    public RenditionSpec {
        targets = List.copyOf(targets);
        notes = List.copyOf(notes);
    }

    /// What a probe should find in the finished file, so that plans are judged by the rules for files.
    public MediaFacts expectedFacts() {
        return ExpectedFacts.of(this);
    }

    /// The first target's id as part of a file name (`youtube-shorts`).
    public String fileName() {
        return targets.getFirst().replace('/', '-');
    }

    /// How the source's picture gets into the frame.
    public enum Framing {
        /// The shape fits: nothing is lost, nothing added.
        SCALE,
        /// A part of the picture fills the frame (it follows the face).
        CROP,
        /// All of the picture stands in the frame, with bars.
        PAD
    }

    /// The picture of the file: square pixels, progressive, 4:2:0, 8 bits, SDR BT.709, no edit list, closed GOPs.
    ///
    /// @param codec        `h264` …; empty for a picture file
    /// @param width        even
    /// @param height       even
    /// @param framing      how the source gets into it
    /// @param frameRate    constant frames per second; 0 for a picture file
    /// @param gopSeconds   distance of key frames
    /// @param maxBFrames   consecutive B frames at most
    /// @param aimBps       bit rate to aim at in bits per second, 0 when nobody names one
    /// @param minBps       advised floor, 0 when nobody names one
    /// @param maxBps       bound, from the rows and from `maxBytes`; [Long#MAX_VALUE] when there is none
    public record Picture(
            String codec,
            int width,
            int height,
            Framing framing,
            Rational frameRate,
            double gopSeconds,
            int maxBFrames,
            long aimBps,
            long minBps,
            long maxBps) {

        /// Width over height.
        public double ratio() {
            return (double) width / height;
        }
    }

    /// The sound of the file.
    ///
    /// @param codec      `aac-lc` …
    /// @param sampleRate hertz
    /// @param channels   1 or 2
    /// @param bitRate    bits per second
    public record Sound(String codec, int sampleRate, int channels, long bitRate) {}

    /// Per cent of the picture's height (top, bottom) and width (each side) to keep free of captions.
    public record SafeZone(double topPct, double bottomPct, double sidePct) {

        /// Nothing is asked.
        public static final SafeZone NONE = new SafeZone(0, 0, 0);
    }
}
