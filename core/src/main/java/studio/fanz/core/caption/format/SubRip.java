package studio.fanz.core.caption.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.caption.Cue;

/// SubRip (`.srt`). There is no standard: written the way every player reads it; read with missing or wrong
/// numbers, missing blank lines, dots for commas, one to three digits of fraction, missing hours or more than
/// 99, coordinates behind the times, and the tags `<b> <i> <u> <s> <font>` and `{\…}`, which are dropped.
final class SubRip {

    private static final String TIME = "(?:(\\d{1,9}):)?(\\d{1,9}):(\\d{1,9})(?:[,.:](\\d{1,9}))?";
    private static final Pattern TIMES = Pattern.compile("^\\s*" + TIME + "\\s*--?>\\s*" + TIME + "(?:\\s.*)?$");
    private static final Pattern TAGS =
            Pattern.compile("</?(?:b|i|u|s|font)(?:\\s[^<>]*)?>|\\{\\\\[^{}]*\\}", Pattern.CASE_INSENSITIVE);

    private SubRip() {}

    static String write(Captions captions) {
        StringBuilder out = new StringBuilder();
        int number = 1;
        for (Cue cue : captions.cues()) {
            out.append(number++).append('\n');
            out.append(CueClock.hms(cue.startMs(), ',')).append(" --> ");
            out.append(CueClock.hms(cue.endMs(), ',')).append('\n');
            for (String line : FileText.cueLines(cue.lines())) {
                out.append(guarded(line)).append('\n');
            }
            out.append('\n');
        }
        return out.toString();
    }

    static Captions read(String text) throws CaptionFormatException {
        List<String> lines = FileText.lines(text);
        List<Integer> times = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("->") && TIMES.matcher(lines.get(i)).matches()) {
                times.add(i);
            }
        }
        if (times.isEmpty() && !text.isBlank()) {
            throw new CaptionFormatException(
                    CaptionFormatException.Code.NO_CAPTIONS, CaptionFormat.SRT, "no line with times");
        }
        List<Cue> cues = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            int end = i + 1 < times.size() ? beforeNumber(lines, times.get(i) + 1, times.get(i + 1)) : lines.size();
            List<String> shown = shown(lines.subList(times.get(i) + 1, end));
            if (!shown.isEmpty()) {
                cues.add(cue(lines.get(times.get(i)), shown));
            }
        }
        return CueClock.captions("", cues);
    }

    private static Cue cue(String times, List<String> lines) {
        Matcher t = TIMES.matcher(times);
        if (!t.matches()) {
            throw new IllegalStateException(times);
        }
        return CueClock.cue(time(t, 1), time(t, 5), lines);
    }

    private static long time(Matcher t, int group) {
        return CueClock.ms(part(t, group), part(t, group + 1), part(t, group + 2), part(t, group + 3));
    }

    private static String part(Matcher t, int group) {
        return t.start(group) < 0 ? "" : t.group(group);
    }

    /// Where a cue's lines end: before the number that belongs to the times of the next.
    private static int beforeNumber(List<String> lines, int from, int nextTimes) {
        boolean numbered =
                nextTimes - 1 >= from && isNumber(lines.get(nextTimes - 1).strip());
        return numbered ? nextTimes - 1 : nextTimes;
    }

    private static boolean isNumber(String line) {
        return !line.isEmpty() && line.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static List<String> shown(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .map(line -> Guard.removed(TAGS.matcher(line).replaceAll("")))
                .toList();
    }

    private static String guarded(String line) {
        if (line.isBlank()) {
            return Guard.MARK + line;
        }
        StringBuilder out = new StringBuilder();
        String text = Guard.doubled(line);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            boolean arrow = c == '-' && next == '>';
            boolean tag = c == '<' && (Character.isLetter(next) || next == '/');
            boolean override = c == '{' && (Character.isLetter(next) || next == '\\');
            out.append(c);
            if (arrow || tag || override) {
                out.append(Guard.MARK);
            }
        }
        return out.toString();
    }
}
