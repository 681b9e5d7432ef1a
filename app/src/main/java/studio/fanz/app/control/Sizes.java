package studio.fanz.app.control;

import java.util.Locale;

/// Bytes as people read them, in powers of 1000 as file managers show them.
public final class Sizes {

    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

    private Sizes() {}

    /// `3.5 MB`, `182 GB`, with the locale's decimal sign.
    public static String text(long bytes, Locale locale) {
        double value = bytes;
        int unit = 0;
        while (value >= 999.5 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        boolean whole = unit == 0 || value >= 100;
        return String.format(locale, whole ? "%.0f %s" : "%.1f %s", value, UNITS[unit]);
    }
}
