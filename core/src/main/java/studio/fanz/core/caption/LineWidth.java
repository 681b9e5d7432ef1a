package studio.fanz.core.caption;

/// How wide a line is likely to be, for profiles that limit the width of a line instead of its characters. An
/// estimate: the fonts are not known here. Burning in measures the real glyphs.
///
/// The em widths are averages over the classes of a proportional sans serif (Noto Sans). A line of 8 % of the
/// picture's height with a font of 1/1.2 of that (the figures of the BBC's guide) on a 16:9 picture makes one
/// em 3.75 % of the width; its 68 % are then 18 em or about 37 characters, which is that guide's limit for
/// fixed-width text.
final class LineWidth {

    private static final double EM_IN_PCT_OF_16_9 = 8.0 / 1.2 * 9 / 16;

    /// First and last of each range of UAX 11's wide and full-width letters that captions meet.
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x2E80, 0xA4CF, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE30, 0xFE6F, 0xFF00, 0xFF60, 0x1F300,
        0x1FAFF, 0x20000, 0x3FFFD
    };

    private LineWidth() {}

    /// Width in per cent of a 16:9 picture.
    static double percent(String line) {
        return line.codePoints().mapToDouble(LineWidth::em).sum() * EM_IN_PCT_OF_16_9;
    }

    private static double em(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        if (isWide(c)) {
            return 1;
        }
        if (" .,:;!'|ijl()[]".indexOf(c) >= 0) {
            return 0.28;
        }
        if (c == 'm' || c == 'w' || c == 'M' || c == 'W') {
            return 0.88;
        }
        return Character.isUpperCase(c) ? 0.65 : 0.54;
    }

    /// East Asian wide letters and emoji.
    static boolean isWide(int c) {
        for (int i = 0; i < WIDE.length; i += 2) {
            if (c >= WIDE[i] && c <= WIDE[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
