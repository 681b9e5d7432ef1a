package studio.fanz.media.speech;

import java.util.Arrays;

/// How loud a window is from moment to moment: mean power of 20 ms in decibels, every 5 ms.
final class Loudness {

    /// Milliseconds between two values.
    static final int STEP_MS = 5;

    private static final int STEP = LogMel.RATE * STEP_MS / 1000;
    private static final int HALF = 2 * STEP;
    /// Values on each side that tell what is loud and what is quiet here: two seconds.
    private static final int AROUND = 2000 / STEP_MS;
    /// A pause is this far below the loudest speech around it, in decibels, where the recording is clean …
    private static final double CLEAN = 30;
    /// … or this close to the noise where it is not, but never closer to the speech than that.
    private static final double ABOVE_NOISE = 6;

    private static final double BELOW_SPEECH = 12;

    private final double[] decibels;

    Loudness(float[] samples, int length) {
        double[] sums = new double[length + 1];
        for (int i = 0; i < length; i++) {
            sums[i + 1] = sums[i] + samples[i] * samples[i];
        }
        decibels = new double[Math.max(1, length / STEP)];
        for (int i = 0; i < decibels.length; i++) {
            int from = Math.max(0, i * STEP + STEP / 2 - HALF);
            int to = Math.min(length, i * STEP + STEP / 2 + HALF);
            decibels[i] = 10 * Math.log10((sums[to] - sums[from]) / Math.max(1, to - from) + 1e-10);
        }
    }

    int size() {
        return decibels.length;
    }

    double at(int i) {
        return decibels[i];
    }

    /// Decibels gained around a value, from 15 ms before to 15 ms after.
    double rise(int i) {
        return decibels[Math.min(decibels.length - 1, i + 3)] - decibels[Math.max(0, i - 3)];
    }

    /// What counts as quiet around a value.
    double quietBelow(int i) {
        int from = Math.clamp(i - AROUND, 0, decibels.length - 1);
        int to = Math.clamp(i + AROUND, from + 1, decibels.length);
        double[] near = Arrays.copyOfRange(decibels, from, to);
        Arrays.sort(near);
        double speech = near[(int) (near.length * 0.95)];
        double noise = near[(int) (near.length * 0.05)];
        return Math.max(speech - CLEAN, Math.min(noise + ABOVE_NOISE, speech - BELOW_SPEECH));
    }
}
