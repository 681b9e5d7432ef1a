package studio.fanz.core.caption;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// Decides which words share a cue: the cheapest way to part the units, found by a dynamic programme over all
/// of them.
///
/// Cost of a cue = 3 for being one more + what parting it from the next one costs ([Seams]), down to a fifth of
/// that where the speaker pauses 700 ms + 1.2 for each sentence that ends inside it + for each pause inside it
/// beyond 350 ms: 1 per 150 ms, and 15 more from 2 s on + 1.5 for each shot change inside it, 4.5 where that
/// lies within half a second of its edges + how badly its text fits into lines ([LineLayout]) + 12 × the share
/// of the shortest duration it cannot have, 10 × the share by which it must be read too fast.
final class CueSplit {

    private static final double CUE = 3;
    private static final double SENTENCE_INSIDE = 1.2;
    private static final double TOO_FEW_WORDS = 8;
    private static final double FULL_RELIEF_MS = 700;
    private static final double PAUSE_MS = 350;
    private static final double LONG_PAUSE_MS = 2000;
    private static final long LINGER_MS = 1000;

    /// The units of one cue, end exclusive.
    record Run(int from, int to) {}

    private final SpokenText text;
    private final CueRules rules;
    private final Seams seams;
    private final LineLayout layout;
    private final LineLimit limit;
    private final double[] partingAt;
    private final double[] insideUpTo;
    private final long[] starts;
    private final long[] ends;
    private final long nearShot;
    private final int maxWords;
    private final int minWords;

    CueSplit(SpokenText text, CueRules rules, Seams seams, LineLayout layout, LineLimit limit) {
        this.text = text;
        this.rules = rules;
        this.seams = seams;
        this.layout = layout;
        this.limit = limit;
        this.nearShot = rules.grid().framesIn(500);
        this.maxWords = rules.values().count("max_words_per_cue", Integer.MAX_VALUE);
        this.minWords = rules.values().count("min_words_per_cue", 0);
        int units = text.units().size();
        this.starts = new long[units + 1];
        this.ends = new long[units];
        this.partingAt = new double[units + 1];
        this.insideUpTo = new double[units + 1];
        for (int u = 0; u < units; u++) {
            starts[u] = rules.grid().nearest(text.units().get(u).startMs());
            ends[u] = rules.grid().nearest(text.units().get(u).endMs());
        }
        starts[units] = Long.MAX_VALUE / 4;
        for (int u = 1; u < units; u++) {
            double pause = pauseBefore(u);
            partingAt[u] = seams.atCue(u) * (1 - 0.8 * Math.min(1, pause / FULL_RELIEF_MS));
            insideUpTo[u] = insideUpTo[u - 1] + insideCost(u, pause);
        }
    }

    /// The cheapest split; every unit in exactly one run, in order.
    List<Run> runs() {
        int units = text.units().size();
        double[] best = new double[units + 1];
        int[] from = new int[units + 1];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        best[0] = 0;
        for (int to = 1; to <= units; to++) {
            for (int start = to - 1; start >= 0; start--) {
                double lines = layout.cost(start, to);
                boolean alone = start == to - 1;
                if (!alone && (lines == Double.POSITIVE_INFINITY || !mayShareACue(start, to))) {
                    break;
                }
                double cost = best[start] + (alone ? Math.min(lines, 100) : lines) + cost(start, to);
                if (cost < best[to]) {
                    best[to] = cost;
                    from[to] = start;
                }
            }
        }
        List<Run> runs = new ArrayList<>();
        for (int to = units; to > 0; to = from[to]) {
            runs.add(new Run(from[to], to));
        }
        Collections.reverse(runs);
        return runs;
    }

    private boolean mayShareACue(int from, int to) {
        return words(from, to) <= maxWords && ends[to - 1] - starts[from] <= rules.maxDuration();
    }

    private double cost(int from, int to) {
        double cost = CUE + partingAt[to] + insideUpTo[to - 1] - insideUpTo[from];
        cost += words(from, to) < minWords ? TOO_FEW_WORDS : 0;
        cost += shotCost(from, to);
        long linger = rules.endExtend() >= 0 ? rules.endExtend() : rules.grid().framesIn(LINGER_MS);
        long lastOut = Math.min(Math.max(ends[to - 1], starts[from]) + linger, starts[to] - rules.minGap());
        double room = Math.max(1, lastOut - starts[from]);
        double shortest = rules.minDuration();
        cost += 12 * Math.max(0, (shortest - room) / shortest);
        double reading = rules.readingTime(graphemes(from, to), words(from, to));
        return cost + 10 * Math.max(0, Math.min(3, reading / room - 1));
    }

    private double shotCost(int from, int to) {
        int inside = rules.snap().countBetween(starts[from], ends[to - 1]);
        if (inside == 0) {
            return 0;
        }
        int far = rules.snap().countBetween(starts[from] + nearShot, ends[to - 1] - nearShot);
        return 1.5 * inside + 3.0 * (inside - far);
    }

    private double insideCost(int unit, double pause) {
        double cost = seams.sentenceBefore(unit) ? SENTENCE_INSIDE : 0;
        cost += Math.max(0, (pause - PAUSE_MS) / 150);
        return cost + (pause >= LONG_PAUSE_MS ? 15 : 0);
    }

    private double pauseBefore(int unit) {
        return Math.max(
                0, text.units().get(unit).startMs() - text.units().get(unit - 1).endMs());
    }

    private int words(int from, int to) {
        return text.units().get(to - 1).lastWord() - text.units().get(from).firstWord() + 1;
    }

    /// Clusters of the text on one line; a blank that becomes a line break is counted, which errs on the safe
    /// side.
    private int graphemes(int from, int to) {
        if (LineLimit.countsWidth(rules.values())) {
            return text.units().get(to - 1).to() - text.units().get(from).from();
        }
        return (int) limit.size(text.firstAtom(from), text.firstAtom(to));
    }
}
