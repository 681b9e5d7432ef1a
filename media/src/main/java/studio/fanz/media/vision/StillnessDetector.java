package studio.fanz.media.vision;

import java.util.ArrayList;
import java.util.List;
import studio.fanz.core.time.Span;
import studio.fanz.media.frame.FrameObserver;
import studio.fanz.media.frame.SmallFrame;

/// Finds stretches in which the picture stands still: as long as a frame differs from the first of the stretch
/// by at most 0.8 levels of luma on average, and by at most 4 in any block of 8x8, so that neither the
/// breathing of a codec ends a stretch nor a small thing that moves is missed. The first frame is the
/// yardstick, not the one before, so that a slow drift ends it. Black frames are none: [BlackDetector] reports
/// those. The measured value is the largest mean difference met. Not thread-safe; one per file.
public final class StillnessDetector implements FrameObserver {

    private static final int BLOCK = 8;
    private static final double MEAN = 0.8;
    private static final double ANY_BLOCK = 4;

    private final long leastMs;
    private final List<Measured> found = new ArrayList<>();
    private byte[] first = new byte[0];
    private long startMs;
    private double most;
    private long lastMs;
    private long stepMs = 40;

    /// @param leastMs shorter stretches are not reported
    public StillnessDetector(long leastMs) {
        this.leastMs = leastMs;
    }

    @Override
    public void frame(long frame, long timeMs, SmallFrame small) {
        stepMs = frame == 0 ? stepMs : Math.max(1, timeMs - lastMs);
        lastMs = timeMs;
        if (BlackDetector.isBlack(small)) {
            end(timeMs);
            first = new byte[0];
        } else if (first.length == 0 || !same(small)) {
            end(timeMs);
            first = small.y().clone();
            startMs = timeMs;
        }
    }

    /// Ends the detection; call once after the last frame.
    ///
    /// @return stretches in order, the value is the largest mean difference of luma levels to the first frame
    public List<Measured> finish() {
        end(lastMs + stepMs);
        return List.copyOf(found);
    }

    private void end(long timeMs) {
        if (first.length > 0 && timeMs - startMs >= leastMs) {
            found.add(new Measured(new Span(startMs, timeMs), most));
        }
        most = 0;
    }

    private boolean same(SmallFrame small) {
        long total = 0;
        for (int top = 0; top < small.height(); top += BLOCK) {
            for (int left = 0; left < small.width(); left += BLOCK) {
                int right = Math.min(left + BLOCK, small.width());
                int bottom = Math.min(top + BLOCK, small.height());
                int sum = 0;
                for (int row = top; row < bottom; row++) {
                    for (int i = row * small.width() + left; i < row * small.width() + right; i++) {
                        sum += Math.abs((small.y()[i] & 0xFF) - (first[i] & 0xFF));
                    }
                }
                if (sum > ANY_BLOCK * (right - left) * (bottom - top)) {
                    return false;
                }
                total += sum;
            }
        }
        double mean = (double) total / first.length;
        if (mean > MEAN) {
            return false;
        }
        most = Math.max(most, mean);
        return true;
    }
}
