package studio.fanz.core.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// One statement of one source about one target: a row of `limits.csv` (its README there is the specification).
///
/// @param target      the target's id
/// @param name        what is limited (`duration_max_s`); a name this version does not know is kept and reported
/// @param when        conditions that must all hold, key to value; empty = always
/// @param op          how `value` is meant; empty for a word this version does not know
/// @param value       as written
/// @param unit        `s`, `bytes`, `grapheme` …
/// @param level       who says so; empty for a word this version does not know
/// @param recommended advice: never a refusal, never a warning
/// @param asOf        date of the statement as written, empty when undated
/// @param source      where it stands
/// @param note        what to know about it
public record Limit(
        String target,
        String name,
        Map<String, String> when,
        Optional<Op> op,
        String value,
        String unit,
        Optional<Level> level,
        boolean recommended,
        String asOf,
        String source,
        String note) {

    public Limit {
        when = Map.copyOf(when);
    }

    /// How the value of a row is meant.
    public enum Op {
        /// At most; the bound itself is allowed.
        MAX,
        /// At least; the bound itself is allowed.
        MIN,
        /// Each track or file must be one of the `|` list.
        ONE_OF,
        /// Must be so, or is counted so.
        REQUIRE,
        /// Must not be so.
        FORBID;

        static Optional<Op> of(String word) {
            return switch (word) {
                case "max" -> Optional.of(MAX);
                case "min" -> Optional.of(MIN);
                case "one-of" -> Optional.of(ONE_OF);
                case "require" -> Optional.of(REQUIRE);
                case "forbid" -> Optional.of(FORBID);
                default -> Optional.empty();
            };
        }
    }

    /// Who makes the statement, strongest first.
    public enum Level {
        OFFICIAL,
        SECONDARY,
        CONFLICT,
        UNVERIFIED;

        static Optional<Level> of(String word) {
            return switch (word) {
                case "official" -> Optional.of(OFFICIAL);
                case "secondary" -> Optional.of(SECONDARY);
                case "conflict" -> Optional.of(CONFLICT);
                case "unverified" -> Optional.of(UNVERIFIED);
                default -> Optional.empty();
            };
        }
    }

    /// The value as a number; empty when it is none.
    public OptionalDouble number() {
        try {
            return OptionalDouble.of(Double.parseDouble(value));
        } catch (NumberFormatException _) {
            return OptionalDouble.empty();
        }
    }

    /// The entries of a `|` list; one entry when there is no bar.
    public List<String> values() {
        return List.of(value.split("\\|"));
    }

    /// Whether this version understands how the row is meant.
    public boolean understood() {
        boolean numeric = op.filter(o -> o == Op.MAX || o == Op.MIN).isPresent();
        return op.isPresent() && level.isPresent() && (!numeric || number().isPresent());
    }

    /// Whether breaking it refuses the target.
    public boolean refuses() {
        return isLevel(Level.OFFICIAL) && !recommended;
    }

    boolean isLevel(Level wanted) {
        return level.filter(l -> l == wanted).isPresent();
    }

    boolean isOp(Op wanted) {
        return op.filter(o -> o == wanted).isPresent();
    }

    /// Rows that answer the same question; several at level `conflict` contradict one another.
    boolean sameGroup(Limit other) {
        return target.equals(other.target)
                && name.equals(other.name)
                && when.equals(other.when)
                && unit.equals(other.unit);
    }

    /// Where it comes from, with its date, as shown beside a finding.
    public String cited() {
        return asOf.isEmpty() ? source : source + " (" + asOf + ")";
    }
}
