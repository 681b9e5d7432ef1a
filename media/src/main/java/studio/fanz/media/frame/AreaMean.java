package studio.fanz.media.frame;

/// Which old pixels a new one covers along one axis, and how much of each.
///
/// @param scale old pixels per new one, 1 or more
/// @param size  old pixels
/// @param count new pixels
record AreaMean(double scale, int size, int count) {

    static AreaMean of(int from, int to) {
        return new AreaMean((double) from / to, from, to);
    }

    /// First old pixel the new one touches.
    int first(int i) {
        return Math.min(size - 1, (int) (i * scale));
    }

    /// Last old pixel the new one touches.
    int last(int i) {
        return Math.clamp((int) Math.ceil((i + 1) * scale) - 1, first(i), size - 1);
    }

    /// Share of the new pixel that the old one fills; shares add up to 1.
    float weight(int i, int old) {
        double from = Math.max(i * scale, old);
        double to = Math.min((i + 1) * scale, old + 1.0);
        return (float) (Math.max(0, to - from) / scale);
    }

    /// Averages one row of a picture into `count * 3` values.
    void row(Picture picture, int y, float[] out) {
        byte[] rgb = picture.rgb();
        for (int i = 0; i < count; i++) {
            float r = 0;
            float g = 0;
            float b = 0;
            for (int x = first(i); x <= last(i); x++) {
                float weight = weight(i, x);
                int at = (y * size + x) * 3;
                r += weight * (rgb[at] & 0xFF);
                g += weight * (rgb[at + 1] & 0xFF);
                b += weight * (rgb[at + 2] & 0xFF);
            }
            out[i * 3] = r;
            out[i * 3 + 1] = g;
            out[i * 3 + 2] = b;
        }
    }
}
