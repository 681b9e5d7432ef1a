package studio.fanz.core.caption.format;

import java.util.regex.Pattern;

/// The invisible letter that keeps a text from being taken for a command. Its own occurrences are doubled, so
/// that a run of an odd number holds one guard.
final class Guard {

    static final char MARK = '\u2060';

    private static final Pattern RUNS = Pattern.compile(MARK + "+");

    private Guard() {}

    /// Doubles the marks that belong to the text.
    static String doubled(String text) {
        return text.indexOf(MARK) < 0 ? text : text.replace("" + MARK, "" + MARK + MARK);
    }

    /// Takes guards out and halves the others.
    static String removed(String text) {
        return text.indexOf(MARK) < 0
                ? text
                : RUNS.matcher(text)
                        .replaceAll(run -> ("" + MARK).repeat(run.group().length() / 2));
    }
}
