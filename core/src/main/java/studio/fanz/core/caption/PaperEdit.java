package studio.fanz.core.caption;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.fanz.core.time.Timecode;

/// A transcript as Markdown, to be struck in any editor and read back as cuts. A line is a sentence or so, with the
/// numbers
/// of its words in front; what stands between `~~` and `~~` is struck, and so is a line that is gone. Words may be
/// corrected; a line's numbers say which words it stands for.
public final class PaperEdit {

    private static final Pattern LINE = Pattern.compile("^\\s*(~~)?\\s*[-*]?\\s*(~~)?\\s*`(\\d+)-(\\d+) [^`]*`(.*)$");
    private static final int LONGEST_LINE = 24;

    private PaperEdit() {}

    /// The transcript, words already struck shown as such.
    public static String write(String title, Transcript transcript, Set<Integer> struck) {
        List<Word> words = transcript.words();
        var page = new StringBuilder("# ")
                .append(title.isBlank() ? "Transcript" : title)
                .append("\n\n");
        for (int first = 0; first < words.size(); ) {
            int last = lineEnd(words, first);
            page.append("- `").append(first).append('-').append(last).append(' ');
            page.append(Timecode.of(words.get(first).startMs())).append('`');
            boolean open = false;
            for (int id = first; id <= last; id++) {
                boolean strikes = struck.contains(id);
                page.append(open && !strikes ? "~~ " : " ").append(!open && strikes ? "~~" : "");
                page.append(escaped(words.get(id).text()));
                open = strikes;
            }
            page.append(open ? "~~" : "").append('\n');
            first = last + 1;
        }
        return page.toString();
    }

    private static int lineEnd(List<Word> words, int first) {
        for (int id = first; id < words.size() - 1; id++) {
            boolean sentence = words.get(id).text().strip().matches(".*[.!?。！？…][\"'”’)]*");
            if (sentence || id - first + 1 >= LONGEST_LINE) {
                return id;
            }
        }
        return words.size() - 1;
    }

    private static String escaped(String word) {
        return word.strip()
                .replaceAll("\\s+", "\u00a0")
                .replace("\\", "\\\\")
                .replace("~", "\\~")
                .replace("`", "\\`");
    }

    /// Ids of the words that were struck.
    ///
    /// @param page  as written, then struck
    /// @param count how many words the transcript has
    /// @throws IllegalArgumentException when no line of it says which words it stands for, or a line names words
    /// that the
    ///                                  transcript does not have
    public static Set<Integer> read(String page, int count) {
        var struck = new TreeSet<Integer>();
        var present = new HashSet<Integer>();
        boolean across = false;
        boolean any = false;
        for (String line : page.lines().toList()) {
            Matcher m = LINE.matcher(line);
            if (!m.matches()) {
                continue;
            }
            any = true;
            int first = Integer.parseInt(m.group(3));
            int last = Integer.parseInt(m.group(4));
            if (last < first || last >= count) {
                throw new IllegalArgumentException("line " + first + "-" + last + " of " + count + " words");
            }
            boolean opened = m.group(1) != null || m.group(2) != null;
            across = line(m.group(5), first, last, opened != across, struck);
            for (int id = first; id <= last; id++) {
                present.add(id);
            }
        }
        if (!any) {
            throw new IllegalArgumentException("no line that names its words");
        }
        for (int id = 0; id < count; id++) {
            if (!present.contains(id)) {
                struck.add(id);
            }
        }
        return struck;
    }

    /// @return whether a strike goes on in the next line
    private static boolean line(String text, int first, int last, boolean open, Set<Integer> struck) {
        var kept = new ArrayList<Boolean>();
        boolean strikes = open;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '~' && text.startsWith("~~", i)) {
                strikes = !strikes;
                i++;
            } else if (Character.isWhitespace(c)) {
                inWord = false;
            } else {
                i += c == '\\' ? 1 : 0;
                if (!inWord) {
                    kept.add(!strikes);
                    inWord = true;
                }
            }
        }
        int words = last - first + 1;
        for (int n = 0; n < words; n++) {
            // A corrected line may have more or fewer pieces than words: they are dealt out in proportion.
            int piece = kept.size() == words ? n : (int) ((long) n * kept.size() / words);
            if (kept.isEmpty() || !kept.get(piece)) {
                struck.add(first + n);
            }
        }
        return strikes;
    }
}
