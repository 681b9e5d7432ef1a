package studio.fanz.media.cut;

import java.util.Arrays;
import studio.fanz.core.time.Rational;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;

/// A recording that frames are taken from.
///
/// @param reel  what it holds
/// @param track its picture
/// @param grid  its frames
record Source(Reel reel, Reel.Track track, FrameGrid grid) {

    /// @throws MediaException NO_VIDEO when it has no moving picture
    static Source of(Reel reel) throws MediaException {
        Reel.Track track = reel.picture()
                .filter(picture -> picture.packets().shown().length > 0)
                .orElseThrow(() -> new MediaException(
                        Code.NO_VIDEO, String.valueOf(reel.file().getFileName()), "a cut needs a moving picture"));
        return new Source(reel, track, FrameGrid.of(track.packets(), track.timebase(), reel.start()));
    }

    /// What messages call it.
    String name() {
        return String.valueOf(reel.file().getFileName());
    }

    /// Whether its packets can follow those of another recording as if they were its own.
    boolean like(Source first) {
        Reel.Track other = first.track;
        return track.codec().equals(other.codec())
                && Arrays.equals(track.config(), other.config())
                && track.width() == other.width()
                && track.height() == other.height()
                && track.pixelFormat().equals(other.pixelFormat())
                && track.pixelAspect().equals(other.pixelAspect())
                && track.colour().equals(other.colour())
                && track.rotation() == other.rotation()
                && track.timebase().equals(other.timebase());
    }

    /// Exact seconds of a time of its picture.
    Rational seconds(long ticks) {
        return new Rational(ticks, 1).times(track.timebase());
    }

    /// How many frames are shown from one time up to another.
    int frames(long from, long to) {
        return place(to) - place(from);
    }

    private int place(long time) {
        int at = Arrays.binarySearch(grid.times(), time);
        return at >= 0 ? at : -at - 1;
    }

    /// Milliseconds from its start.
    long millis(long ticks) {
        return seconds(ticks).minus(reel.start()).times(new Rational(1000, 1)).rounded();
    }
}
