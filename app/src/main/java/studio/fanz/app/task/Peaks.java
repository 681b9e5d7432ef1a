package studio.fanz.app.task;

import java.io.ByteArrayOutputStream;

/// The loudest sample of each stretch, as one byte (0 silence, 255 full scale). One thread.
final class Peaks {

    private final int samplesEach;
    private final ByteArrayOutputStream done = new ByteArrayOutputStream();
    private float peak;
    private int seen;

    /// @param samplesEach length of a stretch in samples
    Peaks(int samplesEach) {
        this.samplesEach = samplesEach;
    }

    /// The next samples.
    boolean add(float[] samples, int length) {
        for (int i = 0; i < length; i++) {
            peak = Math.max(peak, Math.abs(samples[i]));
            if (++seen == samplesEach) {
                flush();
            }
        }
        return true;
    }

    /// All peaks so far, the last stretch as far as it goes.
    byte[] bytes() {
        if (seen > 0) {
            flush();
        }
        return done.toByteArray();
    }

    private void flush() {
        done.write(Math.round(Math.min(1, peak) * 255));
        peak = 0;
        seen = 0;
    }
}
