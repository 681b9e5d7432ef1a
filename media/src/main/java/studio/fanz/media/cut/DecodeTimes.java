package studio.fanz.media.cut;

import java.util.Arrays;

/// Times of decoding made anew from times of showing: ascending, never after the showing, as early as the most
/// reordered frame needs.
public final class DecodeTimes {

    private DecodeTimes() {}

    /// @param pts times of showing in the order of decoding, all different
    /// @return a time of decoding for each; the first may lie before 0
    public static long[] of(long[] pts) {
        long[] sorted = pts.clone();
        Arrays.sort(sorted);
        long delay = 0;
        for (int i = 0; i < pts.length; i++) {
            delay = Math.max(delay, sorted[i] - pts[i]);
        }
        long[] dts = new long[pts.length];
        for (int i = 0; i < pts.length; i++) {
            dts[i] = sorted[i] - delay;
        }
        return dts;
    }
}
