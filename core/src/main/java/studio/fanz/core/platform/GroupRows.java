package studio.fanz.core.platform;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/// The rows that a group of targets shares, in tiers: to make a file, aim at all of them; where they contradict one
/// another let go of advice first, then of what is not official.
///
/// @param limits        all rows
/// @param targets       the group
/// @param circumstances what is known about the file to be made
record GroupRows(Limits limits, List<Target> targets, Circumstances circumstances) {

    /// How much is obeyed, most first.
    enum Tier {
        /// Advice, and rows under a condition that nobody knows, included.
        ALL,
        /// All that is not advice.
        BINDING,
        /// What the platforms themselves refuse.
        OFFICIAL
    }

    /// Numbers that all of some rows allow.
    record Range(double min, double max) {
        boolean possible() {
            return min <= max;
        }

        Range and(Range other) {
            double least = Math.max(min, other.min);
            double most = Math.min(max, other.max);
            return new Range(least, most);
        }

        double nearest(double wanted) {
            return Math.clamp(wanted, min, max);
        }
    }

    /// The rows of a limit up to a tier, of each conflict group only the first.
    List<Limit> rows(String limit, Tier tier) {
        return targets.stream()
                .flatMap(target -> Limits.aims(limits.of(target.id(), limit)).stream())
                .filter(Limit::understood)
                .filter(belongs(tier))
                .toList();
    }

    private Predicate<Limit> belongs(Tier tier) {
        return row -> switch (circumstances.judge(row)) {
            case FAILS -> false;
            case UNKNOWN -> tier == Tier.ALL;
            case HOLDS ->
                switch (tier) {
                    case ALL -> true;
                    case BINDING -> !row.recommended();
                    case OFFICIAL -> row.refuses();
                };
        };
    }

    /// What the rows of a lower and an upper limit leave, 0 to infinity when there are none.
    Range range(String lower, String upper, Tier tier) {
        double min = rows(lower, tier).stream()
                .filter(row -> row.isOp(Limit.Op.MIN))
                .mapToDouble(row -> row.number().orElse(0))
                .max()
                .orElse(0);
        double max = rows(upper, tier).stream()
                .filter(row -> row.isOp(Limit.Op.MAX))
                .mapToDouble(row -> row.number().orElse(Double.POSITIVE_INFINITY))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        return new Range(min, max);
    }

    /// The range of the first tier that leaves one; the official one when none does.
    Range closestRange(String lower, String upper, Tier first) {
        for (Tier tier : Tier.values()) {
            if (tier.compareTo(first) >= 0 && range(lower, upper, tier).possible()) {
                return range(lower, upper, tier);
            }
        }
        return range(lower, upper, Tier.OFFICIAL);
    }

    /// Whether a value breaks no row of a limit up to a tier.
    boolean allows(String limit, Tier tier, Measured value) {
        return rows(limit, tier).stream().noneMatch(row -> Rules.broken(row, value));
    }

    /// The first candidate that the deepest possible tier allows; the first one when no tier allows any.
    <T> T choose(List<T> candidates, BiPredicate<T, Tier> allowed) {
        for (Tier tier : Tier.values()) {
            for (T candidate : candidates) {
                if (allowed.test(candidate, tier)) {
                    return candidate;
                }
            }
        }
        return candidates.getFirst();
    }
}
