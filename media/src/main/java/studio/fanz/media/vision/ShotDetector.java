package studio.fanz.media.vision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import studio.fanz.core.asset.Shot;
import studio.fanz.media.frame.FrameObserver;
import studio.fanz.media.frame.SmallFrame;

/// Finds where one shot ends and the next begins.
///
/// **Hard cuts.** `d(n)` is the mean absolute difference of frame n to the one before (luma + half of each
/// chroma, 0..255 levels, at 80 pixels wide). Frame n is a candidate when `d(n)` is at least 2.5 and stands
/// out: at least 2.2 times the second largest `d` of the four frames before it and of the four after it, so
/// that a whip pan or a shaking camera, where many frames differ, raises its own threshold. A candidate is a
/// cut when at least 45 % of the picture cannot be found near its old place (blocks, after taking out a common
/// change of light), or at least 22 % when it stands out five times. It is none when what came before returns
/// within 0.3 s: that was a flash, or a dropped picture.
///
/// **Fades.** For spans of 0.3 to 2 s that end at the current frame: when its ends differ, 45 % of the picture
/// or more has changed, and every frame between is a mixture of the two ends (residual at most 0.13 of their
/// difference, 0.22 where they differ by 40 levels) whose share grows steadily, that is a cross-fade; its
/// boundary is the frame where the share passes one half. A fade to a plain picture and one out of it are one
/// fade with its boundary in the middle; a fade to or from plain next to a cut or at either end of the file is
/// no boundary.
///
/// Time windows are in milliseconds, so variable frame rates need nothing special. Memory is bounded by two
/// seconds of thumbs (11 kB a frame). Not thread-safe; one per file.
public final class ShotDetector implements FrameObserver {

    private static final double LEAST = 2.5;
    private static final double STANDS_OUT = 2.2;
    private static final double STANDS_FAR_OUT = 5;
    private static final double MOST_CHANGED = 0.45;
    private static final double MUCH_CHANGED = 0.22;
    private static final double SAME_AGAIN = 0.4;
    private static final int NEIGHBOURS = 4;
    private static final long FLASH_MS = 300;
    private static final long SHORTEST_SHOT_MS = 250;

    private final FrameRing ring = new FrameRing();
    private final FadeFinder fades = new FadeFinder();
    private final List<Boundary> cuts = new ArrayList<>();
    private long frames;
    private long startMs;
    private long lastMs;
    private long lastStepMs = 40;
    private long judged;

    @Override
    public void frame(long frame, long timeMs, SmallFrame small) {
        if (frames == 0) {
            startMs = timeMs;
        } else {
            lastStepMs = Math.max(1, timeMs - lastMs);
        }
        frames = frame + 1;
        lastMs = timeMs;
        ring.add(Thumb.of(frame, timeMs, small));
        fades.look(ring);
        while (judged + NEIGHBOURS < frames && ring.at(judged).timeMs() + FLASH_MS <= timeMs) {
            judge(judged++);
        }
    }

    /// Ends the detection; call once after the last frame.
    ///
    /// @param endMs end of the source; where it is not known or before the last frame, the last frame's end is
    /// taken
    /// @return the shots in order without gaps; empty when no frame came
    public List<Shot> finish(long endMs) {
        while (judged < frames) {
            judge(judged++);
        }
        return frames == 0
                ? List.of()
                : ShotList.of(cuts, fades.found(), frames, endMs > lastMs ? endMs : lastMs + lastStepMs);
    }

    private void judge(long n) {
        double d = ring.step(n);
        double around = Math.max(secondLargest(n - NEIGHBOURS, n), secondLargest(n + 1, n + 1 + NEIGHBOURS));
        if (d < LEAST || d < STANDS_OUT * around || ring.at(n).timeMs() - startMs < SHORTEST_SHOT_MS) {
            return;
        }
        double changed = ring.at(n).changed(ring.at(n - 1));
        boolean enough = changed >= MOST_CHANGED || (changed >= MUCH_CHANGED && d >= STANDS_FAR_OUT * around);
        if (enough && !returns(n, d, changed)) {
            add(new Boundary(n, ring.at(n).timeMs(), Shot.Kind.CUT, d));
        }
    }

    /// Of two cuts nearer than a shot can be short the stronger stays.
    private void add(Boundary cut) {
        if (!cuts.isEmpty() && cut.timeMs() - cuts.getLast().timeMs() < SHORTEST_SHOT_MS) {
            if (cuts.getLast().strength() >= cut.strength()) {
                return;
            }
            cuts.removeLast();
        }
        cuts.add(cut);
    }

    private double secondLargest(long from, long to) {
        double first = 0;
        double second = 0;
        for (long i = Math.max(1, from); i < Math.min(frames, to); i++) {
            double d = ring.step(i);
            if (d > first) {
                second = first;
                first = d;
            } else if (d > second) {
                second = d;
            }
        }
        return second;
    }

    /// Whether something like a frame shortly before `n` is seen shortly after it.
    private boolean returns(long n, double d, double changed) {
        for (long before = n - 1; before >= Math.max(0, n - NEIGHBOURS); before--) {
            Thumb old = ring.at(before);
            for (long after = n; after < frames && ring.at(after).timeMs() - old.timeMs() <= FLASH_MS; after++) {
                Thumb young = ring.at(after);
                if (after - before > 1
                        && (young.difference(old) < SAME_AGAIN * d || young.changed(old) < SAME_AGAIN * changed)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The first frame of a shot.
    ///
    /// @param strength how much it stands out, to choose between two
    record Boundary(long frame, long timeMs, Shot.Kind kind, double strength) {

        static final Comparator<Boundary> IN_TIME = Comparator.comparingLong(Boundary::frame);
    }
}
