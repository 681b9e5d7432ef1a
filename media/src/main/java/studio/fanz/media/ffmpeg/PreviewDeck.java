package studio.fanz.media.ffmpeg;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.time.Span;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;
import studio.fanz.media.play.AudioOut;
import studio.fanz.media.play.EditList;
import studio.fanz.media.play.Player;
import studio.fanz.media.play.Route;

/// What the preview's thread holds: the recording, the way through it, where it stands and what is due. All methods but
/// `audible`, `name` and `stats` belong to that thread. Times are microseconds from the start of the source.
final class PreviewDeck implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PreviewDeck.class);
    private static final long TICK_US = 15_000;
    private static final long MOVED_US = 40_000;
    private static final long HURRY_US = 100_000;
    private static final long GIVE_WAY_US = 500_000;
    private static final long SEAM_NEAR_US = 1_000_000;
    private static final int AT_ONCE = 16;

    /// Faster than this a screen cannot show every picture, and leaving some out is no fault.
    private static final double EVERY_PICTURE = 2;

    private final Player.Listener listener;
    private final BooleanSupplier stopped;
    private final PreviewClock clock;
    private final PreviewScreen screen;
    private Player.State state = Player.State.EMPTY;
    private @Nullable PreviewReel reel;
    private @Nullable PreviewReverse reverse;
    private volatile String name = "";
    private EditList kept = EditList.ALL;
    private Optional<Span> loop = Optional.empty();
    private Route route = Route.WHOLE;
    private long turn;
    private long lengthUs;
    private long positionUs;
    private long movedUs;
    private double rate = 1;

    /// @param nanos the clock where there is nothing to hear
    PreviewDeck(
            Player.Listener listener,
            Supplier<Optional<AudioOut>> device,
            BooleanSupplier stopped,
            LongSupplier nanos) {
        this.listener = listener;
        this.stopped = stopped;
        this.clock = new PreviewClock(device, nanos);
        this.screen = new PreviewScreen(listener);
    }

    boolean audible() {
        return clock.audible();
    }

    /// How it goes, for people who look into it.
    Player.Stats stats() {
        return screen.stats();
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
            reel = new PreviewReel(input, facts.video().get(), stopped);
        }
        boolean heard = facts.hasAudio();
        clock.open(heard ? Optional.of(PreviewSound.open(input, facts.audio().getFirst(), stopped)) : Optional.empty());
        if (reel == null && !heard) {
            throw new MediaException(Code.DECODE_FAILED, name, "there is nothing to play in it");
        }
        lengthUs = facts.durationMs() * 1000;
        positionUs = 0;
        rate = 1;
        kept = EditList.ALL;
        loop = Optional.empty();
        route = Route.WHOLE;
        screen.reading(false);
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

    /// Reads a proxy from now on; one that cannot be read is left alone.
    void proxy(Path file) throws MediaException {
        if (empty() || reel == null) {
            return;
        }
        boolean playing = state == Player.State.PLAYING;
        positionUs = here();
        endReverse();
        try {
            reel.proxy(file, positionUs, route);
            screen.reading(true);
        } catch (MediaException unreadable) {
            LOG.warn("a proxy could not be read: {}", unreadable.code());
        }
        if (playing && rate < 0) {
            run(positionUs);
        }
    }

    /// Plays only these stretches.
    void keep(EditList wanted) throws MediaException {
        kept = wanted;
        reroute();
    }

    /// Plays round and round between two moments.
    void loop(Optional<Span> wanted) throws MediaException {
        loop = wanted;
        reroute();
    }

    private void reroute() throws MediaException {
        if (empty()) {
            return;
        }
        route = Route.of(kept, loop);
        if (reel != null) {
            reel.ready(route);
        }
        if (state == Player.State.PLAYING) {
            run(here());
        }
    }

    void play() throws MediaException {
        if (empty() || state == Player.State.PLAYING) {
            return;
        }
        boolean again = state == Player.State.ENDED && rate > 0;
        long from = again ? route.legs().getFirst().fromUs() : positionUs;
        if (again) {
            place(from);
        }
        become(Player.State.PLAYING);
        run(from);
    }

    /// Runs from a moment on, or from where the way goes on after it.
    private void run(long fromUs) throws MediaException {
        boolean back = rate < 0;
        endReverse();
        Route.Leg leg = route.from(fromUs, back)
                .orElseGet(() -> back ? route.legs().getLast() : route.legs().getFirst());
        long from = leg.holds(fromUs) ? fromUs : back ? Math.min(leg.toUs(), lengthUs) : leg.fromUs();
        if (from != fromUs && !back) {
            place(from);
        }
        positionUs = from;
        if (reel != null && back) {
            reverse = new PreviewReverse(reel.shown(), -rate);
        }
        restart(leg, from);
    }

    private void restart(Route.Leg leg, long fromUs) throws MediaException {
        clock.start(route, leg, fromUs, rate);
        turn = 0;
        if (reel != null) {
            reel.restarted();
        }
    }

    void pause() throws MediaException {
        if (state == Player.State.PLAYING) {
            stand(Player.State.PAUSED);
        }
    }

    private void stand(Player.State next) throws MediaException {
        positionUs = here();
        clock.stop();
        hurry(false);
        endReverse();
        become(next);
    }

    /// The moment it stands at: backwards, that of the picture shown.
    private long here() {
        if (state != Player.State.PLAYING) {
            return positionUs;
        }
        PreviewClock.Turn now = clock.turn();
        return reverse == null ? clamp(Math.min(clock.nowUs(), now.leg().toUs())) : clamp(screen.shownUs());
    }

    private void endReverse() throws MediaException {
        if (reverse != null) {
            reverse.close();
            reverse = null;
            if (reel != null) {
                reel.shown().seek(screen.shownUs());
            }
        }
    }

    void seek(long ms) throws MediaException {
        if (empty()) {
            return;
        }
        endReverse();
        place(clamp(ms > Long.MAX_VALUE / 1000 ? lengthUs : ms * 1000));
        if (state == Player.State.PLAYING) {
            run(positionUs);
        } else {
            become(Player.State.PAUSED);
        }
    }

    void step(int frames) throws MediaException {
        if (empty() || reel == null) {
            return;
        }
        pause();
        PreviewPictures shown = reel.shown();
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
        long from = here();
        rate = wanted;
        screen.rate(wanted);
        if (state == Player.State.PLAYING) {
            hurry(false);
            run(from);
        }
    }

    void volume(double volume) {
        clock.volume(volume);
    }

    void fit(int width, int height) {
        screen.fit(width, height);
    }

    /// Does what is due.
    ///
    /// @return microseconds until something is due again; -1 when nothing is before the next command
    long pump() throws MediaException {
        if (state != Player.State.PLAYING) {
            return -1;
        }
        clock.fill();
        PreviewClock.Turn now = clock.turn();
        long us = clock.nowUs();
        long wait = reel == null ? heard(us) : reverse == null ? forwards(reel, now, us) : backwards(reverse, now, us);
        if (over(now, us)) {
            stand(rate < 0 ? Player.State.PAUSED : Player.State.ENDED);
        }
        return wait;
    }

    private boolean over(PreviewClock.Turn now, long us) {
        if (!clock.over()) {
            return false;
        }
        if (reel == null || rate <= 0 || !now.leg().open()) {
            return true;
        }
        PreviewPictures shown = reel.shown();
        return shown.nextUs() == PreviewPictures.NEVER && us >= shown.endUs();
    }

    private long heard(long us) {
        if (Math.abs(us - movedUs) >= MOVED_US) {
            movedUs = us;
            listener.moved(PreviewPictures.label(clamp(us)));
        }
        return TICK_US;
    }

    private long forwards(PreviewReel on, PreviewClock.Turn now, long us) throws MediaException {
        boolean moved = false;
        if (now.number() != turn) {
            turn = now.number();
            on.cross(now);
            moved = true;
        }
        PreviewPictures shown = on.shown();
        long end = now.leg().toUs();
        for (int i = 0; i < AT_ONCE && shown.nextUs() <= us && shown.nextUs() < end; i++) {
            if (moved && rate <= EVERY_PICTURE) {
                screen.dropped(1);
            }
            moved = shown.advance();
        }
        if (moved) {
            show();
            screen.timed(clock.nowUs(), now);
        }
        long wait = keepUp(shown, now, us);
        boolean seamNear = !now.leg().open() && end - us < SEAM_NEAR_US * Math.max(1, rate);
        if (wait > 2_000 || seamNear) {
            on.lookAhead(route, now, System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(wait - 1_000));
        }
        return wait;
    }

    /// Lets sound wait where leaving pictures out is not enough.
    private long keepUp(PreviewPictures shown, PreviewClock.Turn now, long us) throws MediaException {
        if (shown.nextUs() >= now.leg().toUs()) {
            return TICK_US;
        }
        long late = us - shown.nextUs();
        shown.hurry(late > HURRY_US);
        if (late > GIVE_WAY_US * Math.max(1, rate)) {
            restart(now.leg(), Math.max(now.leg().fromUs(), shown.currentUs()));
        }
        return Math.clamp((long) (-late / rate), 0, TICK_US);
    }

    private long backwards(PreviewReverse held, PreviewClock.Turn now, long us) throws MediaException {
        Route.Leg leg = now.leg();
        long wanted = Math.clamp(us, leg.fromUs(), Math.min(leg.toUs() - 1, Math.max(leg.fromUs(), lengthUs)));
        Optional<PreviewReverse.Held> found = held.at(wanted);
        boolean fresh = now.number() != turn;
        if (found.isPresent()) {
            turn = now.number();
            if (fresh || found.get().us() != screen.shownUs()) {
                screen.show(reelOf().shown(), found.get());
                screen.timed(us, now);
            }
        } else if (!fresh && screen.shownUs() - us > GIVE_WAY_US * Math.max(1, -rate) && leg.holds(screen.shownUs())) {
            restart(leg, screen.shownUs());
        }
        long then = route.after(leg, true).map(Route.Leg::toUs).orElse(0L);
        held.work(wanted, leg.fromUs(), then, System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(TICK_US / 2));
        long due = found.isPresent() ? (long) ((wanted - found.get().us()) / -rate) : 0;
        return Math.clamp(due, 0, TICK_US / 2);
    }

    private PreviewReel reelOf() {
        if (reel == null) {
            throw new IllegalStateException("no pictures");
        }
        return reel;
    }

    private void place(long us) throws MediaException {
        positionUs = us;
        if (reel != null) {
            reel.shown().seek(us);
        }
        show();
    }

    private void show() throws MediaException {
        if (reel == null) {
            movedUs = positionUs;
            listener.moved(PreviewPictures.label(positionUs));
        } else {
            screen.show(reel.shown());
        }
    }

    private void hurry(boolean hurry) {
        if (reel != null) {
            reel.shown().hurry(hurry);
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
        PreviewReel shown = reel;
        PreviewReverse held = reverse;
        reel = null;
        reverse = null;
        try {
            clock.release();
        } finally {
            if (held != null) {
                held.close();
            }
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
