package studio.fanz.core.caption.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.caption.Cue;

/// Files as other programs write them.
class CaptionDialectTest {

    @Test
    void subRipWithoutNumbersBlankLinesOrCommas() throws CaptionFormatException {
        assertThat(read(CaptionFormat.SRT, """
                                00:00:01.5 --> 00:00:02,25
                                one
                                2
                                0:0:3,000 --> 100:00:04,000 X1:10 X2:20
                                two

                                three
                                00:05,000 --> 00:06,000
                                <i>four</i> {\\an8}<font color="#ff0000">five</font> <3
                                12
                                """))
                .containsExactly("1500-2250 one", "3000-360004000 two|three", "5000-6000 four five <3|12");
    }

    @Test
    void subRipOutOfOrderIsSorted() throws CaptionFormatException {
        assertThat(read(
                        CaptionFormat.SRT,
                        "2\n00:00:05,000 --> 00:00:06,000\nb\n\n1\n00:00:01,000 --> 00:00:02,000\na\n"))
                .containsExactly("1000-2000 a", "5000-6000 b");
    }

    @Test
    void webVttWithEverythingAroundTheCues() throws CaptionFormatException {
        assertThat(read(CaptionFormat.VTT, """
                                WEBVTT - a title
                                Kind: captions
                                Language: fr

                                NOTE
                                00:00:09.000 is no cue

                                STYLE
                                ::cue { color: red }

                                REGION
                                id:fred

                                intro
                                00:01.000 --> 00:02.000 line:90% align:start
                                <v Roger Bingham>We are in <c.loud>New &amp; old</c> <00:00:01.500>York &lt;3 &#x1F680;
                                &nbsp;second &unknown; a < b

                                01:00:00.000 --> 01:00:01.000
                                later
                                """))
                .containsExactly(
                        "1000-2000 We are in New & old York <3 🚀|\u00A0second &unknown; a < b",
                        "3600000-3601000 later");
        assertThat(CaptionFormat.VTT.read("WEBVTT\nLanguage: fr\n").language()).isEqualTo("fr");
    }

    @Test
    void subStationWithStylesOverridesCommasAndDrawings() throws CaptionFormatException {
        assertThat(read(CaptionFormat.ASS, """
                                [Script Info]
                                Title: x
                                [V4+ Styles]
                                Format: Name, Fontname
                                Style: Default,Arial
                                [Events]
                                Format: Layer, Start, End, Style, Actor, MarginL, MarginR, MarginV, Effect, Text
                                Comment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,not shown
                                Dialogue: 0,0:00:01.00,0:00:02.50,Default,,0,0,0,,{\\b1}Well,{\\b0} yes\\Nsecond\\hline
                                Dialogue: 0,0:00:03.00,0:00:04.00,Default,,0,0,0,,{\\p1}m 0 0 l 100 0 100 100{\\p0}
                                Dialogue: 0,9:59:59.99,10:00:01.00,Default,,0,0,0,,late {unclosed
                                Dialogue: broken
                                """))
                .containsExactly("1000-2500 Well, yes|second\u00A0line", "35999990-36001000 late {unclosed");
    }

    @Test
    void subStationInTheOldFieldOrder() throws CaptionFormatException {
        assertThat(read(CaptionFormat.ASS, """
                                [Events]
                                Format: Marked, Start, End, Style, Name, Text
                                Dialogue: Marked=0,0:00:01.00,0:00:02.00,x,,a, b
                                """)).containsExactly("1000-2000 a, b");
    }

    @Test
    void ttmlWithFramesTicksOffsetsSpansAndInheritedTimes() throws CaptionFormatException {
        assertThat(read(CaptionFormat.TTML, """
                                <?xml version="1.0"?>
                                <tt xmlns="http://www.w3.org/2006/10/ttaf1" xmlns:ttp="http://www.w3.org/ns/ttml#parameter"
                                  xmlns:ttm="http://www.w3.org/ns/ttml#metadata"
                                  ttp:frameRate="30" ttp:frameRateMultiplier="1000 1001" ttp:tickRate="1000" xml:lang="de">
                                 <head><metadata><ttm:title>no cue</ttm:title></metadata></head>
                                 <body begin="10s"><div>
                                  <p begin="00:00:01:15" end="00:00:02.5">
                                     a <span>b</span><br/>
                                     c
                                  </p>
                                  <p begin="3000t" dur="30f"><ttm:desc>noise</ttm:desc>d</p>
                                  <p><span begin="5s" end="6s">e</span><span begin="6s" end="7s">f</span></p>
                                  <p>never timed</p>
                                 </div></body>
                                </tt>
                                """))
                .containsExactly("11501-12500 a b|c", "13000-14001 d", "15000-16000 e", "16000-17000 f");
    }

    @Test
    void ttmlFetchesNoEntities() {
        assertThatThrownBy(() -> CaptionFormat.TTML.read("""
                                <!DOCTYPE tt [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
                                <tt xmlns="http://www.w3.org/ns/ttml"><body><div>
                                <p begin="0s" end="1s">&secret;</p></div></body></tt>
                                """))
                .isInstanceOfSatisfying(
                        CaptionFormatException.class,
                        e -> assertThat(e.code()).isEqualTo(CaptionFormatException.Code.DAMAGED));
    }

    @Test
    void otherEncodingsAreUnderstood() throws CaptionFormatException {
        String text = "1\n00:00:01,000 --> 00:00:02,000\nCafé\n";
        byte[] western = text.getBytes(Charset.forName("windows-1252"));
        byte[] wide = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
        assertThat(CaptionFormat.SRT.read(western).cues().getFirst().text()).isEqualTo("Café");
        assertThat(CaptionFormat.SRT.read(wide).cues().getFirst().text()).isEqualTo("Café");
    }

    @Test
    void aFileOfSomethingElseIsRefused() {
        for (CaptionFormat format : CaptionFormat.values()) {
            assertThatThrownBy(() -> format.read("<html><body>Not found</body></html>"))
                    .as(format.label())
                    .isInstanceOf(CaptionFormatException.class);
        }
    }

    @Test
    void rightToLeftTtmlSaysSo() {
        assertThat(CaptionFormat.TTML.write(new Captions("ar", "", List.of()))).contains("tts:direction=\"rtl\"");
        assertThat(CaptionFormat.TTML.write(new Captions("en", "", List.of()))).contains("tts:direction=\"ltr\"");
    }

    @Test
    void formatsAreFoundByNameAndExtension() {
        assertThat(CaptionFormat.named("srt")).contains(CaptionFormat.SRT);
        assertThat(CaptionFormat.named("My.Film.VTT")).contains(CaptionFormat.VTT);
        assertThat(CaptionFormat.named("dfxp")).contains(CaptionFormat.TTML);
        assertThat(CaptionFormat.named("doc")).isEmpty();
    }

    private static List<String> read(CaptionFormat format, String text) throws CaptionFormatException {
        return format.read(text).cues().stream().map(CaptionDialectTest::shown).toList();
    }

    private static String shown(Cue cue) {
        return cue.startMs() + "-" + cue.endMs() + " " + String.join("|", cue.lines());
    }
}
