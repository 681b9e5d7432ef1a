package studio.fanz.core.caption.format;

import java.util.List;
import java.util.Locale;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.caption.Cue;

/// Times as caption files write them, and cues made of what was read.
final class CueClock {

    /// Later than this nothing is believed (a little over a thousand years); it keeps arithmetic from
    /// overflowing.
    private static final long LATEST_MS = 36_000_000_000_000L;

    private CueClock() {}

    /// `01:02:03,004` with the given mark before the milliseconds; hours grow beyond two digits.
    static String hms(long ms, char mark) {
        long t = Math.max(0, ms);
        return String.format(
                Locale.ROOT, "%02d:%02d:%02d%c%03d", t / 3_600_000, t / 60_000 % 60, t / 1000 % 60, mark, t % 1000);
    }

    /// Milliseconds of parts as digits; an empty part is 0, a fraction may have any number of digits.
    static long ms(String hours, String minutes, String seconds, String fraction) {
        long whole = (number(hours) * 60 + number(minutes)) * 60 + number(seconds);
        String thousandths = (fraction + "0000").substring(0, 4);
        long rounded = (number(thousandths) + 5) / 10;
        return Math.min(LATEST_MS, whole * 1000 + rounded);
    }

    /// A cue that was read; one that would end before it begins is seen for a millisecond.
    static Cue cue(long startMs, long endMs, List<String> lines) {
        long start = Math.clamp(startMs, 0, LATEST_MS);
        return new Cue(start, Math.max(start + 1, Math.min(endMs, LATEST_MS)), lines, -1, -1, List.of());
    }

    /// Captions that were read, in order of time.
    static Captions captions(String language, List<Cue> cues) {
        List<Cue> sorted = cues.stream()
                .sorted(java.util.Comparator.comparingLong(Cue::startMs))
                .toList();
        return new Captions(language, "", sorted);
    }

    private static long number(String digits) {
        String few = digits.substring(0, Math.min(9, digits.length()));
        return few.isEmpty() ? 0 : Long.parseLong(few);
    }
}
