package studio.fanz.app.control;

import studio.fanz.core.time.Rational;

/// Times as people read them.
public final class Timecode {

    private Timecode() {}

    /// `0:48`, `12:05`, `1:02:03`: minutes and seconds, hours when there are any; rounded down.
    public static String clock(long ms) {
        long seconds = Math.max(0, ms) / 1000;
        long hours = seconds / 3600;
        return hours > 0
                ? "%d:%02d:%02d".formatted(hours, seconds / 60 % 60, seconds % 60)
                : "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    /// `0:07.250`: with milliseconds, as a caption's time is edited.
    public static String exact(long ms) {
        return clock(ms) + ".%03d".formatted(Math.max(0, ms) % 1000);
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
        return "%02d:%02d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60, last);
    }

    /// Reads `7.25`, `0:07.250`, `1:02:03`.
    ///
    /// @return milliseconds
    /// @throws NumberFormatException when it is none of these
    public static long parse(String text) {
        double seconds = 0;
        String[] parts = text.trim().replace(',', '.').split(":", -1);
        if (parts.length > 3) {
            throw new NumberFormatException("not a time: " + text);
        }
        for (String part : parts) {
            double value = Double.parseDouble(part);
            if (value < 0 || Double.isNaN(value) || Double.isInfinite(value)) {
                throw new NumberFormatException("not a time: " + text);
            }
            seconds = seconds * 60 + value;
        }
        return Math.round(seconds * 1000);
    }
}
