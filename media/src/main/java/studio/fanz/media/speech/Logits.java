package studio.fanz.media.speech;

import java.util.random.RandomGenerator;

/// Arithmetic on unnormalised log probabilities.
final class Logits {

    /// Terms this far below the largest are left out of a sum: 52,000 of them add up to less than 0.0002.
    private static final float NEGLIGIBLE = 19;

    private Logits() {}

    /// `log Σ exp(x)` over a range; minus infinity when everything is ruled out.
    static double logSumExp(float[] x, int from, int to) {
        float max = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            max = Math.max(max, x[i]);
        }
        if (max == Float.NEGATIVE_INFINITY) {
            return max;
        }
        double sum = 0;
        float least = max - NEGLIGIBLE;
        for (int i = from; i < to; i++) {
            if (x[i] > least) {
                sum += Math.exp(x[i] - max);
            }
        }
        return max + Math.log(sum);
    }

    /// Place of the largest, the first of equals.
    static int argmax(float[] x) {
        int best = 0;
        for (int i = 1; i < x.length; i++) {
            if (x[i] > x[best]) {
                best = i;
            }
        }
        return best;
    }

    /// Draws one by its probability at a temperature above 0.
    static int draw(float[] x, double temperature, RandomGenerator random) {
        float max = x[argmax(x)];
        double least = max - NEGLIGIBLE * temperature;
        double total = 0;
        for (float value : x) {
            total += value > least ? Math.exp((value - max) / temperature) : 0;
        }
        double rest = random.nextDouble() * total;
        for (int i = 0; i < x.length; i++) {
            rest -= x[i] > least ? Math.exp((x[i] - max) / temperature) : 0;
            if (rest < 0) {
                return i;
            }
        }
        return argmax(x);
    }

    /// Places of the `count` largest, largest first.
    static int[] largest(float[] x, int count) {
        int[] places = new int[count];
        int filled = 0;
        for (int i = 0; i < x.length; i++) {
            if (filled < count || x[i] > x[places[count - 1]]) {
                int at = filled < count ? filled++ : count - 1;
                while (at > 0 && x[places[at - 1]] < x[i]) {
                    places[at] = places[at - 1];
                    at--;
                }
                places[at] = i;
            }
        }
        return places;
    }
}
