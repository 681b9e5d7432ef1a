package studio.fanz.media.ffmpeg;

import studio.fanz.media.MediaException;
import studio.fanz.media.play.Player;
import studio.fanz.media.play.PlayerFrame;

/// Hands pictures to who draws them, and counts. Belongs to the preview's thread, but for `stats`. Times are
/// microseconds from the start of the source.
final class PreviewScreen {

    private static final int MOST_LENT = 3;

    private final Player.Listener listener;
    private final FrameBuffers buffers = new FrameBuffers(MOST_LENT);
    private volatile Player.Stats stats = Player.Stats.NONE;
    private int maxWidth = 1280;
    private int maxHeight = 720;
    private boolean proxy;
    private double rate = 1;
    private long dropped;
    private int width;
    private int height;
    private long shownUs;
    private long lateUs;
    private long turn;
    private int seams;
    private long worstSeamUs;

    PreviewScreen(Player.Listener listener) {
        this.listener = listener;
    }

    /// The last picture's moment.
    long shownUs() {
        return shownUs;
    }

    Player.Stats stats() {
        return stats;
    }

    void fit(int mostWide, int mostHigh) {
        maxWidth = Math.max(1, mostWide);
        maxHeight = Math.max(1, mostHigh);
    }

    /// Whether a proxy is read.
    void reading(boolean fromProxy) {
        proxy = fromProxy;
        tell();
    }

    void rate(double now) {
        rate = now;
        tell();
    }

    /// Pictures that came too late to be shown.
    void dropped(long pictures) {
        dropped += pictures;
    }

    /// Notes when the picture shown was due by the sound.
    ///
    /// @param heardUs what is heard as it is handed over
    void timed(long heardUs, PreviewClock.Turn now) {
        lateUs = heardUs - shownUs;
        if (now.number() != turn && now.number() > 0) {
            seams++;
            worstSeamUs = Math.max(worstSeamUs, heardUs - now.us());
        }
        turn = now.number();
        tell();
    }

    /// Shows where a decoder stands.
    void show(PreviewPictures pictures) throws MediaException {
        if (lendable(pictures, pictures.currentUs())) {
            hand(pictures.render(maxWidth, maxHeight, buffers));
        }
    }

    /// Shows a picture that is held.
    void show(PreviewPictures pictures, PreviewReverse.Held held) throws MediaException {
        if (lendable(pictures, held.us())) {
            hand(pictures.render(held.frame(), held.us(), maxWidth, maxHeight, buffers));
        }
    }

    private boolean lendable(PreviewPictures pictures, long us) {
        shownUs = us;
        width = pictures.width();
        height = pictures.height();
        boolean lendable = buffers.mayLend();
        dropped += lendable ? 0 : 1;
        tell();
        return lendable;
    }

    private void hand(PreviewPictures.Shown shown) {
        long ms = Math.max(0, PreviewPictures.label(shown.us()));
        Runnable release = buffers.lend(shown.bgra());
        try {
            listener.frame(new PlayerFrame(ms, shown.number(), shown.width(), shown.height(), shown.bgra(), release));
        } catch (RuntimeException | Error bug) {
            release.run();
            throw bug;
        }
    }

    private void tell() {
        stats = new Player.Stats(proxy, width, height, rate, dropped, 0, lateUs / 1000.0, seams, worstSeamUs / 1000.0);
    }
}
