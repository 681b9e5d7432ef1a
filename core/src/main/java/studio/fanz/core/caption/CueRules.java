package studio.fanz.core.caption;

import java.util.List;
import studio.fanz.core.asset.Shot;

/// The one place that knows when a cue breaks a rule. The segmenter weighs its choices with it and the check
/// reports with it, so that what one makes the other finds right. Times are in grid steps; measured values and
/// limits come out in the rule's own unit.
final class CueRules {

    /// Two cues on the screen at once. Not a row of any profile: it holds always.
    static final String OVERLAP = "overlap";

    /// Hears of a broken rule.
    @FunctionalInterface
    interface Breach {
        void broken(String rule, double measured, double limit);
    }

    private final CaptionRules rules;
    private final TimeGrid grid;
    private final ShotSnap snap;
    private final long minDuration;
    private final long maxDuration;
    private final double maxCps;
    private final long minGap;
    private final String minGapRule;
    private final long chainBelow;
    private final long chainTo;
    private final long noGapBelow;
    private final long startOffset;
    private final long endExtend;
    private final long lead;
    private final long lag;

    CueRules(CaptionRules rules, TimeGrid grid, List<Shot> shots) {
        this.rules = rules;
        this.grid = grid;
        this.snap = new ShotSnap(shots, rules, grid);
        this.minDuration = Math.max(1, rules.frames("min_duration_ms", grid, 1));
        this.maxDuration = rules.frames("max_duration_ms", grid, Long.MAX_VALUE);
        this.maxCps = rules.or("max_cps", Double.POSITIVE_INFINITY);
        long gapFrames = rules.count("min_gap_frames", 0) * grid.perFrame();
        long gapMs = rules.frames("min_gap_ms", grid, 0);
        this.minGap = Math.max(gapFrames, gapMs);
        this.minGapRule = gapFrames >= gapMs ? "min_gap_frames" : "min_gap_ms";
        this.chainBelow = rules.frames("chain_below_ms", grid, 0);
        this.chainTo = rules.count("chain_to_frames", 0) * grid.perFrame();
        this.noGapBelow = rules.frames("no_gap_below_ms", grid, 0);
        this.startOffset = rules.count("max_start_offset_frames", -1) * grid.perFrame();
        this.endExtend = rules.frames("max_end_extend_ms", grid, -1);
        this.lead = rules.frames("max_lead_ms", grid, -1);
        this.lag = rules.frames("max_lag_ms", grid, -1);
    }

    ShotSnap snap() {
        return snap;
    }

    TimeGrid grid() {
        return grid;
    }

    CaptionRules values() {
        return rules;
    }

    long minDuration() {
        return minDuration;
    }

    long maxDuration() {
        return maxDuration;
    }

    long minGap() {
        return minGap;
    }

    long chainBelow() {
        return chainBelow;
    }

    long chainTo() {
        return chainTo;
    }

    long noGapBelow() {
        return noGapBelow;
    }

    /// Furthest that an in-time may stand from the first sound; -1 when no rule says.
    long startOffset() {
        return startOffset;
    }

    /// Furthest that an out-time may stand behind the last sound; -1 when no rule says.
    long endExtend() {
        return endExtend;
    }

    /// The fewest steps on the screen that so much text may be read in.
    long readingTime(int graphemes, int words) {
        double byWord = words * rules.or("min_ms_per_word", 0) / 1000;
        return grid.framesToCover(Math.max(graphemes / maxCps, byWord));
    }

    /// What is wrong with the text of a cue.
    void text(List<String> lines, int words, Breach breach) {
        double longest = lines.stream().mapToInt(Graphemes::count).max().orElse(0);
        over("max_chars_per_line", longest, breach);
        if (LineLimit.countsWidth(rules)) {
            over(
                    "max_line_width_pct",
                    lines.stream().mapToDouble(LineWidth::percent).max().orElse(0),
                    breach);
        }
        over("max_lines", lines.size(), breach);
        over("max_words_per_cue", words, breach);
        double fewest = rules.or("min_words_per_cue", 0);
        if (words < fewest) {
            breach.broken("min_words_per_cue", words, fewest);
        }
    }

    /// What is wrong with how long a cue stands.
    void duration(long in, long out, int graphemes, int words, Breach breach) {
        long length = out - in;
        double seconds = grid.seconds(Math.max(1, length));
        if (length < minDuration) {
            breach.broken("min_duration_ms", millis(in, out), rules.or("min_duration_ms", (double) grid.millis(1)));
        }
        if (length > maxDuration) {
            breach.broken("max_duration_ms", millis(in, out), rules.or("max_duration_ms", 0));
        }
        over("max_cps", graphemes / seconds, breach);
        under("min_ms_per_word", seconds * 1000 / Math.max(1, words), breach);
        over("max_wpm", words * 60 / seconds, breach);
        under("min_wpm", words * 60 / seconds, breach);
    }

    /// What is wrong between a cue and the next one.
    void gap(long out, long nextIn, Breach breach) {
        long gap = nextIn - out;
        double ms = millis(out, nextIn);
        if (gap < 0) {
            breach.broken(OVERLAP, -ms, 0);
        }
        if (gap < minGap) {
            boolean inFrames = minGapRule.equals("min_gap_frames");
            breach.broken(minGapRule, inFrames ? (double) gap / grid.perFrame() : ms, rules.or(minGapRule, 0));
        }
        if (gap > Math.max(chainTo, minGap) && gap < chainBelow) {
            breach.broken("chain_below_ms", ms, rules.or("chain_below_ms", 0));
        }
        if (gap > 0 && gap < noGapBelow) {
            breach.broken("no_gap_below_ms", ms, rules.or("no_gap_below_ms", 0));
        }
    }

    /// What is wrong with a cue's times against what is heard.
    void speech(long in, long out, long firstSound, long lastSound, Breach breach) {
        long off = Math.abs(in - firstSound);
        boolean movedToShot = in == snap.in(firstSound);
        if (startOffset >= 0 && off > startOffset && !movedToShot) {
            breach.broken(
                    "max_start_offset_frames", (double) off / grid.perFrame(), rules.or("max_start_offset_frames", 0));
        }
        if (endExtend >= 0 && out - lastSound > endExtend) {
            breach.broken("max_end_extend_ms", millis(lastSound, out), rules.or("max_end_extend_ms", 0));
        }
        if (lead >= 0 && firstSound - in > lead) {
            breach.broken("max_lead_ms", millis(in, firstSound), rules.or("max_lead_ms", 0));
        }
        if (lag >= 0 && in - firstSound > lag) {
            breach.broken("max_lag_ms", millis(firstSound, in), rules.or("max_lag_ms", 0));
        }
    }

    /// What is wrong with a cue's times against the shot changes.
    void shots(long in, long out, Breach breach) {
        String moved = snap.inRule(in);
        if (!moved.isEmpty()) {
            breach.broken(moved, snap.distance(in, grid), rules.or(moved, 0));
        }
        if (snap.out(out) != out) {
            breach.broken("shot_snap_out_ms", snap.distance(out, grid), rules.or("shot_snap_out_ms", 0));
        }
    }

    private double millis(long from, long to) {
        return grid.millis(to) - grid.millis(from);
    }

    private void over(String rule, double measured, Breach breach) {
        double limit = rules.or(rule, Double.POSITIVE_INFINITY);
        if (measured > limit + 1e-9) {
            breach.broken(rule, measured, limit);
        }
    }

    private void under(String rule, double measured, Breach breach) {
        double limit = rules.or(rule, 0);
        if (measured < limit - 1e-9) {
            breach.broken(rule, measured, limit);
        }
    }
}
