package studio.fanz.media.ffmpeg;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.fanz.media.MediaException;
import studio.fanz.media.play.AudioOut;
import studio.fanz.media.play.SilentOut;

/// Sound as the clock of the preview: what has been heard says where it stands. Where there is nothing to hear, silence
/// is played to nobody in the same way. Belongs to the preview's thread, but for `audible`. Times are microseconds.
final class PreviewClock implements AutoCloseable {

    private static final double SLOWEST_HEARD = 0.5;
    private static final double FASTEST_HEARD = 2;
    private static final byte[] SILENCE = new byte[AudioOut.RATE / 50 * AudioOut.FRAME_BYTES];

    private final Supplier<Optional<AudioOut>> device;
    private final AudioOut silent = new SilentOut();
    private @Nullable AudioOut line;
    private AudioOut out = silent;
    private @Nullable PreviewSound sound;
    private boolean asked;
    private volatile boolean audible;
    private byte[] block = SILENCE;
    private int at;
    private boolean ended = true;
    private long startUs;
    private long soundFrames;
    private double rate = 1;
    private double volume = 1;

    PreviewClock(Supplier<Optional<AudioOut>> device) {
        this.device = device;
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

    /// Runs from a moment on; a negative rate runs backwards.
    void start(long fromUs, double speed) throws MediaException {
        stop();
        boolean heard = speed >= SLOWEST_HEARD && speed <= FASTEST_HEARD;
        PreviewSound toPlay = heard ? sound : null;
        out = toPlay != null && line != null ? line : silent;
        out.flush();
        startUs = fromUs;
        rate = speed;
        soundFrames = 0;
        ended = toPlay == null;
        block = new byte[0];
        at = 0;
        if (toPlay != null) {
            toPlay.seek(fromUs, speed);
        }
        fill();
        out.start();
    }

    /// Stands still.
    void stop() {
        out.stop();
    }

    /// The moment that is heard.
    long nowUs() {
        return startUs + Math.round(out.heard() * rate * 1e6 / AudioOut.RATE);
    }

    /// Whether all sound has been heard.
    boolean over() {
        return ended && out.heard() >= soundFrames;
    }

    /// Writes as much as has room.
    void fill() throws MediaException {
        int taken;
        do {
            if (at == block.length) {
                load();
            }
            taken = out.write(block, at, block.length - at);
            at += taken;
        } while (taken > 0);
    }

    private void load() throws MediaException {
        at = 0;
        block = ended || sound == null ? SILENCE : sound.next();
        if (block.length == 0) {
            ended = true;
            block = SILENCE;
        } else if (!ended) {
            soundFrames += block.length / AudioOut.FRAME_BYTES;
            soften(block);
        }
    }

    private void soften(byte[] pcm) {
        if (volume == 1) {
            return;
        }
        for (int i = 0; i < pcm.length; i += 2) {
            int sample = (int) Math.round(((pcm[i] & 0xFF) | pcm[i + 1] << 8) * volume);
            pcm[i] = (byte) sample;
            pcm[i + 1] = (byte) (sample >> 8);
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
        if (sound != null) {
            sound.close();
            sound = null;
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
