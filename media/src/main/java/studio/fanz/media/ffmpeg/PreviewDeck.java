package studio.fanz.media.ffmpeg;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;
import studio.fanz.media.play.AudioOut;
import studio.fanz.media.play.Player;
import studio.fanz.media.play.PlayerFrame;

/// What the preview's thread holds: the recording, where it stands and what is due. All methods but `audible` and
/// `dropped` belong to that thread. Times are microseconds from the start of the source.
final class PreviewDeck implements AutoCloseable {

    private static final int MOST_LENT = 3;
    private static final long TICK_US = 15_000;
    private static final long MOVED_US = 40_000;
    private static final long HURRY_US = 100_000;
    private static final long GIVE_WAY_US = 500_000;
    private static final int AT_ONCE = 16;

    private final Player.Listener listener;
    private final BooleanSupplier stopped;
    private final PreviewClock clock;
    private final FrameBuffers buffers = new FrameBuffers(MOST_LENT);
    private final AtomicLong dropped = new AtomicLong();
    private Player.State state = Player.State.EMPTY;
    private @Nullable PreviewPictures pictures;
    private String name = "";
    private long lengthUs;
    private long positionUs;
    private long movedUs;
    private double rate = 1;
    private int maxWidth = 1280;
    private int maxHeight = 720;

    PreviewDeck(Player.Listener listener, Supplier<Optional<AudioOut>> device, BooleanSupplier stopped) {
        this.listener = listener;
        this.stopped = stopped;
        this.clock = new PreviewClock(device);
    }

    boolean audible() {
        return clock.audible();
    }

    long dropped() {
        return dropped.get();
    }

    /// What a message calls the recording; empty before the first.
    String name() {
        return name;
    }

    void open(Path file, MediaFacts facts) throws MediaException {
        release();
        become(Player.State.OPENING);
        InputFile input = InputFile.open(file);
        name = input.name();
        if (facts.video().isPresent()) {
            pictures = PreviewPictures.open(input, facts.video().get(), stopped);
        }
        boolean heard = facts.hasAudio();
        clock.open(heard ? Optional.of(PreviewSound.open(input, facts.audio().getFirst(), stopped)) : Optional.empty());
        if (pictures == null && !heard) {
            throw new MediaException(Code.DECODE_FAILED, name, "there is nothing to play in it");
        }
        lengthUs = facts.durationMs() * 1000;
        positionUs = 0;
        rate = 1;
        show();
        become(Player.State.PAUSED);
    }

    void unload() {
        try {
            release();
        } finally {
            become(Player.State.EMPTY);
        }
    }

    void fail(MediaException problem) {
        boolean closing = stopped.getAsBoolean();
        try {
            unload();
        } finally {
            if (!closing) {
                listener.failed(problem);
            }
        }
    }

    void play() throws MediaException {
        if (empty() || state == Player.State.PLAYING) {
            return;
        }
        if (state == Player.State.ENDED && rate > 0) {
            positionUs = 0;
            place();
            show();
        }
        become(Player.State.PLAYING);
        clock.start(positionUs, rate);
    }

    void pause() {
        if (state == Player.State.PLAYING) {
            positionUs = clamp(clock.nowUs());
            clock.stop();
            hurry(false);
            become(Player.State.PAUSED);
        }
    }

    void seek(long ms) throws MediaException {
        if (empty()) {
            return;
        }
        positionUs = clamp(ms > Long.MAX_VALUE / 1000 ? lengthUs : ms * 1000);
        place();
        show();
        if (state == Player.State.PLAYING) {
            clock.start(positionUs, rate);
        } else {
            become(Player.State.PAUSED);
        }
    }

    void step(int frames) throws MediaException {
        PreviewPictures shown = pictures;
        if (empty() || shown == null) {
            return;
        }
        pause();
        for (int i = 0; i < frames && shown.advance(); i++) {
            checkStopped();
        }
        for (int i = 0; i > frames && shown.currentUs() > 0; i--) {
            checkStopped();
            shown.seek(shown.currentUs() - 1000);
        }
        positionUs = Math.max(0, shown.currentUs());
        show();
        become(Player.State.PAUSED);
    }

    void rate(double wanted) throws MediaException {
        if (wanted == rate || wanted == 0 || !Double.isFinite(wanted)) {
            return;
        }
        if (state == Player.State.PLAYING) {
            positionUs = clamp(clock.nowUs());
            clock.start(positionUs, wanted);
        }
        rate = wanted;
    }

    void volume(double volume) {
        clock.volume(volume);
    }

    void fit(int width, int height) {
        maxWidth = Math.max(1, width);
        maxHeight = Math.max(1, height);
    }

    /// Does what is due.
    ///
    /// @return microseconds until something is due again; -1 when nothing is before the next command
    long pump() throws MediaException {
        if (state != Player.State.PLAYING) {
            return -1;
        }
        clock.fill();
        long now = clock.nowUs();
        long wait = pictures == null ? heard(now) : seen(pictures, now);
        if (rate < 0 ? now <= 0 : over(now)) {
            positionUs = clamp(now);
            clock.stop();
            hurry(false);
            become(rate < 0 ? Player.State.PAUSED : Player.State.ENDED);
        }
        return wait;
    }

    private boolean over(long now) {
        boolean seen = pictures == null || (pictures.nextUs() == PreviewPictures.NEVER && now >= pictures.endUs());
        return seen && clock.over();
    }

    private long heard(long now) {
        if (Math.abs(now - movedUs) >= MOVED_US) {
            movedUs = now;
            listener.moved(PreviewPictures.label(clamp(now)));
        }
        return TICK_US;
    }

    private long seen(PreviewPictures shown, long now) throws MediaException {
        if (rate < 0) {
            long before = shown.currentUs();
            shown.seek(clamp(now));
            if (shown.currentUs() != before) {
                show();
            }
            return TICK_US;
        }
        boolean moved = false;
        for (int i = 0; i < AT_ONCE && shown.nextUs() <= now; i++) {
            if (moved) {
                dropped.incrementAndGet();
            }
            moved = shown.advance();
        }
        if (moved) {
            show();
        }
        return keepUp(shown, now);
    }

    /// Lets sound wait where leaving pictures out is not enough.
    private long keepUp(PreviewPictures shown, long now) throws MediaException {
        if (shown.nextUs() == PreviewPictures.NEVER) {
            return TICK_US;
        }
        long late = now - shown.nextUs();
        shown.hurry(late > HURRY_US);
        if (late > GIVE_WAY_US * Math.max(1, rate)) {
            clock.start(Math.max(0, shown.currentUs()), rate);
        }
        return Math.clamp((long) (-late / rate), 0, TICK_US);
    }

    private void place() throws MediaException {
        if (pictures != null) {
            pictures.seek(positionUs);
        }
    }

    private void show() throws MediaException {
        if (pictures == null) {
            movedUs = positionUs;
            listener.moved(PreviewPictures.label(positionUs));
        } else if (buffers.mayLend()) {
            hand(pictures.render(maxWidth, maxHeight, buffers));
        } else {
            dropped.incrementAndGet();
        }
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

    private void hurry(boolean hurry) {
        if (pictures != null) {
            pictures.hurry(hurry);
        }
    }

    private void checkStopped() throws MediaException {
        if (stopped.getAsBoolean()) {
            throw new MediaException(Code.DECODE_STALLED, name, "closed");
        }
    }

    private boolean empty() {
        return state == Player.State.EMPTY || state == Player.State.OPENING;
    }

    private long clamp(long us) {
        return Math.clamp(us, 0, Math.max(0, lengthUs));
    }

    private void become(Player.State now) {
        if (state != now) {
            state = now;
            listener.state(now);
        }
    }

    private void release() {
        PreviewPictures shown = pictures;
        pictures = null;
        try {
            clock.release();
        } finally {
            if (shown != null) {
                shown.close();
            }
        }
    }

    @Override
    public void close() {
        release();
        clock.close();
    }
}
