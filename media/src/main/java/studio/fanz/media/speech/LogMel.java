package studio.fanz.media.speech;

import java.util.Arrays;

/// The features Whisper listens to: 80 mel bands of the logarithm of the power spectrum, 100 frames a second, from
/// 16 kHz mono. Equal to OpenAI's `log_mel_spectrogram` for an input of one window: silence follows the samples, they
/// are mirrored before the first, the maximum is taken over the window. Not for use by two threads.
public final class LogMel {

    /// Hertz.
    public static final int RATE = 16_000;
    /// Samples between two frames.
    public static final int HOP = 160;
    /// Mel bands.
    public static final int BANDS = 80;
    /// Frames of one window of 30 seconds.
    public static final int FRAMES = 3000;
    /// Samples of one window.
    public static final int WINDOW = FRAMES * HOP;

    private static final int HALF = Fourier400.SIZE / 2;

    private final double[] hann = new double[Fourier400.SIZE];
    private final double[][] weights = new double[BANDS][];
    private final int[] firstBin = new int[BANDS];
    private final Fourier400 fourier = new Fourier400();
    private final double[] logs = new double[BANDS * FRAMES];
    private final double[] power = new double[Fourier400.BINS * Fourier400.FRAMES];

    /// @param filters 80 x 201 weights, row by row (`mel_filters.f32`)
    public LogMel(float[] filters) {
        if (filters.length != BANDS * Fourier400.BINS) {
            throw new IllegalArgumentException(filters.length + " filter weights");
        }
        for (int i = 0; i < hann.length; i++) {
            hann[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / hann.length);
        }
        for (int band = 0; band < BANDS; band++) {
            band(band, Arrays.copyOfRange(filters, band * Fourier400.BINS, (band + 1) * Fourier400.BINS));
        }
    }

    /// Features of one window.
    ///
    /// @param samples 16 kHz mono, -1..1
    /// @param length  how many of them count, at most [#WINDOW]
    /// @return 80 x 3000, band by band; 0 in the frames past the end of the sound
    public float[] window(float[] samples, int length) {
        int content = length / HOP;
        double[] row = new double[Fourier400.FRAMES];
        double loudest = Double.NEGATIVE_INFINITY;
        for (int first = 0; first < content; first += Fourier400.FRAMES) {
            frames(samples, length, first);
            int count = Math.min(Fourier400.FRAMES, content - first);
            for (int band = 0; band < BANDS; band++) {
                sum(band, row);
                for (int f = 0; f < count; f++) {
                    double value = Math.log10(Math.max(row[f], 1e-10));
                    logs[band * FRAMES + first + f] = value;
                    loudest = Math.max(loudest, value);
                }
            }
        }
        return scaled(content, loudest - 8);
    }

    private void band(int band, float[] row) {
        int from = 0;
        int to = row.length;
        while (from < to && row[from] == 0) {
            from++;
        }
        while (to > from && row[to - 1] == 0) {
            to--;
        }
        firstBin[band] = from;
        weights[band] = new double[to - from];
        for (int i = from; i < to; i++) {
            weights[band][i - from] = row[i];
        }
    }

    private void frames(float[] samples, int length, int first) {
        for (int f = 0; f < Fourier400.FRAMES; f++) {
            int start = (first + f) * HOP - HALF;
            for (int i = 0; i < Fourier400.SIZE; i++) {
                int at = Math.abs(start + i);
                fourier.put(f, i, at < length ? samples[at] * hann[i] : 0);
            }
        }
        fourier.power(power);
    }

    private void sum(int band, double[] row) {
        Arrays.fill(row, 0);
        for (int i = 0; i < weights[band].length; i++) {
            double weight = weights[band][i];
            int at = (firstBin[band] + i) * Fourier400.FRAMES;
            for (int f = 0; f < Fourier400.FRAMES; f++) {
                row[f] += weight * power[at + f];
            }
        }
    }

    private float[] scaled(int content, double floor) {
        float[] mel = new float[BANDS * FRAMES];
        for (int band = 0; band < BANDS; band++) {
            for (int i = band * FRAMES; i < band * FRAMES + content; i++) {
                mel[i] = (float) ((Math.max(logs[i], floor) + 4) / 4);
            }
        }
        return mel;
    }
}
