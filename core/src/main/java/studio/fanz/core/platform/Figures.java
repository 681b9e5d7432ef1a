package studio.fanz.core.platform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;

/// Figures with their unit as a person reads them. Decimal units, a point, no grouping: the same on every machine.
final class Figures {

    private Figures() {}

    static String of(Limit row) {
        String list =
                row.values().stream().map(value -> value(value, row.unit())).collect(Collectors.joining(", "));
        return row.isOp(Limit.Op.FORBID) && !row.unit().equals("char") ? "not " + list : list;
    }

    static String of(Measured measured, String unit) {
        return switch (measured) {
            case Measured.Amount amount -> amount(amount.value(), unit);
            case Measured.Names names ->
                names.tracks().stream()
                        .map(track -> value(track.getLast(), unit))
                        .distinct()
                        .collect(Collectors.joining(", "));
            case Measured.Shape shape -> shape.width() + "x" + shape.height();
            case Measured.Flag flag -> flag.so() ? "yes" : "no";
            case Measured.Unknown _, Measured.Absent _ -> "";
        };
    }

    private static String value(String text, String unit) {
        if (unit.equals("flag")) {
            return text.equals("true") ? "yes" : "no";
        }
        try {
            return amount(Double.parseDouble(text), unit);
        } catch (NumberFormatException _) {
            return text;
        }
    }

    private static String amount(double value, String unit) {
        return switch (unit) {
            case "bytes" -> scaled(value, "B", "kB", "MB", "GB");
            case "bps" -> scaled(value, "bit/s", "kbit/s", "Mbit/s", "Gbit/s");
            case "hz" -> plain(value, 0) + " Hz";
            case "ratio" -> plain(value, 4) + ":1";
            case "px", "s", "ms", "fps" -> plain(value, 3) + " " + unit;
            case "pct" -> plain(value, 1) + " %";
            case "pixel" -> plain(value, 0) + " pixels";
            case "grapheme" -> plain(value, 0) + " characters";
            case "utf16" -> plain(value, 0) + " UTF-16 units";
            case "codepoint" -> plain(value, 0) + " code points";
            case "weighted" -> plain(value, 0) + " counted characters";
            default -> plain(value, 3);
        };
    }

    private static String scaled(double value, String... units) {
        int step = 0;
        double shown = value;
        while (shown >= 1000 && step < units.length - 1) {
            shown /= 1000;
            step++;
        }
        // Down to three figures would hide by how much a bound is missed.
        return plain(shown, step == 0 ? 0 : 3) + " " + units[step];
    }

    private static String plain(double value, int digits) {
        if (!Double.isFinite(value)) {
            return "?";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
