package studio.fanz.core.time;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times as people read and type them: `1:05`, `00:01:05.250`, `65.2`, and frames as `f100`. Labels in milliseconds;
/// to cut, a typed time names the frame with the nearest presentation time.
public final class Timecode {

    private static final Pattern TIME =
            Pattern.compile("(?:(?:(\\d{1,3}):)?(\\d{1,3}):)?(\\d{1,6})(?:[.,](\\d{1,3})\\d*)?");

    private Timecode() {}

    /// `m:ss`, with hours as `h:mm:ss` from one hour on; milliseconds are cut off.
    public static String of(long ms) {
        long seconds = Math.max(0, ms) / 1000;
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /// `0:07.250`: with milliseconds, as a caption's time is edited.
    public static String exact(long ms) {
        return of(ms) + String.format(Locale.ROOT, ".%03d", Math.max(0, ms) % 1000);
    }

    /// `00:00:19:21`: hours, minutes, seconds, frames. The frame is the one shown at `ms`; non-drop, so that the last
    /// figure counts real frames.
    ///
    /// @param rate frames a second; 0 shows hundredths instead
    public static String frames(long ms, Rational rate) {
        long seconds = Math.max(0, ms) / 1000;
        long rest = Math.max(0, ms) % 1000;
        long last = rate.num() == 0
                ? rest / 10
                : Math.floorDiv(rest * rate.num() + 500 * rate.den() / 1000, 1000 * rate.den());
        return String.format(Locale.ROOT, "%02d:%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60, last);
    }

    /// Milliseconds of a typed time, empty when it is none. Digits after the third of a fraction are cut off.
    public static Optional<Long> parse(String text) {
        Matcher m = TIME.matcher(text.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        String fraction = Optional.ofNullable(m.group(4)).orElse("") + "000";
        long seconds = number(m, 1) * 3600 + number(m, 2) * 60 + number(m, 3);
        return Optional.of(seconds * 1000 + Long.parseLong(fraction.substring(0, 3)));
    }

    /// A typed stretch `START-END`, empty when it is none or does not end after its start.
    public static Optional<Span> parseSpan(String text) {
        int dash = text.indexOf('-');
        if (dash < 0) {
            return Optional.empty();
        }
        Optional<Long> start = parse(text.substring(0, dash));
        Optional<Long> end = parse(text.substring(dash + 1));
        return start.isPresent() && end.isPresent() && end.get() > start.get()
                ? Optional.of(new Span(start.get(), end.get()))
                : Optional.empty();
    }

    private static long number(Matcher m, int group) {
        return m.group(group) == null ? 0 : Long.parseLong(m.group(group));
    }
}
