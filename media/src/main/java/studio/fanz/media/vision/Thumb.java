package studio.fanz.media.vision;

import studio.fanz.media.frame.SmallFrame;

/// A frame reduced to what telling shots apart needs: at most 80 by 80 averages of 2x2 pixels, luma and chroma.
///
/// @param frame  number in presentation order
/// @param timeMs presentation time
/// @param width  of each plane
/// @param height of each plane
/// @param y      luma
/// @param cb     chroma
/// @param cr     chroma
record Thumb(long frame, long timeMs, int width, int height, byte[] y, byte[] cb, byte[] cr) {

    private static final int BLOCK = 4;
    private static final int REACH = 6;

    /// How far a block's average may be off before it counts as another thing, in levels of 0..255.
    private static final double OTHER = 9;

    /// Below this deviation a picture has no structure that could be compared.
    private static final double PLAIN = 4;

    static Thumb of(long frame, long timeMs, SmallFrame small) {
        int width = small.width() / 2;
        int height = small.height() / 2;
        byte[] y = new byte[width * height];
        byte[] full = small.y();
        for (int row = 0; row < height; row++) {
            int above = 2 * row * small.width();
            int below = above + small.width();
            for (int x = 0; x < width; x++) {
                int sum = (full[above + 2 * x] & 0xFF)
                        + (full[above + 2 * x + 1] & 0xFF)
                        + (full[below + 2 * x] & 0xFF)
                        + (full[below + 2 * x + 1] & 0xFF);
                y[row * width + x] = (byte) ((sum + 2) >> 2);
            }
        }
        return new Thumb(
                frame, timeMs, width, height, y, small.cb().clone(), small.cr().clone());
    }

    /// Mean absolute difference, luma plus half of each chroma, in levels.
    double difference(Thumb other) {
        long luma = 0;
        long chroma = 0;
        for (int i = 0; i < y.length; i++) {
            luma += Math.abs((y[i] & 0xFF) - (other.y[i] & 0xFF));
            chroma += Math.abs((cb[i] & 0xFF) - (other.cb[i] & 0xFF)) + Math.abs((cr[i] & 0xFF) - (other.cr[i] & 0xFF));
        }
        return (luma + chroma / 2.0) / y.length;
    }

    /// Whether luma hardly varies over the picture: black, white, one grey.
    boolean plain() {
        return deviation() < PLAIN;
    }

    private double deviation() {
        long sum = 0;
        long squares = 0;
        for (byte b : y) {
            int v = b & 0xFF;
            sum += v;
            squares += (long) v * v;
        }
        double mean = (double) sum / y.length;
        return Math.sqrt(Math.max(0, (double) squares / y.length - mean * mean));
    }

    /// The part of the picture, 0..1, that shows something that was not at or near the same place in the other,
    /// once a common change of light is taken out. Blocks of 4x4 are looked for within 6 to every side (7.5 %
    /// of the width).
    double changed(Thumb other) {
        Light light = Light.between(other, this);
        int blocks = 0;
        int other4 = 0;
        for (int top = 0; top + BLOCK <= height; top += BLOCK) {
            for (int left = 0; left + BLOCK <= width; left += BLOCK) {
                blocks++;
                if (!found(other, light, left, top)) {
                    other4++;
                }
            }
        }
        return blocks == 0 ? 0 : (double) other4 / blocks;
    }

    private boolean found(Thumb other, Light light, int left, int top) {
        double limit = OTHER * BLOCK * BLOCK;
        // Near places first: most blocks have not moved, and the search ends at the first that fits.
        for (int reach = 0; reach <= REACH; reach++) {
            for (int dy = -reach; dy <= reach; dy++) {
                int step = Math.abs(dy) == reach ? 1 : Math.max(1, 2 * reach);
                for (int dx = -reach; dx <= reach; dx += step) {
                    if (inside(left + dx, top + dy) && cost(other, light, left, top, dx, dy, limit) < limit) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean inside(int left, int top) {
        return left >= 0 && top >= 0 && left + BLOCK <= width && top + BLOCK <= height;
    }

    private double cost(Thumb other, Light light, int left, int top, int dx, int dy, double limit) {
        double sum = 0;
        for (int row = 0; row < BLOCK; row++) {
            int here = (top + row) * width + left;
            int there = (top + row + dy) * width + left + dx;
            for (int x = 0; x < BLOCK; x++) {
                sum += Math.abs((y[here + x] & 0xFF) - light.on(other.y[there + x] & 0xFF))
                        + 0.5 * Math.abs((cb[here + x] & 0xFF) - light.onChroma(other.cb[there + x] & 0xFF))
                        + 0.5 * Math.abs((cr[here + x] & 0xFF) - light.onChroma(other.cr[there + x] & 0xFF));
            }
            if (sum >= limit) {
                return sum;
            }
        }
        return sum;
    }

    /// How brightness changed all over: `gain * value + offset`, by least squares where the two agree in
    /// structure.
    private record Light(double gain, double offset, double colour) {

        private static final double ALIKE = 0.8;
        private static final Light UNCHANGED = new Light(1, 0, 1);

        static Light between(Thumb before, Thumb now) {
            byte[] from = before.y;
            byte[] to = now.y;
            double n = from.length;
            double a = 0;
            double b = 0;
            double aa = 0;
            double bb = 0;
            double ab = 0;
            for (int i = 0; i < from.length; i++) {
                int u = from[i] & 0xFF;
                int v = to[i] & 0xFF;
                a += u;
                b += v;
                aa += (double) u * u;
                bb += (double) v * v;
                ab += (double) u * v;
            }
            double varianceA = aa / n - a / n * a / n;
            double varianceB = bb / n - b / n * b / n;
            double covariance = ab / n - a / n * b / n;
            if (Math.min(varianceA, varianceB) < PLAIN * PLAIN
                    || covariance < ALIKE * Math.sqrt(varianceA * varianceB)) {
                return UNCHANGED;
            }
            double gain = covariance / varianceA;
            return new Light(gain, b / n - gain * a / n, colour(before, now));
        }

        private static double colour(Thumb before, Thumb now) {
            double both = 0;
            double square = 0;
            for (int i = 0; i < before.cb.length; i++) {
                int blue = (before.cb[i] & 0xFF) - 128;
                int red = (before.cr[i] & 0xFF) - 128;
                both += blue * ((now.cb[i] & 0xFF) - 128) + red * ((now.cr[i] & 0xFF) - 128);
                square += blue * blue + red * red;
            }
            return square < before.cb.length ? 1 : Math.clamp(both / square, 0, 4);
        }

        double on(int value) {
            return gain * value + offset;
        }

        double onChroma(int value) {
            return 128 + colour * (value - 128);
        }
    }
}
