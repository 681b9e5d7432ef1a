package studio.fanz.media.play;

import java.nio.file.Path;
import java.util.Optional;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.time.Span;
import studio.fanz.media.MediaException;

/// Plays one recording at a time for the Edit preview: in process, pictures and sound together, sound as the clock
/// where there is a sound device, the monotonic clock where there is none or where the recording has no sound.
///
/// Every method returns at once; what it asks happens on the player's own threads, in the order asked. A later seek
/// overtakes an earlier one that has not been shown yet, so scrubbing never queues up. Any thread may call.
public interface Player extends AutoCloseable {

    /// What the player is doing.
    enum State {
        EMPTY,
        OPENING,
        PAUSED,
        PLAYING,
        /// The last frame is shown; `play` starts again from the first.
        ENDED
    }

    /// Shows the first frame of a recording and stands paused. Closes what was open before.
    ///
    /// @param file  read in process and never written to
    /// @param facts as probed
    void open(Path file, MediaFacts facts);

    /// Forgets the recording; the state becomes `EMPTY`.
    void unload();

    /// Plays on from where it stands.
    void play();

    /// Stops at the frame shown.
    void pause();

    /// Shows the frame whose presentation time is the nearest at or before `ms` from the start of the source, exactly
    /// (not the key frame before it); keeps playing when it played. Times outside the recording are clamped.
    void seek(long ms);

    /// Pauses and moves by whole frames, backwards when negative.
    void step(int frames);

    /// Plays faster, slower or backwards: 1 is normal, -1 the same speed backwards. Sound is heard between 0.5 and 2
    /// only, at its own pitch; elsewhere pictures only.
    void rate(double rate);

    /// Plays only what is kept, from stretch to stretch without a gap, the sound in step; `EditList.ALL` plays
    /// everything again. Moments are told in the time of the source all the same, and any moment can be gone to.
    /// Opening a recording keeps everything.
    void keep(EditList kept);

    /// Plays round and round between two moments; empty ends that. Opening a recording ends it.
    void loop(Optional<Span> between);

    /// Takes the pictures from a proxy of the open recording from now on, without a jump: the same pictures at the same
    /// moments, quick to go to. One that cannot be read changes nothing. Sound stays the recording's own.
    void proxy(Path file);

    /// How it goes; any thread.
    Stats stats();

    /// 0 is silent, 1 as recorded.
    void volume(double volume);

    /// The largest picture worth delivering, in pixels; frames are scaled down to fit, never up. Takes effect with the
    /// next frame.
    void fit(int maxWidth, int maxHeight);

    /// Whether this computer has a sound device that opened; false means silent playing.
    boolean audible();

    /// Stops the threads and frees native memory. Waits until no listener call is running. May be called twice.
    @Override
    void close();

    /// What a person sees who looks into why a preview stutters.
    ///
    /// @param proxy       whether a proxy is read
    /// @param width       decoded, pixels
    /// @param height      decoded, pixels
    /// @param rate        how fast it plays
    /// @param dropped     pictures left out because they came too late or because nobody took them
    /// @param queued      requests that wait
    /// @param lateMs      how long after its moment the last picture was handed over, by the sound
    /// @param seams       jumps played over
    /// @param worstSeamMs the longest that the first picture after a jump came after its sound
    record Stats(
            boolean proxy,
            int width,
            int height,
            double rate,
            long dropped,
            int queued,
            double lateMs,
            int seams,
            double worstSeamMs) {

        /// Nothing was shown yet.
        public static final Stats NONE = new Stats(false, 0, 0, 1, 0, 0, 0, 0, 0);

        /// The same with that many requests waiting.
        public Stats queued(int waiting) {
            return new Stats(proxy, width, height, rate, dropped, waiting, lateMs, seams, worstSeamMs);
        }
    }

    /// Hears what happens. Called on the player's threads, never on two at once; must return quickly.
    interface Listener {

        /// A frame is due now. The listener owns it and releases it when it has been drawn; at most three are out at a
        /// time, and when all are, newer ones are dropped.
        void frame(PlayerFrame frame);

        /// Where it stands, about 25 times a second while a recording without a picture plays and after each seek in
        /// one; milliseconds from the start of the source.
        default void moved(long timeMs) {}

        /// The state has changed.
        void state(State state);

        /// The recording cannot be played any further; the state is `EMPTY`.
        void failed(MediaException problem);
    }

    /// Makes players.
    @FunctionalInterface
    interface Factory {

        /// A player that tells `listener`; the caller closes it.
        Player create(Listener listener);
    }
}
