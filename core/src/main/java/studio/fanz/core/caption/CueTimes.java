package studio.fanz.core.caption;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/// Decides when each cue appears and goes: among a few sensible in-times and out-times of every cue, the
/// sequence that breaks the least, found by a dynamic programme. Cues never overlap.
///
/// Cost of a time = 100 × weight for each broken rule (see [#weight]), more the further it is broken + 20 per
/// second between in-time and first sound + 12 per second that it goes before the last sound + 1 per second
/// that it stays after it + 6 × the share of a comfortable reading time that is missing + 8 for crossing a shot
/// change by less than a third of a second, where no rule of the profile forbids it.
final class CueTimes {

    /// What is to be timed, in grid steps.
    ///
    /// @param firstSound start of the first word
    /// @param lastSound  end of the last word, at or after `firstSound`
    /// @param graphemes  of its text
    /// @param words      number of words
    record Spoken(long firstSound, long lastSound, int graphemes, int words) {}

    /// In-time and out-time in grid steps, `out` after `in`.
    record Times(long in, long out) {}

    private static final double RULE = 100;

    /// Stands for the in-time behind the last cue.
    private static final long NONE = Long.MAX_VALUE / 4;

    private final CueRules rules;
    private final List<Spoken> cues;
    private final long mediaEnd;
    private final long crossing;
    private final double comfortableCps;
    private final long longestStay;

    /// @param mediaEnd end of the recording in grid steps; [Long#MAX_VALUE] when unknown
    CueTimes(CueRules rules, List<Spoken> cues, long mediaEnd) {
        this.rules = rules;
        this.cues = cues;
        this.mediaEnd = mediaEnd;
        this.crossing = rules.grid().framesIn(333);
        this.comfortableCps = rules.values().or("best_cps", rules.values().or("max_cps", 17) * 0.85);
        this.longestStay =
                rules.endExtend() >= 0 ? rules.endExtend() : rules.grid().framesIn(1500);
    }

    /// One pair of times for each cue, in order.
    Times[] solve() {
        int n = cues.size();
        Times[] times = new Times[n];
        if (n == 0) {
            return times;
        }
        long[][] ins = ins();
        Choice[] choices = new Choice[n];
        double[] after = new double[] {0};
        for (int i = n - 1; i >= 0; i--) {
            long[] nextIns = i + 1 < n ? ins[i + 1] : new long[] {NONE};
            choices[i] = choose(i, ins[i], nextIns, after);
            after = choices[i].cost();
        }
        int at = cheapest(choices[0].cost());
        for (int i = 0; i < n; i++) {
            times[i] = new Times(ins[i][at], choices[i].out()[at]);
            at = choices[i].nextIn()[at];
        }
        return times;
    }

    /// For each in-time of a cue: the best out-time, which in-time of the next cue it leads to, and the cost of
    /// all from here to the end.
    private record Choice(long[] out, int[] nextIn, double[] cost) {}

    private Choice choose(int i, long[] ins, long[] nextIns, double[] after) {
        Choice choice = new Choice(new long[ins.length], new int[ins.length], new double[ins.length]);
        Arrays.fill(choice.cost(), Double.POSITIVE_INFINITY);
        for (int k = 0; k < ins.length; k++) {
            for (long out : outs(cues.get(i), ins[k], nextIns)) {
                double own = cost(cues.get(i), ins[k], out);
                for (int next = 0; next < nextIns.length; next++) {
                    if (nextIns[next] < out) {
                        continue;
                    }
                    double cost = own + after[next] + gapCost(out, nextIns[next]);
                    if (cost < choice.cost()[k]) {
                        choice.cost()[k] = cost;
                        choice.out()[k] = out;
                        choice.nextIn()[k] = next;
                    }
                }
            }
        }
        return choice;
    }

    /// In-times worth trying. One of each cue's lies at or after one step behind the earliest of the cue
    /// before, so that a way through exists even for words that all sound at the same moment.
    private long[][] ins() {
        long[][] ins = new long[cues.size()][];
        long earliest = 0;
        long spaced = 0;
        long unhurried = 0;
        for (int i = 0; i < ins.length; i++) {
            long sound = cues.get(i).firstSound();
            earliest = Math.max(sound, earliest);
            spaced = Math.max(sound, spaced);
            unhurried = Math.max(sound, unhurried);
            long offset = Math.max(0, rules.startOffset());
            LongStream.Builder found = LongStream.builder();
            found.add(earliest).add(spaced).add(sound).add(sound - offset).add(sound + offset);
            if (unhurried - sound <= Math.max(offset, rules.grid().framesIn(200))) {
                found.add(unhurried);
            }
            for (long change : rules.snap().near(sound, crossing)) {
                found.add(change);
            }
            ins[i] = found.build()
                    .flatMap(in -> LongStream.of(in, rules.snap().in(in)))
                    .filter(in -> in >= 0)
                    .sorted()
                    .distinct()
                    .toArray();
            earliest += 1;
            spaced += 1 + rules.minGap();
            unhurried += rules.minDuration() + rules.minGap();
        }
        return ins;
    }

    private long[] outs(Spoken cue, long in, long[] nextIns) {
        long shortest = in + rules.minDuration();
        long readable = in + rules.readingTime(cue.graphemes(), cue.words());
        long comfortable = in + rules.grid().framesToCover(cue.graphemes() / comfortableCps);
        long latest = Math.max(Math.max(cue.lastSound(), comfortable), Math.max(shortest, readable)) + longestStay;
        LongStream.Builder found = LongStream.builder();
        found.add(in + 1).add(cue.lastSound()).add(cue.lastSound() + longestStay);
        found.add(shortest).add(readable).add(comfortable);
        found.add(rules.maxDuration() == Long.MAX_VALUE ? latest : in + rules.maxDuration());
        found.add(mediaEnd);
        for (long next : nextIns) {
            found.add(next).add(next - rules.minGap()).add(next - rules.chainTo());
            found.add(next - rules.chainBelow()).add(next - rules.noGapBelow());
        }
        for (long edge : new long[] {cue.lastSound(), shortest, readable}) {
            for (long change : rules.snap().near(edge, crossing)) {
                found.add(change - rules.snap().outGap());
            }
        }
        long last = nextIns[nextIns.length - 1];
        return found.build()
                .flatMap(out -> LongStream.of(out, out <= latest ? rules.snap().out(out) : out))
                .filter(out -> out > in && out <= latest && out <= last)
                .sorted()
                .distinct()
                .toArray();
    }

    private double cost(Spoken cue, long in, long out) {
        Tally tally = new Tally();
        rules.duration(in, out, cue.graphemes(), cue.words(), tally);
        rules.speech(in, out, cue.firstSound(), cue.lastSound(), tally);
        rules.shots(in, out, tally);
        double cost = tally.sum;
        long target = rules.snap().in(cue.firstSound());
        cost += 20 * seconds(Math.abs(in - target));
        // Stepping just out of a rule's zone would obey its letter; the rule names where the time belongs.
        cost += target != cue.firstSound() && in != target ? RULE : 0;
        cost += 12 * seconds(Math.max(0, cue.lastSound() - out));
        cost += seconds(Math.max(0, out - cue.lastSound()));
        double comfortable = cue.graphemes() / comfortableCps;
        cost += comfortable == 0 ? 0 : 6 * Math.max(0, 1 - seconds(out - in) / comfortable);
        cost += 8 * rules.snap().countBetween(in, Math.min(out, in + crossing));
        cost += 8 * rules.snap().countBetween(Math.max(in, out - crossing), out);
        return cost + (out > mediaEnd ? RULE : 0);
    }

    private double gapCost(long out, long nextIn) {
        if (nextIn == NONE) {
            return 0;
        }
        Tally tally = new Tally();
        rules.gap(out, nextIn, tally);
        double best = rules.values().or("best_gap_ms", 0) / 1000;
        double gap = seconds(nextIn - out);
        boolean awkward = nextIn > out && gap < best;
        return tally.sum + (awkward ? 1 : 0);
    }

    private double seconds(long frames) {
        return rules.grid().seconds(frames);
    }

    private static int cheapest(double[] costs) {
        int best = 0;
        for (int i = 1; i < costs.length; i++) {
            best = costs[i] < costs[best] ? i : best;
        }
        return best;
    }

    /// Adds up broken rules by weight and by how far they are broken.
    private static final class Tally implements CueRules.Breach {

        private double sum;

        @Override
        public void broken(String rule, double measured, double limit) {
            double base = Math.max(1, Math.abs(limit));
            sum += RULE * weight(rule) * (1 + Math.min(1, Math.abs(measured - limit) / base));
        }
    }

    /// Which rule gives way when not all can hold, the lightest first.
    private static double weight(String rule) {
        return switch (rule) {
            case "min_gap_frames", "min_gap_ms", CueRules.OVERLAP -> 10;
            case "min_duration_ms", "max_duration_ms" -> 4;
            case "max_cps", "min_ms_per_word" -> 2;
            case "max_lead_ms", "max_lag_ms" -> 1.5;
            case "min_wpm", "max_wpm" -> 0.01;
            default -> 1;
        };
    }
}
