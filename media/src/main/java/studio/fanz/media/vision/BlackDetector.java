package studio.fanz.media.vision;

import java.util.ArrayList;
import java.util.List;
import studio.fanz.core.time.Span;
import studio.fanz.media.frame.FrameObserver;
import studio.fanz.media.frame.SmallFrame;

/// Finds stretches of black. A frame is black when at least 98 % of it is darker than 10 % of the way from
/// black to white (luma 38 of 16..235), FFmpeg's and the broadcasters' usual figures. The measured value of a
/// stretch is the mean luma of its brightest frame. Not thread-safe; one per file.
public final class BlackDetector implements FrameObserver {

    private static final int DARK = 38;
    private static final double PART = 0.98;

    private final long leastMs;
    private final List<Measured> found = new ArrayList<>();
    private long startMs = -1;
    private double brightest;
    private long lastMs;
    private long stepMs = 40;

    /// @param leastMs shorter stretches are not reported
    public BlackDetector(long leastMs) {
        this.leastMs = leastMs;
    }

    @Override
    public void frame(long frame, long timeMs, SmallFrame small) {
        stepMs = frame == 0 ? stepMs : Math.max(1, timeMs - lastMs);
        lastMs = timeMs;
        if (isBlack(small)) {
            startMs = startMs < 0 ? timeMs : startMs;
            brightest = Math.max(brightest, meanLuma(small));
        } else {
            end(timeMs);
        }
    }

    /// Ends the detection; call once after the last frame.
    ///
    /// @return stretches in order, the value is the mean luma (16 is black) of the brightest frame in each
    public List<Measured> finish() {
        end(lastMs + stepMs);
        return List.copyOf(found);
    }

    /// Whether this frame counts as black.
    static boolean isBlack(SmallFrame small) {
        int dark = 0;
        for (byte y : small.y()) {
            if ((y & 0xFF) < DARK) {
                dark++;
            }
        }
        return dark >= PART * small.y().length;
    }

    private static double meanLuma(SmallFrame small) {
        long sum = 0;
        for (byte y : small.y()) {
            sum += y & 0xFF;
        }
        return (double) sum / small.y().length;
    }

    private void end(long timeMs) {
        if (startMs >= 0 && timeMs - startMs >= leastMs) {
            found.add(new Measured(new Span(startMs, timeMs), brightest));
        }
        startMs = -1;
        brightest = 0;
    }
}
