package studio.fanz.core.platform;

import java.util.List;

/// Compares what was measured with a row.
final class Rules {

    /// Rates that players treat as the same: 30000/1001 is "30".
    private static final double SAME_RATE = 0.1;

    private Rules() {}

    /// Whether the row is broken. Only for understood rows and known measures.
    static boolean broken(Limit row, Measured measured) {
        return switch (measured) {
            case Measured.Amount amount -> brokenBy(row, amount.value());
            case Measured.Names names -> names.tracks().stream().anyMatch(track -> brokenBy(row, track));
            case Measured.Shape shape -> brokenBy(row, shape);
            case Measured.Flag flag -> brokenBy(row, flag.so());
            case Measured.Unknown _, Measured.Absent _ -> false;
        };
    }

    private static boolean brokenBy(Limit row, double value) {
        return switch (row.op().orElseThrow()) {
            case MAX -> value > row.number().orElseThrow();
            case MIN -> value < row.number().orElseThrow();
            case ONE_OF, REQUIRE -> row.values().stream().noneMatch(entry -> same(row, entry, value));
            case FORBID -> row.values().stream().anyMatch(entry -> same(row, entry, value));
        };
    }

    private static boolean same(Limit row, String entry, double value) {
        try {
            return Math.abs(Double.parseDouble(entry) - value) <= (row.unit().equals("fps") ? SAME_RATE : 0);
        } catch (NumberFormatException _) {
            return false;
        }
    }

    private static boolean brokenBy(Limit row, List<String> track) {
        boolean named = row.values().stream().anyMatch(track::contains);
        return row.isOp(Limit.Op.FORBID) == named;
    }

    private static boolean brokenBy(Limit row, Measured.Shape shape) {
        boolean matches = row.values().stream()
                .anyMatch(entry -> Aspect.parse(entry)
                        .filter(aspect -> aspect.matches(shape.width(), shape.height()))
                        .isPresent());
        return row.isOp(Limit.Op.FORBID) == matches;
    }

    private static boolean brokenBy(Limit row, boolean so) {
        boolean asked = row.value().equals("true");
        return row.isOp(Limit.Op.FORBID) ? so == asked : so != asked;
    }
}
