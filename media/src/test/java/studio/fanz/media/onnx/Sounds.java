package studio.fanz.media.onnx;

import java.util.Random;

/// Sound without speech, made on the spot: 16 kHz mono.
enum Sounds {
    SILENCE,
    WHITE_NOISE,
    FAINT_NOISE,
    PINK_NOISE,
    TONE,
    ARPEGGIO,
    BAND;

    private static final int RATE = 16_000;
    private static final int[] MELODY = {0, 2, 4, 7, 9, 7, 4, 2};
    private static final int[][] CHORDS = {{0, 4, 7}, {9, 12, 16}, {5, 9, 12}, {7, 11, 14}};

    float[] seconds(int seconds) {
        float[] out = new float[seconds * RATE];
        Random random = new Random(7);
        switch (this) {
            case SILENCE -> {}
            case WHITE_NOISE -> noise(out, 0, out.length, 0.1, 0, random);
            case FAINT_NOISE -> noise(out, 0, out.length, 0.005, 0, random);
            case PINK_NOISE -> pink(out, random);
            case TONE -> note(out, 0, seconds, 440, 1, 0.3, 0);
            case ARPEGGIO -> arpeggio(out);
            case BAND -> band(out, random);
        }
        return out;
    }

    private static double pitch(double base, int semitones) {
        return base * Math.pow(2, semitones / 12.0);
    }

    private static void note(
            float[] out, double at, double seconds, double hertz, int partials, double volume, double decay) {
        int from = (int) (at * RATE);
        int to = Math.min(out.length, from + (int) (seconds * RATE));
        for (int i = from; i < to; i++) {
            double t = (i - from) / (double) RATE;
            double value = 0;
            for (int k = 1; k <= partials; k++) {
                value += Math.sin(2 * Math.PI * hertz * k * t) / k;
            }
            out[i] += (float) (value * volume * Math.exp(-decay * t) * Math.min(1, t * 100));
        }
    }

    private static void noise(float[] out, int from, int to, double volume, double decay, Random random) {
        for (int i = from; i < Math.min(to, out.length); i++) {
            out[i] += (float) (random.nextGaussian() * volume * Math.exp(-decay * (i - from) / RATE));
        }
    }

    /// Voss: sums of noises that change at half the rate each.
    private static void pink(float[] out, Random random) {
        double[] rows = new double[12];
        for (int i = 0; i < out.length; i++) {
            double sum = 0;
            for (int k = 0; k < rows.length; k++) {
                rows[k] = i % (1 << k) == 0 ? random.nextGaussian() : rows[k];
                sum += rows[k];
            }
            out[i] = (float) (sum * 0.04);
        }
    }

    private static void arpeggio(float[] out) {
        for (int i = 0; i * 0.25 * RATE < out.length; i++) {
            note(out, i * 0.25, 0.8, pitch(220, MELODY[i % 8] * 2), 1, 0.3, 3);
        }
    }

    /// Bass drum, snare, hats, chords, a lead and a bass at 120 beats a minute.
    private static void band(float[] out, Random random) {
        for (int beat = 0; beat * RATE / 2 < out.length; beat++) {
            double at = beat * 0.5;
            int from = beat * RATE / 2;
            if (beat % 2 == 0) {
                note(out, at, 0.2, 60, 1, 0.6, 12);
            } else {
                noise(out, from, from + RATE / 5, 0.2, 20, random);
            }
            noise(out, from + RATE / 4, from + RATE / 4 + 800, 0.1, 100, random);
            int[] chord = CHORDS[beat / 4 % 4];
            for (int semitones : chord) {
                note(out, at, 0.6, pitch(220, semitones), 10, 0.05, 3);
            }
            note(out, at, 0.5, pitch(440, MELODY[beat % 8]), 10, 0.08, 3);
            note(out, at, 0.5, pitch(55, chord[0]), 6, 0.1, 3);
        }
    }
}
