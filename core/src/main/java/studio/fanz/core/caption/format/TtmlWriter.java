package studio.fanz.core.caption.format;

import java.util.List;
import java.util.Set;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.caption.Cue;

/// TTML in the IMSC 1 text profile (W3C): one region at the bottom, one paragraph for each cue, media time with
/// milliseconds, blanks preserved.
final class TtmlWriter {

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "he", "fa", "ur", "ps", "yi", "sd", "ug", "dv");

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" \
            xmlns:tts="http://www.w3.org/ns/ttml#styling" ttp:profile="http://www.w3.org/ns/ttml/profile/imsc1/text" \
            ttp:timeBase="media" ttp:cellResolution="32 15" xml:space="preserve" xml:lang="LANGUAGE">
              <head>
                <styling>
                  <style xml:id="text" tts:fontFamily="proportionalSansSerif" tts:fontSize="100%" tts:lineHeight="120%" \
            tts:color="#FFFFFF" tts:textAlign="center" tts:direction="DIRECTION"/>
                  <style xml:id="line" tts:backgroundColor="#000000C0"/>
                </styling>
                <layout>
                  <region xml:id="bottom" tts:origin="10% 70%" tts:extent="80% 25%" tts:displayAlign="after" \
            tts:overflow="visible"/>
                </layout>
              </head>
              <body style="text" region="bottom">
                <div>
            """;

    private TtmlWriter() {}

    static String write(Captions captions) {
        String language = captions.language().matches("[A-Za-z0-9-]{0,35}") ? captions.language() : "";
        boolean rtl = RIGHT_TO_LEFT.contains(language.split("-", 2)[0]);
        StringBuilder out =
                new StringBuilder(HEAD.replace("LANGUAGE", language).replace("DIRECTION", rtl ? "rtl" : "ltr"));
        for (Cue cue : captions.cues()) {
            out.append("      <p begin=\"").append(CueClock.hms(cue.startMs(), '.'));
            out.append("\" end=\"").append(CueClock.hms(cue.endMs(), '.')).append("\">");
            out.append("<span style=\"line\">").append(text(cue)).append("</span></p>\n");
        }
        return out.append("    </div>\n  </body>\n</tt>\n").toString();
    }

    private static String text(Cue cue) {
        List<String> lines =
                FileText.cueLines(cue.lines()).stream().map(TtmlWriter::escaped).toList();
        return String.join("<br/>", lines);
    }

    private static String escaped(String line) {
        StringBuilder out = new StringBuilder();
        line.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> out.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
        return out.toString();
    }

    /// Letters that XML 1.0 allows.
    private static boolean isXml(int c) {
        return c == '\t' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
