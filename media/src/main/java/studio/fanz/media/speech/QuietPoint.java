package studio.fanz.media.speech;

/// Finds the place where cutting hurts least.
final class QuietPoint {

    private static final int STEP = LogMel.HOP;
    /// A pause is quiet for this long; the closure of a plosive is shorter.
    private static final int SPAN = 16 * STEP;
    /// What a second further from the end has to be quieter by, in decibels: full windows cost less.
    private static final double PREFER_LATE = 1;

    private QuietPoint() {}

    /// The middle of the quietest 160 ms between two samples.
    static int find(float[] samples, int from, int to) {
        int best = to;
        double lowest = Double.POSITIVE_INFINITY;
        for (int at = from; at + SPAN <= to; at += STEP) {
            double level = decibels(samples, at) + PREFER_LATE * (to - at) / LogMel.RATE;
            if (level < lowest) {
                lowest = level;
                best = at + SPAN / 2;
            }
        }
        return best;
    }

    private static double decibels(float[] samples, int at) {
        double sum = 0;
        for (int i = at; i < at + SPAN; i++) {
            sum += samples[i] * samples[i];
        }
        return 10 * Math.log10(sum / SPAN + 1e-10);
    }
}
