package studio.fanz.core.caption.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// TTML's time expressions: `00:00:01.5`, `00:00:01:12` (frames), `12.5s`, `300ms`, `10f`, `100t`, `1h`, `2m`.
///
/// @param frameRate frames per second, multiplier included
/// @param tickRate  ticks per second
record TtmlTime(double frameRate, double tickRate) {

    private static final Pattern CLOCK =
            Pattern.compile("^(\\d{1,9}):(\\d{1,9}):(\\d{1,9})(?:[.,](\\d{1,9})|:(\\d{1,9})(?:\\.\\d{1,9})?)?$");
    private static final Pattern OFFSET = Pattern.compile("^(\\d{1,12}(?:\\.\\d{1,9})?)(h|m|s|ms|f|t)$");

    /// Milliseconds; empty when the text is no time.
    OptionalLong millis(String text) {
        Matcher clock = CLOCK.matcher(text.strip());
        if (clock.matches()) {
            String fraction = clock.start(4) < 0 ? "" : clock.group(4);
            long ms = CueClock.ms(clock.group(1), clock.group(2), clock.group(3), fraction);
            double frames = clock.start(5) < 0 ? 0 : Double.parseDouble(clock.group(5));
            return OptionalLong.of(ms + Math.round(frames * 1000 / frameRate));
        }
        Matcher offset = OFFSET.matcher(text.strip());
        return offset.matches()
                ? OptionalLong.of(offset(new BigDecimal(offset.group(1)), offset.group(2)))
                : OptionalLong.empty();
    }

    private long offset(BigDecimal value, String metric) {
        BigDecimal ms = switch (metric) {
            case "h" -> value.multiply(BigDecimal.valueOf(3_600_000));
            case "m" -> value.multiply(BigDecimal.valueOf(60_000));
            case "s" -> value.multiply(BigDecimal.valueOf(1000));
            case "f" -> BigDecimal.valueOf(value.doubleValue() * 1000 / frameRate);
            case "t" -> BigDecimal.valueOf(value.doubleValue() * 1000 / tickRate);
            default -> value;
        };
        return ms.setScale(0, RoundingMode.HALF_UP).longValue();
    }
}
