package studio.fanz.media.play;

import java.nio.file.Path;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;

/// Makes proxies: small pictures of a recording with key frames close together, each at the exact moment of its
/// original, without sound. For looking only; nothing that is exported is ever made from one. Blocks; any thread.
public interface ProxyMaker {

    /// Longest side of a proxy, pixels.
    int BOX = 960;

    /// Pictures from one key frame to the next.
    int GROUP = 6;

    /// Key frames further apart than this make going to a moment slow, milliseconds.
    long FAR_APART_MS = 1_000;

    /// More pixels than this are too many to decode while somebody drags: above 2560 x 1440.
    long MANY_PIXELS = 2_560L * 1_440;

    /// Whether a recording is played better from a proxy: its key frames lie far apart, it is very large, has more than
    /// 8 bits, or a variable rate. Reads the first half minute of packets where the facts do not decide.
    ///
    /// @throws MediaException when it cannot be read
    boolean wanted(Path source, MediaFacts facts, JobContext job) throws MediaException;

    /// Writes one, on one core and giving way to other programs. It is not there under this name before it is whole
    /// only where the caller takes care of that.
    ///
    /// @param source read only
    /// @param facts  as probed, with a picture
    /// @param target to write
    /// @return the pictures in it
    /// @throws MediaException when it cannot be read or written
    long make(Path source, MediaFacts facts, Path target, JobContext job) throws MediaException;

    /// Whether the facts alone say that a proxy is wanted.
    static boolean wantedBy(VideoFacts video) {
        return video.bitDepth() > 8 || video.variableRate() || (long) video.width() * video.height() > MANY_PIXELS;
    }
}
