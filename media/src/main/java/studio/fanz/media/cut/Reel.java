package studio.fanz.media.cut;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.time.Rational;

/// What a recording holds, packet by packet.
///
/// @param file     it
/// @param start    what its own clock shows at the start, exact seconds
/// @param duration how long it says it is, seconds
/// @param tracks   its streams
/// @param chapters its chapters
public record Reel(Path file, Rational start, Rational duration, List<Track> tracks, List<Chapter> chapters) {

    /// What a stream is.
    public enum Kind {
        PICTURE,
        SOUND,
        TEXT,
        /// A cover, a font: one packet or none, for the whole file.
        ATTACHED,
        /// Anything else: time code, positions, motion.
        DATA
    }

    /// One stream.
    ///
    /// @param index       number in the file
    /// @param codec       FFmpeg's name
    /// @param profile     FFmpeg's number
    /// @param timebase    seconds a tick
    /// @param config      codec configuration, as the container keeps it
    /// @param width       pixels; 0 for other streams
    /// @param height      pixels
    /// @param pixelFormat FFmpeg's name, empty for other streams
    /// @param fields      `progressive`, `interlaced` or empty
    /// @param frameRate   average, 0 when unknown
    /// @param pixelAspect 1 when unknown
    /// @param rotation    clockwise degrees a player turns it: 0, 90, 180, 270
    /// @param colour      `range/primaries/transfer/matrix`, each by FFmpeg's name, `unknown` where untagged
    /// @param rate        samples a second; 0 for other streams
    /// @param channels    of sound
    /// @param packets     all of them
    @SuppressWarnings("ArrayRecordComponent")
    public record Track(
            int index,
            Kind kind,
            String codec,
            int profile,
            Rational timebase,
            byte[] config,
            int width,
            int height,
            String pixelFormat,
            String fields,
            Rational frameRate,
            Rational pixelAspect,
            int rotation,
            String colour,
            int rate,
            int channels,
            Packets packets) {}

    /// A named stretch.
    ///
    /// @param start exact seconds of the file's own clock
    /// @param end   exact seconds
    /// @param title what it is called
    public record Chapter(Rational start, Rational end, String title) {}

    /// The picture that is meant: the first that moves.
    public Optional<Track> picture() {
        return tracks.stream().filter(track -> track.kind() == Kind.PICTURE).findFirst();
    }

    /// Streams of a kind, in the order of the file.
    public List<Track> all(Kind kind) {
        return tracks.stream().filter(track -> track.kind() == kind).toList();
    }
}
