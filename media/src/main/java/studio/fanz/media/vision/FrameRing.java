package studio.fanz.media.vision;

import java.util.ArrayList;
import java.util.List;

/// The last two and a half seconds of thumbs, with each one's difference to the one before it.
final class FrameRing {

    private static final long KEPT_MS = 2500;
    private static final int KEPT_FRAMES = 16;

    private final List<Entry> entries = new ArrayList<>();
    private long first;

    void add(Thumb thumb) {
        double step = entries.isEmpty() ? 0 : thumb.difference(entries.getLast().thumb());
        entries.add(new Entry(thumb, step));
        int stale = 0;
        while (entries.size() - stale > KEPT_FRAMES
                && entries.get(stale).thumb().timeMs() < thumb.timeMs() - KEPT_MS) {
            stale++;
        }
        // Thinned out now and then only: removing from the front moves all the rest.
        if (stale > 64 || stale > entries.size() / 2) {
            entries.subList(0, stale).clear();
            first += stale;
        }
    }

    /// A frame by its number; the oldest kept when it is gone.
    Thumb at(long frame) {
        return entry(frame).thumb();
    }

    /// Its difference to the one before it.
    double step(long frame) {
        return entry(frame).step();
    }

    long oldest() {
        return first;
    }

    long newest() {
        return first + entries.size() - 1;
    }

    private Entry entry(long frame) {
        return entries.get((int) Math.max(0, frame - first));
    }

    private record Entry(Thumb thumb, double step) {}
}
