package studio.fanz.core.platform;

import java.util.Optional;
import java.util.regex.Pattern;

/// A shape as two whole numbers: `16:9`, `1200:627`.
///
/// @param across above 0
/// @param down   above 0
record Aspect(int across, int down) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,5}):(\\d{1,5})");

    /// Reads `16:9`; empty for `source` and everything else.
    static Optional<Aspect> parse(String text) {
        var match = TEXT.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        var aspect = new Aspect(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
        return aspect.across == 0 || aspect.down == 0 ? Optional.empty() : Optional.of(aspect);
    }

    /// Width over height.
    double ratio() {
        return (double) across / down;
    }

    /// Whether a picture of that size, scaled to one side of this shape, is within one pixel on the other.
    boolean matches(int width, int height) {
        return Math.abs(height * ratio() - width) <= 1 || Math.abs(width / ratio() - height) <= 1;
    }

    /// The smallest size of exactly this shape with even sides.
    Aspect evenUnit() {
        int divisor = gcd(across, down);
        int a = across / divisor;
        int d = down / divisor;
        return a % 2 == 0 && d % 2 == 0 ? new Aspect(a, d) : new Aspect(2 * a, 2 * d);
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
