package studio.fanz.media.ffmpeg;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.media.MediaException;
import studio.fanz.media.play.Route;

/// The decoders of a recording's pictures: one for what is shown and, where the way through the recording jumps, a
/// second one that already stands on the far side of the jump. Both read the proxy once there is one. Belongs to the
/// preview's thread.
final class PreviewReel implements AutoCloseable {

    private static final long NOWHERE = -1;

    private final InputFile source;
    private final VideoFacts video;
    private final BooleanSupplier stopped;
    private final long startUs;
    private Optional<InputFile> proxy = Optional.empty();
    private PreviewPictures shown;
    private @Nullable PreviewPictures ahead;
    private long aheadOf = NOWHERE;
    private boolean arrived;

    /// Opens a recording and stands on its first picture.
    ///
    /// @throws MediaException DECODE_FAILED, DECODE_STALLED
    PreviewReel(InputFile source, VideoFacts video, BooleanSupplier stopped) throws MediaException {
        this.source = source;
        this.video = video;
        this.stopped = stopped;
        this.shown = PreviewPictures.open(source, video, stopped);
        this.startUs = shown.startUs();
    }

    /// The decoder that stands on the picture shown.
    PreviewPictures shown() {
        return shown;
    }

    /// Whether the proxy is read.
    boolean proxied() {
        return proxy.isPresent();
    }

    /// Reads a proxy from now on, from the same moment.
    ///
    /// @throws MediaException when it cannot be read; then nothing has changed
    void proxy(Path file, long us, Route route) throws MediaException {
        InputFile input = InputFile.open(file);
        PreviewPictures made = PreviewPictures.proxy(input, video, startUs, stopped);
        try {
            made.seek(us);
        } catch (MediaException failed) {
            made.close();
            throw failed;
        }
        closeAhead();
        shown.close();
        shown = made;
        proxy = Optional.of(input);
        ready(route);
    }

    /// Opens the second decoder before it is needed.
    void ready(Route route) throws MediaException {
        aheadOf = NOWHERE;
        if (route.jumps() && ahead == null) {
            ahead = proxy.isPresent()
                    ? PreviewPictures.proxy(proxy.get(), video, startUs, stopped)
                    : PreviewPictures.open(source, video, stopped);
        } else if (!route.jumps()) {
            closeAhead();
        }
    }

    /// Works towards the picture after the next jump.
    ///
    /// @param turn       what is shown
    /// @param untilNanos when to stop, after at least one picture
    void lookAhead(Route route, PreviewClock.Turn turn, long untilNanos) throws MediaException {
        Optional<Route.Leg> next = route.after(turn.leg(), false);
        if (ahead == null || next.isEmpty()) {
            return;
        }
        if (aheadOf != turn.number()) {
            aheadOf = turn.number();
            arrived = false;
            ahead.head(next.get().fromUs());
        }
        if (!arrived) {
            arrived = ahead.approach(untilNanos);
        }
    }

    /// Stands on the first picture of a leg: at once where the second decoder is already there.
    void cross(PreviewClock.Turn turn) throws MediaException {
        PreviewPictures there = ahead;
        if (there != null && arrived && aheadOf == turn.number() - 1) {
            ahead = shown;
            shown = there;
        } else {
            shown.seek(turn.us());
        }
        aheadOf = NOWHERE;
    }

    /// The counting of turns has begun anew.
    void restarted() {
        aheadOf = NOWHERE;
    }

    private void closeAhead() {
        if (ahead != null) {
            ahead.close();
            ahead = null;
        }
    }

    @Override
    public void close() {
        closeAhead();
        shown.close();
    }
}
