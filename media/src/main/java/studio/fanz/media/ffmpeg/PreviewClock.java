package studio.fanz.media.ffmpeg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.fanz.media.MediaException;
import studio.fanz.media.play.AudioOut;
import studio.fanz.media.play.Route;
import studio.fanz.media.play.SilentOut;

/// Sound as the clock of the preview: what has been heard says where it stands. Where there is nothing to hear, silence
/// is played to nobody in the same way. It follows a way through the recording: the sound of one leg begins at the very
/// sample where the one before ends. Belongs to the preview's thread, but for `audible`. Times are microseconds.
final class PreviewClock implements AutoCloseable {

    private static final double SLOWEST_HEARD = 0.5;
    private static final double FASTEST_HEARD = 2;
    private static final byte[] SILENCE = new byte[AudioOut.RATE / 50 * AudioOut.FRAME_BYTES];

    /// Sample frames over which a leg fades in and out, so that a cut does not click: 3 ms.
    private static final int FADE = AudioOut.RATE * 3 / 1000;

    private final Supplier<Optional<AudioOut>> device;
    private final AudioOut silent;
    private final List<Turn> turns = new ArrayList<>();
    private @Nullable AudioOut line;
    private AudioOut out;
    private @Nullable PreviewSound sound;
    private Route route = Route.WHOLE;
    private boolean asked;
    private volatile boolean audible;
    private byte[] block = SILENCE;
    private int length;
    private int at;
    private boolean heard;
    private boolean dry;
    private long loaded;
    private long legEnd;
    private long finish;
    private double rate = 1;
    private double volume = 1;

    /// The beginning of a leg in what is heard.
    ///
    /// @param number counts the legs of one run, from 0
    /// @param frames heard before it
    /// @param leg    what is played from here
    /// @param us     the moment it begins with
    record Turn(long number, long frames, Route.Leg leg, long us) {}

    /// @param nanos the clock where there is nothing to hear
    PreviewClock(Supplier<Optional<AudioOut>> device, LongSupplier nanos) {
        this.device = device;
        this.silent = new SilentOut(nanos);
        this.out = silent;
    }

    boolean audible() {
        return audible;
    }

    /// Takes the sound to play, if there is any.
    void open(Optional<PreviewSound> toPlay) {
        sound = toPlay.orElse(null);
        if (sound != null && !asked) {
            asked = true;
            line = device.get().orElse(null);
            audible = line != null && line.audible();
        }
    }

    /// Runs along a way from a moment of one of its legs on; a negative rate runs backwards.
    void start(Route way, Route.Leg first, long fromUs, double speed) throws MediaException {
        stop();
        heard = sound != null && speed >= SLOWEST_HEARD && speed <= FASTEST_HEARD;
        out = heard && line != null ? line : silent;
        out.flush();
        route = way;
        rate = speed;
        loaded = 0;
        finish = -1;
        turns.clear();
        block = SILENCE;
        length = 0;
        at = 0;
        begin(new Turn(0, 0, first, fromUs));
        fill();
        out.start();
    }

    private void begin(Turn turn) {
        turns.add(turn);
        long last = rate < 0 ? turn.leg().fromUs() : turn.leg().toUs();
        boolean open = last == Route.OPEN;
        legEnd = open
                ? Long.MAX_VALUE
                : turn.frames() + Math.max(0, Math.round((last - turn.us()) / rate * AudioOut.RATE / 1e6));
        dry = !heard;
        if (heard && sound != null) {
            sound.seek(turn.us(), rate);
        } else if (open) {
            finish = turn.frames();
        }
    }

    /// Stands still.
    void stop() {
        out.stop();
    }

    /// The leg that is heard.
    Turn turn() {
        // What has been heard is forgotten: a loop may turn for hours.
        while (turns.size() > 1 && turns.get(1).frames() <= out.heard()) {
            turns.removeFirst();
        }
        return turns.getFirst();
    }

    /// The moment that is heard.
    long nowUs() {
        Turn now = turn();
        return now.us() + Math.round((out.heard() - now.frames()) * rate * 1e6 / AudioOut.RATE);
    }

    /// Whether the way has been heard to its end; where it ends with the recording, whether its sound has.
    boolean over() {
        return finish >= 0 && out.heard() >= finish;
    }

    /// Writes as much as has room.
    void fill() throws MediaException {
        int taken;
        do {
            if (at == length) {
                load();
            }
            taken = out.write(block, at, length - at);
            at += taken;
        } while (taken > 0);
    }

    private void load() throws MediaException {
        if (loaded == legEnd) {
            turnOff();
        }
        at = 0;
        block = dry || sound == null ? SILENCE : sound.next();
        if (block.length == 0) {
            dry = true;
            block = SILENCE;
            finish = legEnd == Long.MAX_VALUE ? loaded : finish;
        }
        long left = legEnd - loaded;
        long frames = Math.min(left, block.length / AudioOut.FRAME_BYTES);
        length = (int) frames * AudioOut.FRAME_BYTES;
        if (!dry) {
            soften(left == frames, loaded == turns.getLast().frames() && loaded > 0);
        }
        loaded += frames;
    }

    private void turnOff() {
        Turn last = turns.getLast();
        Optional<Route.Leg> next = route.after(last.leg(), rate < 0);
        if (next.isPresent()) {
            Route.Leg leg = next.get();
            begin(new Turn(last.number() + 1, loaded, leg, rate < 0 ? leg.toUs() : leg.fromUs()));
        } else {
            finish = loaded;
            legEnd = Long.MAX_VALUE;
            dry = true;
        }
    }

    private void soften(boolean ends, boolean begins) {
        if (volume == 1 && !ends && !begins) {
            return;
        }
        int frames = length / AudioOut.FRAME_BYTES;
        int fade = Math.min(FADE, frames);
        for (int i = 0; i < length; i += 2) {
            int frame = i / AudioOut.FRAME_BYTES;
            double gain = volume;
            if (begins && frame < fade) {
                gain = gain * frame / fade;
            }
            if (ends && frame >= frames - fade) {
                gain = gain * (frames - frame) / fade;
            }
            int sample = (int) Math.round(((block[i] & 0xFF) | block[i + 1] << 8) * gain);
            block[i] = (byte) sample;
            block[i + 1] = (byte) (sample >> 8);
        }
    }

    /// From the next block on.
    ///
    /// @param wanted 0 to 1
    void volume(double wanted) {
        volume = Math.clamp(wanted, 0, 1);
    }

    /// Lets go of the recording's sound.
    void release() {
        stop();
        PreviewSound gone = sound;
        sound = null;
        heard = false;
        dry = true;
        if (gone != null) {
            gone.close();
        }
    }

    @Override
    public void close() {
        release();
        silent.close();
        if (line != null) {
            line.close();
        }
    }
}
