package studio.fanz.media.play;

import java.util.function.LongSupplier;

/// Sound that nobody hears: it takes what is written and lets it pass in the time of a monotonic clock. For recordings
/// without sound and computers without a sound device.
public final class SilentOut implements AudioOut {

    private static final long CAPACITY = RATE / 5;
    private static final long SECOND = 1_000_000_000L;

    private final LongSupplier nanos;
    private long written;
    private long before;
    private long since;
    private boolean running;

    /// By the clock of this computer.
    public SilentOut() {
        this(System::nanoTime);
    }

    /// By another clock.
    ///
    /// @param nanos monotonic, nanoseconds
    public SilentOut(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public int write(byte[] pcm, int from, int length) {
        long room = CAPACITY - (written - heard());
        int frames = (int) Math.min(room, length / FRAME_BYTES);
        written += frames;
        return frames * FRAME_BYTES;
    }

    @Override
    public long heard() {
        if (running) {
            long passed = nanos.getAsLong() - since;
            long due = before + passed / SECOND * RATE + passed % SECOND * RATE / SECOND;
            if (due > written) {
                // It ran dry, as a sound device does: what comes later is heard later.
                stopAt(written);
                running = true;
            }
            return Math.min(written, due);
        }
        return before;
    }

    @Override
    public void start() {
        if (!running) {
            since = nanos.getAsLong();
            running = true;
        }
    }

    @Override
    public void stop() {
        if (running) {
            stopAt(heard());
        }
    }

    private void stopAt(long frames) {
        before = frames;
        since = nanos.getAsLong();
        running = false;
    }

    @Override
    public void flush() {
        written = 0;
        before = 0;
        since = nanos.getAsLong();
    }

    @Override
    public boolean audible() {
        return false;
    }

    @Override
    public void close() {
        running = false;
    }
}
