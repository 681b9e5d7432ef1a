package studio.fanz.media.cut;

import java.util.Arrays;

/// The packets of one stream in the order they stand in the file, times in ticks of the stream's time base.
///
/// @param pts      when each is shown
/// @param dts      when each is decoded
/// @param duration how long each is shown, 0 when it does not say
/// @param size     bytes
/// @param flags    sums of [#KEY], [#COPY_POINT], [#HIDDEN]
@SuppressWarnings("ArrayRecordComponent") // hundreds of thousands of them
public record Packets(long[] pts, long[] dts, long[] duration, int[] size, byte[] flags) {

    /// Decoding can begin here.
    public static final int KEY = 1;

    /// Nothing after it in the file refers to anything before it but pictures shown before it.
    public static final int COPY_POINT = 2;

    /// Only decoded, never shown: an edit list took it away.
    public static final int HIDDEN = 4;

    /// Marks a time that is not known.
    public static final long UNKNOWN = Long.MIN_VALUE;

    /// How many.
    public int count() {
        return pts.length;
    }

    /// Whether a packet has a flag.
    public boolean is(int packet, int flag) {
        return (flags[packet] & flag) != 0;
    }

    /// Bytes of all of them.
    public long bytes() {
        return Arrays.stream(size).asLongStream().sum();
    }

    /// Where the shown packets end: the end of the last one, by its duration or the usual distance.
    public long end() {
        long last = Long.MIN_VALUE;
        long length = 0;
        for (int i = 0; i < count(); i++) {
            if (!is(i, HIDDEN) && pts[i] > last) {
                last = pts[i];
                length = duration[i];
            }
        }
        return last == Long.MIN_VALUE ? 0 : last + (length > 0 ? length : usualDistance());
    }

    /// The median distance of times of showing, at least 1.
    public long usualDistance() {
        long[] times = shown();
        if (times.length < 2) {
            return 1;
        }
        long[] distances = new long[times.length - 1];
        Arrays.setAll(distances, i -> times[i + 1] - times[i]);
        Arrays.sort(distances);
        return Math.max(1, distances[distances.length / 2]);
    }

    /// Times of showing of all that is shown, ascending.
    public long[] shown() {
        long[] times = new long[count()];
        int n = 0;
        for (int i = 0; i < count(); i++) {
            if (!is(i, HIDDEN)) {
                times[n++] = pts[i];
            }
        }
        times = Arrays.copyOf(times, n);
        Arrays.sort(times);
        return times;
    }
}
