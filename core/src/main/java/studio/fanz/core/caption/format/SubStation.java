package studio.fanz.core.caption.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.caption.Cue;

/// Advanced SubStation Alpha (`.ass`), and SSA when reading. Written with one style for a 16:9 picture: white
/// Noto Sans with a dark outline, bottom centre; encoding -1 lets libass find a line's direction by itself.
/// Literal braces are written `\{` `\}` and a backslash is followed by a word joiner, as FFmpeg does. Read with
/// any field order of `Format`, styles, override blocks (dropped), drawings (dropped), comments, and commas in
/// the text.
final class SubStation {

    private static final String HEADER = """
            [Script Info]
            ScriptType: v4.00+
            PlayResX: 1920
            PlayResY: 1080
            WrapStyle: 2
            ScaledBorderAndShadow: yes
            YCbCr Matrix: TV.709

            [V4+ Styles]
            Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, \
            Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, \
            MarginR, MarginV, Encoding
            Style: Default,Noto Sans,64,&H00FFFFFF,&H00FFFFFF,&H00101010,&H80000000,-1,0,0,0,100,100,0,0,1,4,2,2,96,96,\
            64,-1

            [Events]
            Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
            """;
    private static final List<String> FIELDS =
            List.of("layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text");
    private static final Pattern TIME = Pattern.compile("^(\\d{1,9}):(\\d{1,9}):(\\d{1,9})(?:[.,:](\\d{1,9}))?$");
    private static final Pattern DRAWING = Pattern.compile("\\\\p(\\d)");

    private SubStation() {}

    static String write(Captions captions) {
        StringBuilder out = new StringBuilder(HEADER);
        for (Cue cue : captions.cues()) {
            long start = (Math.max(0, cue.startMs()) + 5) / 10;
            long end = Math.max(start + 1, (cue.endMs() + 5) / 10);
            out.append("Dialogue: 0,").append(time(start)).append(',').append(time(end));
            out.append(",Default,,0,0,0,,");
            out.append(String.join(
                    "\\N",
                    FileText.cueLines(cue.lines()).stream()
                            .map(SubStation::escaped)
                            .toList()));
            out.append('\n');
        }
        return out.toString();
    }

    static Captions read(String text) throws CaptionFormatException {
        List<Cue> cues = new ArrayList<>();
        List<String> fields = FIELDS;
        boolean events = false;
        boolean script = false;
        for (String line : FileText.lines(text)) {
            if (line.startsWith("[")) {
                events = line.strip().equalsIgnoreCase("[Events]");
                script = script || events || line.strip().equalsIgnoreCase("[Script Info]");
            } else if (events && line.regionMatches(true, 0, "Format:", 0, 7)) {
                fields = List.of(line.substring(7)
                        .toLowerCase(Locale.ROOT)
                        .replace(" ", "")
                        .split(","));
            } else if (line.regionMatches(true, 0, "Dialogue:", 0, 9)) {
                addEvent(line.substring(9), fields, cues);
            }
        }
        if (cues.isEmpty() && !script) {
            throw new CaptionFormatException(CaptionFormatException.Code.NO_CAPTIONS, CaptionFormat.ASS, "no event");
        }
        return CueClock.captions("", cues);
    }

    private static void addEvent(String event, List<String> fields, List<Cue> cues) {
        String[] cells = event.split(",", Math.max(1, fields.size()));
        int start = fields.indexOf("start");
        int end = fields.indexOf("end");
        int last = fields.size() - 1;
        if (cells.length != fields.size() || start < 0 || end < 0 || start == last || end == last) {
            return;
        }
        Matcher from = TIME.matcher(cells[start].strip());
        Matcher to = TIME.matcher(cells[end].strip());
        String text = cells[last];
        String shown = shown(text);
        boolean drawingOnly = shown.isEmpty() && !text.isEmpty();
        if (from.matches() && to.matches() && !drawingOnly) {
            cues.add(CueClock.cue(ms(from), ms(to), List.of(shown.split("\n", -1))));
        }
    }

    private static long ms(Matcher t) {
        return CueClock.ms(t.group(1), t.group(2), t.group(3), t.start(4) < 0 ? "" : t.group(4));
    }

    private static String time(long hundredths) {
        return String.format(
                Locale.ROOT,
                "%d:%02d:%02d.%02d",
                hundredths / 360_000,
                hundredths / 6000 % 60,
                hundredths / 100 % 60,
                hundredths % 100);
    }

    private static String escaped(String line) {
        return Guard.doubled(line)
                .replace("\\", "\\" + Guard.MARK)
                .replace("{", "\\{")
                .replace("}", "\\}");
    }

    /// The text an event shows, lines parted by LF.
    private static String shown(String text) {
        StringBuilder out = new StringBuilder();
        boolean drawing = false;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int close = c == '{' ? text.indexOf('}', at) : -1;
            if (close >= 0) {
                drawing = draws(text.substring(at, close), drawing);
                at = close + 1;
                continue;
            }
            String piece = c == '\\' && at + 1 < text.length() ? command(text.charAt(at + 1)) : "";
            if (!drawing) {
                out.append(piece.isEmpty() ? String.valueOf(c) : piece);
            }
            at += piece.isEmpty() ? 1 : 2;
        }
        return Guard.removed(out.toString());
    }

    /// What a backslash with a letter stands for; empty when it is a backslash.
    private static String command(char letter) {
        return switch (letter) {
            case 'N' -> "\n";
            case 'n' -> " ";
            case 'h' -> "\u00A0";
            case '{' -> "{";
            case '}' -> "}";
            default -> "";
        };
    }

    private static boolean draws(String block, boolean before) {
        boolean drawing = before;
        Matcher mode = DRAWING.matcher(block);
        while (mode.find()) {
            drawing = !mode.group(1).equals("0");
        }
        return drawing;
    }
}
