package studio.fanz.media.speech;

/// Power spectra of 400 real samples. Sixteen frames at a time: two frames make one complex signal, eight of those lie
/// side by side, so that every inner loop runs over neighbours and the compiler uses vector instructions.
/// Stockham's algorithm, radix 4 · 4 · 5 · 5. Not for use by two threads.
final class Fourier400 {

    static final int SIZE = 400;
    static final int BINS = SIZE / 2 + 1;
    /// Frames per call.
    static final int FRAMES = 16;

    private static final int LANES = FRAMES / 2;
    private static final int[] RADICES = {4, 4, 5, 5};

    private final double[] cos = new double[SIZE];
    private final double[] sin = new double[SIZE];
    private double[] re = new double[SIZE * LANES];
    private double[] im = new double[SIZE * LANES];
    private double[] nextRe = new double[SIZE * LANES];
    private double[] nextIm = new double[SIZE * LANES];

    Fourier400() {
        for (int i = 0; i < SIZE; i++) {
            cos[i] = Math.cos(-2 * Math.PI * i / SIZE);
            sin[i] = Math.sin(-2 * Math.PI * i / SIZE);
        }
    }

    /// Puts sample `i` of frame `frame`.
    void put(int frame, int i, double value) {
        (frame % 2 == 0 ? re : im)[i * LANES + frame / 2] = value;
    }

    /// Transforms what was put and writes the squared magnitudes.
    ///
    /// @param power `BINS * FRAMES` numbers, bin by bin
    void power(double[] power) {
        int length = SIZE;
        int stride = 1;
        for (int radix : RADICES) {
            stage(radix, length, stride);
            swap();
            length /= radix;
            stride *= radix;
        }
        for (int k = 0; k < BINS; k++) {
            int a = k * LANES;
            int b = (SIZE - k) % SIZE * LANES;
            for (int lane = 0; lane < LANES; lane++) {
                // Z = X + iY of two real signals: X is the part with the symmetry of a real signal, Y the rest.
                double sumRe = re[a + lane] + re[b + lane];
                double sumIm = im[a + lane] - im[b + lane];
                double restRe = re[a + lane] - re[b + lane];
                double restIm = im[a + lane] + im[b + lane];
                power[k * FRAMES + 2 * lane] = (sumRe * sumRe + sumIm * sumIm) / 4;
                power[k * FRAMES + 2 * lane + 1] = (restRe * restRe + restIm * restIm) / 4;
            }
        }
    }

    private void swap() {
        double[] wasRe = re;
        double[] wasIm = im;
        re = nextRe;
        im = nextIm;
        nextRe = wasRe;
        nextIm = wasIm;
    }

    private void stage(int radix, int length, int stride) {
        int m = length / radix;
        int run = stride * LANES;
        for (int p = 0; p < m; p++) {
            int step = SIZE / length * p;
            if (radix == 4) {
                radix4(run * p, run * m, run * 4 * p, run, step);
            } else {
                for (int k = 0; k < 5; k++) {
                    radix5(run * p, run * m, run * (5 * p + k), run, k, step);
                }
            }
        }
    }

    private void radix4(int from, int gap, int to, int run, int step) {
        double c1 = cos[step];
        double s1 = sin[step];
        double c2 = cos[2 * step % SIZE];
        double s2 = sin[2 * step % SIZE];
        double c3 = cos[3 * step % SIZE];
        double s3 = sin[3 * step % SIZE];
        double[] xr = re;
        double[] xi = im;
        double[] yr = nextRe;
        double[] yi = nextIm;
        for (int q = 0; q < run; q++) {
            int i = from + q;
            double ar = xr[i] + xr[i + 2 * gap];
            double ai = xi[i] + xi[i + 2 * gap];
            double br = xr[i] - xr[i + 2 * gap];
            double bi = xi[i] - xi[i + 2 * gap];
            double cr = xr[i + gap] + xr[i + 3 * gap];
            double ci = xi[i + gap] + xi[i + 3 * gap];
            double dr = xr[i + gap] - xr[i + 3 * gap];
            double di = xi[i + gap] - xi[i + 3 * gap];
            int o = to + q;
            yr[o] = ar + cr;
            yi[o] = ai + ci;
            yr[o + run] = (br + di) * c1 - (bi - dr) * s1;
            yi[o + run] = (br + di) * s1 + (bi - dr) * c1;
            yr[o + 2 * run] = (ar - cr) * c2 - (ai - ci) * s2;
            yi[o + 2 * run] = (ar - cr) * s2 + (ai - ci) * c2;
            yr[o + 3 * run] = (br - di) * c3 - (bi + dr) * s3;
            yi[o + 3 * run] = (br - di) * s3 + (bi + dr) * c3;
        }
    }

    /// Output `k` of the butterfly: `w · Σ x_j · e^(-2πijk/5)`; the factors of j and 5−j are conjugates.
    private void radix5(int from, int gap, int to, int run, int k, int step) {
        double wr = cos[k * step % SIZE];
        double wi = sin[k * step % SIZE];
        double p = cos[k * SIZE / 5 % SIZE];
        double q = sin[k * SIZE / 5 % SIZE];
        double u = cos[2 * k * SIZE / 5 % SIZE];
        double v = sin[2 * k * SIZE / 5 % SIZE];
        double[] xr = re;
        double[] xi = im;
        double[] yr = nextRe;
        double[] yi = nextIm;
        for (int j = 0; j < run; j++) {
            int i = from + j;
            double sumRe1 = xr[i + gap] + xr[i + 4 * gap];
            double sumIm1 = xi[i + gap] + xi[i + 4 * gap];
            double difRe1 = xr[i + gap] - xr[i + 4 * gap];
            double difIm1 = xi[i + gap] - xi[i + 4 * gap];
            double sumRe2 = xr[i + 2 * gap] + xr[i + 3 * gap];
            double sumIm2 = xi[i + 2 * gap] + xi[i + 3 * gap];
            double difRe2 = xr[i + 2 * gap] - xr[i + 3 * gap];
            double difIm2 = xi[i + 2 * gap] - xi[i + 3 * gap];
            double r = xr[i] + p * sumRe1 + u * sumRe2 - q * difIm1 - v * difIm2;
            double s = xi[i] + p * sumIm1 + u * sumIm2 + q * difRe1 + v * difRe2;
            yr[to + j] = r * wr - s * wi;
            yi[to + j] = r * wi + s * wr;
        }
    }
}
