package studio.fanz.media.ffmpeg;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.fanz.core.asset.Loudness;

/// The summary that FFmpeg's `ebur128` filter prints at its end, at log level `info`.
final class Ebur128 {

    private static final Pattern SUMMARY = Pattern.compile(
            "Integrated loudness:\\s+I:\\s+(\\S+) LUFS\\s+"
                    + "Threshold:\\s+(\\S+) LUFS.*?LRA:\\s+(\\S+) LU\\b.*?True peak:\\s+Peak:\\s+(\\S+) dBFS",
            Pattern.DOTALL);

    private Ebur128() {}

    /// The last summary in what a child printed.
    static Optional<Loudness> parse(String printed) {
        Matcher matcher = SUMMARY.matcher(printed);
        Optional<Loudness> last = Optional.empty();
        while (matcher.find()) {
            double integrated = number(matcher.group(1));
            // The filter prints its gate, -70 LUFS, when nothing passed it.
            last = Optional.of(new Loudness(
                    integrated <= -70 ? Double.NEGATIVE_INFINITY : integrated,
                    number(matcher.group(4)),
                    number(matcher.group(3)),
                    number(matcher.group(2))));
        }
        return last;
    }

    private static double number(String text) {
        return switch (text) {
            case "-inf", "nan", "-nan" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
