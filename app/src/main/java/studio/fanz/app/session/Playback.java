package studio.fanz.app.session;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.job.Job;
import studio.fanz.core.job.Outcome;
import studio.fanz.core.time.Rational;
import studio.fanz.media.MediaException;
import studio.fanz.media.frame.Picture;
import studio.fanz.media.play.EditList;
import studio.fanz.media.play.Player;
import studio.fanz.media.play.PlayerFrame;

/// The moment that is shown. With a player it plays; without one it shows exact still pictures. FX thread only; the
/// player's frames come through `frames` on the player's thread.
public final class Playback implements AutoCloseable {

    private static final int STILL_WIDTH = 1280;
    private static final int STILL_HEIGHT = 1280;
    private static final double FASTEST = 8;

    private final Activity activity;
    private final Stills stills;
    private final Optional<Player> player;
    private final ReadOnlyLongWrapper position = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Picture>> still = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<MediaException>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private volatile Consumer<PlayerFrame> frames = frame -> frame.release().run();
    private Optional<Asset> asset = Optional.empty();
    private EditList kept = EditList.ALL;
    private double rate = 1;
    private @Nullable Job fetching;
    private boolean waiting;

    /// `thread` is the FX thread.
    public Playback(
            Activity activity, Stills stills, Optional<Player.Factory> factory, java.util.concurrent.Executor thread) {
        this.activity = activity;
        this.stills = stills;
        this.player = factory.map(make -> make.create(new FromPlayer(thread)));
    }

    /// The moment shown, in milliseconds of the source.
    public ReadOnlyLongProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    /// Whether it plays.
    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /// The still picture of the moment, where there is no player.
    public ReadOnlyObjectProperty<Optional<Picture>> stillProperty() {
        return still.getReadOnlyProperty();
    }

    /// Why the recording could not be played on; empty while it can.
    public ReadOnlyObjectProperty<Optional<MediaException>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Whether it can play at all.
    public boolean canPlay() {
        return player.isPresent() && asset.isPresent();
    }

    /// Who draws the player's frames, and releases them. Called on the player's thread.
    public void frames(Consumer<PlayerFrame> sink) {
        frames = sink;
    }

    /// Shows a recording at a moment.
    public void open(Asset recording, long atMs) {
        asset = Optional.of(recording);
        playing.set(false);
        still.set(Optional.empty());
        problem.set(Optional.empty());
        kept = EditList.ALL;
        player.ifPresent(p -> p.open(recording.path(), recording.facts()));
        seek(atMs);
    }

    /// Plays only what is kept of the open recording, jumping over the rest; `EditList.ALL` plays everything, as does
    /// opening. Moments stay those of the source.
    public void keep(EditList now) {
        if (!now.equals(kept)) {
            kept = now;
            player.ifPresent(p -> p.keep(now));
        }
    }

    /// Goes to a moment, staying inside the recording.
    public void seek(long ms) {
        if (asset.isEmpty()) {
            return;
        }
        position.set(Math.clamp(ms, 0, asset.get().facts().durationMs()));
        player.ifPresentOrElse(p -> p.seek(position.get()), this::fetch);
    }

    /// Plays, or stops.
    public void toggle() {
        if (playing.get()) {
            stop();
        } else {
            play(1);
        }
    }

    /// Plays at a rate; asked again in the same direction it goes twice as fast.
    public void shuttle(int direction) {
        boolean same = playing.get() && Math.signum(rate) == Math.signum(direction);
        play(same ? Math.clamp(rate * 2, -FASTEST, FASTEST) : direction);
    }

    /// Stops at the moment shown.
    public void stop() {
        player.ifPresent(Player::pause);
        rate = 1;
        playing.set(false);
    }

    /// Moves by whole frames.
    public void step(int frameCount) {
        if (player.isPresent() && asset.isPresent()) {
            playing.set(false);
            player.get().step(frameCount);
        } else {
            seek(position.get()
                    + Math.round(frameCount * 1000 / Math.max(1, frameRate().toDouble())));
        }
    }

    /// Frames a second of the recording; 25 where there are none.
    public Rational frameRate() {
        return asset.flatMap(a -> a.facts().video())
                .map(VideoFacts::frameRate)
                .filter(r -> r.num() > 0)
                .orElse(new Rational(25, 1));
    }

    @Override
    public void close() {
        player.ifPresent(Player::close);
    }

    private void play(double speed) {
        if (!canPlay()) {
            return;
        }
        rate = speed;
        player.ifPresent(p -> {
            p.rate(speed);
            p.play();
        });
        playing.set(true);
    }

    /// One picture at a time: while one is fetched, only the last moment asked for is remembered.
    private void fetch() {
        if (fetching != null) {
            waiting = true;
            return;
        }
        Asset from = asset.orElseThrow();
        if (from.facts().video().isEmpty()) {
            return;
        }
        long at = position.get();
        waiting = false;
        fetching = () -> {};
        Job job = activity.quietly(
                context ->
                        stills.at(from, at, STILL_WIDTH, STILL_HEIGHT, context).picture(),
                this::fetched);
        fetching = fetching == null ? null : job;
    }

    private void fetched(Outcome<Picture> outcome) {
        fetching = null;
        if (outcome instanceof Outcome.Done(var picture)) {
            still.set(Optional.of(picture));
        }
        if (waiting) {
            fetch();
        }
    }

    private final class FromPlayer implements Player.Listener {

        private final java.util.concurrent.Executor thread;

        FromPlayer(java.util.concurrent.Executor thread) {
            this.thread = thread;
        }

        @Override
        public void frame(PlayerFrame frame) {
            long at = frame.timeMs();
            frames.accept(frame);
            thread.execute(() -> position.set(at));
        }

        @Override
        public void moved(long timeMs) {
            thread.execute(() -> position.set(timeMs));
        }

        @Override
        public void state(Player.State state) {
            thread.execute(() -> playing.set(state == Player.State.PLAYING));
        }

        @Override
        public void failed(MediaException why) {
            thread.execute(() -> {
                playing.set(false);
                problem.set(Optional.of(why));
            });
        }
    }
}
