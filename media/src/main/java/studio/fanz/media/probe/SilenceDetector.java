package studio.fanz.media.probe;

import java.util.ArrayList;
import java.util.List;
import studio.fanz.core.time.Span;
import studio.fanz.media.frame.SoundReader;

/// Finds stretches in which nothing can be heard: the root mean square of every 20 ms is below -60 dBFS, the
/// level FFmpeg's `silencedetect` takes too, for at least the given time. Not thread-safe; one per file.
public final class SilenceDetector implements SoundReader.Sink {

    private static final double LIMIT = Math.pow(10, -60 / 20.0);
    private static final int WINDOWS_PER_SECOND = 50;

    private final int sampleRate;
    private final int window;
    private final long leastMs;
    private final List<Span> found = new ArrayList<>();
    private double energy;
    private int inWindow;
    private long samples;
    private long silentSince;

    /// @param sampleRate of the samples that will come, hertz
    /// @param leastMs    shorter stretches are not reported
    public SilenceDetector(int sampleRate, long leastMs) {
        this.sampleRate = sampleRate;
        this.window = Math.max(1, sampleRate / WINDOWS_PER_SECOND);
        this.leastMs = leastMs;
    }

    @Override
    public boolean accept(float[] block, int length) {
        for (int i = 0; i < length; i++) {
            energy += block[i] * block[i];
            if (++inWindow == window) {
                endWindow();
            }
        }
        return true;
    }

    /// Ends the detection; call once after the last sample.
    ///
    /// @return silent stretches in order
    public List<Span> finish() {
        endSilence(samples + inWindow);
        return List.copyOf(found);
    }

    private void endWindow() {
        boolean silent = Math.sqrt(energy / window) < LIMIT;
        if (!silent) {
            endSilence(samples);
            silentSince = samples + window;
        }
        samples += window;
        energy = 0;
        inWindow = 0;
    }

    private void endSilence(long atSample) {
        long start = silentSince * 1000 / sampleRate;
        long end = atSample * 1000 / sampleRate;
        if (end - start >= leastMs) {
            found.add(new Span(start, end));
        }
    }
}
