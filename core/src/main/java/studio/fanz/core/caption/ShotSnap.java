package studio.fanz.core.caption;

import java.util.Arrays;
import java.util.List;
import studio.fanz.core.asset.Shot;

/// Where in-times and out-times may stand near shot changes, after the `shot_` rules of a profile. All figures
/// are in grid steps. A profile without these rules leaves every time where it is.
final class ShotSnap {

    private final long[] changes;
    private final long inAfter;
    private final long inBefore;
    private final long pullIn;
    private final long outZone;
    private final long outGap;

    ShotSnap(List<Shot> shots, CaptionRules rules, TimeGrid grid) {
        this.changes = shots.stream()
                .skip(1)
                .mapToLong(shot -> grid.nearest(shot.startMs()))
                .filter(frame -> frame > 0)
                .sorted()
                .distinct()
                .toArray();
        this.inAfter = rules.frames("shot_snap_in_after_ms", grid, 0);
        this.inBefore = rules.frames("shot_snap_in_before_ms", grid, 0);
        this.pullIn = rules.frames("shot_pull_in_before_ms", grid, 0);
        this.outZone = rules.frames("shot_snap_out_ms", grid, 0);
        this.outGap = rules.count("shot_out_gap_frames", 0) * grid.perFrame();
    }

    /// Where an in-time belongs: itself when no rule moves it.
    long in(long frame) {
        if (changes.length == 0) {
            return frame;
        }
        long change = nearest(frame);
        long after = frame - change;
        if (after >= 0) {
            return after < inAfter ? change : frame;
        }
        long before = -after;
        if (before < inBefore) {
            return change;
        }
        return before < pullIn ? Math.max(0, change - pullIn) : frame;
    }

    /// The rule that moves an in-time; empty when none does.
    String inRule(long frame) {
        if (in(frame) == frame) {
            return "";
        }
        long after = frame - nearest(frame);
        if (after > 0) {
            return "shot_snap_in_after_ms";
        }
        return -after < inBefore ? "shot_snap_in_before_ms" : "shot_pull_in_before_ms";
    }

    /// Milliseconds from a time to the nearest shot change; 0 when there is none.
    double distance(long frame, TimeGrid grid) {
        return changes.length == 0 ? 0 : Math.abs(grid.millis(frame) - grid.millis(nearest(frame)));
    }

    /// Where an out-time belongs: itself when no rule moves it.
    long out(long frame) {
        if (changes.length == 0 || outZone == 0) {
            return frame;
        }
        long change = nearest(frame);
        boolean near = Math.abs(frame - change) < outZone;
        boolean standsRight = Arrays.binarySearch(changes, frame + outGap) >= 0;
        return near && !standsRight ? Math.max(0, change - outGap) : frame;
    }

    /// The shot changes after `from` and before `to`, in order.
    long[] between(long from, long to) {
        int first = firstAt(from + 1);
        int end = Math.max(first, firstAt(to));
        return Arrays.copyOfRange(changes, first, end);
    }

    /// How many shot changes lie after `from` and before `to`.
    int countBetween(long from, long to) {
        return Math.max(0, firstAt(to) - firstAt(from + 1));
    }

    /// The shot changes at which a cue near `frame` may begin or before which it may end: those within reach of
    /// a rule, and at least `reach` away.
    long[] near(long frame, long reach) {
        long widest = Math.max(reach, Math.max(Math.max(inAfter, pullIn), outZone) + outGap);
        return between(frame - widest - 1, frame + widest + 1);
    }

    long outGap() {
        return outGap;
    }

    private long nearest(long frame) {
        int i = firstAt(frame);
        if (i == changes.length) {
            return changes[i - 1];
        }
        if (i == 0) {
            return changes[0];
        }
        return frame - changes[i - 1] <= changes[i] - frame ? changes[i - 1] : changes[i];
    }

    /// Index of the first change at or after a frame.
    private int firstAt(long frame) {
        int i = Arrays.binarySearch(changes, frame);
        return i >= 0 ? i : -i - 1;
    }
}
