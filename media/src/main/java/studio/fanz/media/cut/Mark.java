package studio.fanz.media.cut;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.fanz.core.time.Rational;

/// A place a person typed: a time, the number of a frame, or the end. Exact: no digit typed is lost.
public sealed interface Mark {

    /// A time from the start of the source. It names the frame with the nearest presentation time.
    ///
    /// @param seconds exact
    record Time(Rational seconds) implements Mark {}

    /// A frame by its number in the order of showing, from 0.
    record Frame(long number) implements Mark {}

    /// Behind the last frame; `end`.
    record End() implements Mark {}

    /// `65.2`, `1:05.2`, `00:01:05.250`, `f100`, `end`; empty when it is none of these.
    static Optional<Mark> parse(String typed) {
        String text = typed.strip();
        if (text.equals("end")) {
            return Optional.of(new End());
        }
        if (text.matches("f\\d{1,9}")) {
            return Optional.of(new Frame(Long.parseLong(text.substring(1))));
        }
        Matcher time = Syntax.TIME.matcher(text);
        return time.matches() ? Optional.of(new Time(Syntax.seconds(time))) : Optional.empty();
    }

    /// How times are typed.
    final class Syntax {

        private static final Pattern TIME =
                Pattern.compile("(?:(?:(\\d{1,3}):)?(\\d{1,3}):)?(\\d{1,6})(?:[.,](\\d{1,9}))?");

        private Syntax() {}

        private static Rational seconds(Matcher time) {
            long whole = number(time.group(1)) * 3600 + number(time.group(2)) * 60 + number(time.group(3));
            String fraction = Optional.ofNullable(time.group(4)).orElse("");
            long scale = 1;
            for (int i = 0; i < fraction.length(); i++) {
                scale *= 10;
            }
            return new Rational(whole * scale + number(fraction), scale);
        }

        private static long number(@org.jspecify.annotations.Nullable String digits) {
            return digits == null || digits.isEmpty() ? 0 : Long.parseLong(digits);
        }
    }
}
