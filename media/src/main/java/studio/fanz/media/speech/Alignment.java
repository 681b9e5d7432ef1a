package studio.fanz.media.speech;

import java.util.Arrays;

/// Where in the sound each token begins: attention of the heads that look at what they write, normalised over the
/// tokens, smoothed by a median over seven frames, averaged, and followed by the cheapest monotone path (dynamic time
/// warping), as OpenAI does.
final class Alignment {

    private static final int HALF = 3;
    private static final byte DIAGONAL = 0;
    private static final byte NEXT_TOKEN = 1;
    private static final byte NEXT_FRAME = 2;

    private Alignment() {}

    /// Begin of each token in frames of 20 ms.
    ///
    /// @param attention `[head][token][frame]`
    /// @param tokens    how many count; the first `skip` and the last are not aligned
    /// @param skip      tokens before the text (start, language, task)
    /// @param frames    how many hold sound
    /// @return one number per aligned token: each text token, then the end
    static int[] begins(float[][][] attention, int tokens, int skip, int frames) {
        double[][] mean = new double[tokens - skip - 1][frames];
        for (float[][] head : attention) {
            double[][] normal = normalised(head, tokens, frames);
            for (int t = 0; t < mean.length; t++) {
                double[] smooth = median(normal[t + skip]);
                for (int f = 0; f < frames; f++) {
                    mean[t][f] += smooth[f] / attention.length;
                }
            }
        }
        return begins(mean);
    }

    /// Rows become distributions over the frames with sound, then columns get mean 0 and deviation 1.
    private static double[][] normalised(float[][] head, int tokens, int frames) {
        double[][] w = new double[tokens][frames];
        double[] sum = new double[frames];
        double[] squares = new double[frames];
        for (int t = 0; t < tokens; t++) {
            double all = 0;
            for (int f = 0; f < frames; f++) {
                all += head[t][f];
            }
            for (int f = 0; f < frames; f++) {
                double value = head[t][f] / Math.max(all, Double.MIN_NORMAL);
                w[t][f] = value;
                sum[f] += value;
                squares[f] += value * value;
            }
        }
        for (int f = 0; f < frames; f++) {
            double mean = sum[f] / tokens;
            double deviation = Math.sqrt(Math.max(squares[f] / tokens - mean * mean, Double.MIN_NORMAL));
            for (int t = 0; t < tokens; t++) {
                w[t][f] = (w[t][f] - mean) / deviation;
            }
        }
        return w;
    }

    /// Median of seven, mirrored at both ends; rows of three or fewer stay as they are.
    static double[] median(double[] row) {
        int n = row.length;
        if (n <= HALF) {
            return row;
        }
        double[] out = new double[n];
        double[] w = new double[2 * HALF + 1];
        for (int i = 0; i < n; i++) {
            for (int k = -HALF; k <= HALF; k++) {
                int at = Math.abs(i + k);
                w[k + HALF] = row[at < n ? at : 2 * (n - 1) - at];
            }
            out[i] = median7(w);
        }
        return out;
    }

    /// The first four passes of a selection of the largest leave the median last.
    private static double median7(double[] w) {
        for (int pass = 0; pass <= HALF; pass++) {
            for (int i = 0; i < w.length - 1 - pass; i++) {
                double low = Math.min(w[i], w[i + 1]);
                w[i + 1] = Math.max(w[i], w[i + 1]);
                w[i] = low;
            }
        }
        return w[HALF];
    }

    /// The path through the highest scores; where it first meets each token.
    private static int[] begins(double[][] score) {
        int n = score.length;
        int m = score[0].length;
        byte[][] back = new byte[n + 1][m + 1];
        double[] before = new double[n + 1];
        double[] now = new double[n + 1];
        Arrays.fill(before, Double.POSITIVE_INFINITY);
        before[0] = 0;
        for (int j = 1; j <= m; j++) {
            now[0] = Double.POSITIVE_INFINITY;
            for (int i = 1; i <= n; i++) {
                double diagonal = before[i - 1];
                double sameFrame = now[i - 1];
                double nextFrame = before[i];
                boolean best = diagonal < sameFrame && diagonal < nextFrame;
                boolean second = sameFrame < diagonal && sameFrame < nextFrame;
                back[i][j] = best ? DIAGONAL : second ? NEXT_TOKEN : NEXT_FRAME;
                now[i] = (best ? diagonal : second ? sameFrame : nextFrame) - score[i - 1][j - 1];
            }
            double[] swap = before;
            before = now;
            now = swap;
        }
        return walk(back, n, m);
    }

    private static int[] walk(byte[][] back, int n, int m) {
        int[] begins = new int[n];
        int i = n;
        int j = m;
        while (i > 0 && j > 0) {
            begins[i - 1] = j - 1;
            byte step = back[i][j];
            i -= step == NEXT_FRAME ? 0 : 1;
            j -= step == NEXT_TOKEN ? 0 : 1;
        }
        return begins;
    }
}
