package studio.fanz.core.caption.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.caption.Cue;

/// WebVTT (W3C). Cues carry no settings: a player then puts them at the bottom, centred, above its own
/// controls, and takes each line's direction from its first strong letter. Read with identifiers, settings,
/// `NOTE`, `STYLE` and `REGION` blocks, header lines, tags and character references; a missing `WEBVTT` is
/// forgiven.
final class WebVtt {

    private static final String TIME = "(?:(\\d{1,9}):)?(\\d{1,2}):(\\d{1,2})[.,](\\d{1,9})";
    private static final Pattern TIMES = Pattern.compile("^\\s*" + TIME + "\\s*-->\\s*" + TIME + "(?:\\s.*)?$");
    private static final Pattern TAGS = Pattern.compile("</?[A-Za-z0-9][^<>]*>|</>");
    private static final Pattern REFERENCES =
            Pattern.compile("&(?:([a-z]{2,5})|#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6}));");
    private static final Map<String, String> NAMED = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "nbsp", "\u00A0", "lrm", "\u200E", "rlm", "\u200F", "quot", "\"", "apos",
            "'");
    private static final Pattern LANGUAGE = Pattern.compile("^Language:\\s*([A-Za-z0-9-]{2,35})\\s*$");

    private WebVtt() {}

    static String write(Captions captions) {
        StringBuilder out = new StringBuilder("WEBVTT\n");
        if (captions.language().matches("[A-Za-z0-9-]{2,35}")) {
            out.append("Kind: captions\nLanguage: ").append(captions.language()).append('\n');
        }
        for (Cue cue : captions.cues()) {
            out.append('\n').append(CueClock.hms(cue.startMs(), '.')).append(" --> ");
            out.append(CueClock.hms(cue.endMs(), '.')).append('\n');
            for (String line : FileText.cueLines(cue.lines())) {
                out.append(line.isEmpty() ? "" + Guard.MARK : escaped(line)).append('\n');
            }
        }
        return out.toString();
    }

    static Captions read(String text) throws CaptionFormatException {
        List<String> lines = FileText.lines(text);
        boolean named = lines.getFirst().startsWith("WEBVTT");
        List<Cue> cues = new ArrayList<>();
        String language = "";
        int at = 0;
        while (at < lines.size()) {
            Matcher times = TIMES.matcher(lines.get(at));
            Matcher tag = LANGUAGE.matcher(lines.get(at));
            if (times.matches()) {
                int end = endOfCue(lines, at + 1);
                if (end > at + 1) {
                    cues.add(CueClock.cue(time(times, 1), time(times, 5), shown(lines.subList(at + 1, end))));
                }
                at = end;
            } else {
                language = cues.isEmpty() && tag.matches() ? tag.group(1) : language;
                at++;
            }
        }
        if (cues.isEmpty() && !named) {
            throw new CaptionFormatException(
                    CaptionFormatException.Code.NO_CAPTIONS, CaptionFormat.VTT, "no line with times");
        }
        return CueClock.captions(language, cues);
    }

    private static int endOfCue(List<String> lines, int from) {
        int at = from;
        while (at < lines.size()
                && !lines.get(at).isEmpty()
                && !(lines.get(at).contains("-->")
                        && TIMES.matcher(lines.get(at)).matches())) {
            at++;
        }
        return at;
    }

    private static long time(Matcher t, int group) {
        String hours = t.start(group) < 0 ? "" : t.group(group);
        return CueClock.ms(hours, t.group(group + 1), t.group(group + 2), t.group(group + 3));
    }

    private static List<String> shown(List<String> lines) {
        // Tags may span lines.
        String text = TAGS.matcher(String.join("\n", lines)).replaceAll("");
        String plain = REFERENCES.matcher(text).replaceAll(r -> Matcher.quoteReplacement(meant(r)));
        return List.of(Guard.removed(plain).split("\n", -1));
    }

    private static String meant(java.util.regex.MatchResult reference) {
        if (reference.start(1) >= 0) {
            return NAMED.getOrDefault(reference.group(1), reference.group());
        }
        boolean decimal = reference.start(2) >= 0;
        int letter = Integer.parseInt(decimal ? reference.group(2) : reference.group(3), decimal ? 10 : 16);
        boolean letterOfText = letter >= ' ' && Character.isValidCodePoint(letter);
        return letterOfText ? Character.toString(letter) : reference.group();
    }

    private static String escaped(String line) {
        return Guard.doubled(line).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
