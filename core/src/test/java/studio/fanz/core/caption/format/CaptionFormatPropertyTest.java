package studio.fanz.core.caption.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.caption.Cue;

/// What is written comes back, and nothing that is read can do harm.
class CaptionFormatPropertyTest {

    private static final List<String> PIECES = List.of(
            "a",
            "Hello",
            " ",
            "  ",
            "\t",
            "<",
            ">",
            "<i>",
            "</i>",
            "<3",
            "&",
            "&amp;",
            "&#65;",
            "{",
            "}",
            "{\\an8}",
            "\\",
            "\\N",
            "\\n",
            "\\h",
            "\\{",
            "-->",
            "--",
            "->",
            "-",
            "12",
            "00:00:01,000 --> 00:00:02,000",
            "00:01.000 --> 00:02.000",
            "WEBVTT",
            "NOTE x",
            "STYLE",
            "Dialogue: 0,0:00:01.00",
            "[Events]",
            ",",
            ";",
            "\uFEFF",
            "\u2060",
            "\u200F",
            "\u200E",
            "\u00A0",
            "\u2028",
            "\u0085",
            "👩‍🚀",
            "مرحبا",
            "क्षि",
            "今日は",
            "]]>",
            "<!--",
            "\"",
            "'",
            "%s",
            "$1",
            "<font color=\"red\">",
            "{y:i}",
            "\f");

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.of(PIECES).list().ofMaxSize(6).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<Captions> captions() {
        Arbitrary<List<String>> texts = lines().list().ofMinSize(1).ofMaxSize(4);
        Arbitrary<Cue> cue = texts.map(lines -> new Cue(0, 1, lines, -1, -1, List.of()));
        Arbitrary<Long> seeds = Arbitraries.longs();
        return cue.list().ofMaxSize(6).flatMap(cues -> seeds.map(seed -> timed(cues, new Random(seed))));
    }

    /// Hundredths of a second, which every format holds.
    private static Captions timed(List<Cue> cues, Random random) {
        List<Cue> timed = new ArrayList<>();
        long at = 0;
        for (Cue cue : cues) {
            long start = at + 10L * random.nextInt(random.nextInt(5) == 0 ? 50_000_000 : 300);
            at = start + 10 + 10L * random.nextInt(700);
            timed.add(new Cue(start, at, cue.lines(), -1, -1, List.of()));
        }
        return new Captions("", "", timed);
    }

    @Property(tries = 600)
    void subRipGivesBackWhatItWasGiven(@ForAll("captions") Captions given) throws CaptionFormatException {
        assertThat(CaptionFormat.SRT.read(CaptionFormat.SRT.write(given))).isEqualTo(given);
    }

    @Property(tries = 600)
    void webVttGivesBackWhatItWasGiven(@ForAll("captions") Captions given) throws CaptionFormatException {
        assertThat(CaptionFormat.VTT.read(CaptionFormat.VTT.write(given))).isEqualTo(given);
    }

    @Property(tries = 600)
    void subStationGivesBackWhatItWasGiven(@ForAll("captions") Captions given) throws CaptionFormatException {
        assertThat(CaptionFormat.ASS.read(CaptionFormat.ASS.write(given))).isEqualTo(given);
    }

    @Property(tries = 600)
    void ttmlGivesBackWhatItWasGiven(@ForAll("captions") Captions given) throws CaptionFormatException {
        Captions holdable = new Captions(
                "ar",
                "",
                given.cues().stream()
                        .map(cue -> new Cue(
                                cue.startMs(),
                                cue.endMs(),
                                cue.lines().stream()
                                        .map(line -> line.replace('\f', '_'))
                                        .toList(),
                                -1,
                                -1,
                                List.of()))
                        .toList());
        assertThat(CaptionFormat.TTML.read(CaptionFormat.TTML.write(holdable))).isEqualTo(holdable);
    }

    @Property(tries = 300)
    void filesSavedWithCarriageReturnsAndAByteOrderMarkReadTheSame(@ForAll("captions") Captions given)
            throws CaptionFormatException {
        for (CaptionFormat format : List.of(CaptionFormat.SRT, CaptionFormat.VTT, CaptionFormat.ASS)) {
            String windows = "\uFEFF" + format.write(given).replace("\n", "\r\n");
            assertThat(format.read(windows.getBytes(StandardCharsets.UTF_8))).isEqualTo(given);
        }
    }

    @Property(tries = 1000)
    void noBytesDoHarm(@ForAll byte[] bytes) {
        for (CaptionFormat format : CaptionFormat.values()) {
            assertThatCode(() -> readOrRefuse(format, bytes)).doesNotThrowAnyException();
        }
    }

    @Property(tries = 1000)
    void noMutatedFileDoesHarm(@ForAll("captions") Captions given, @ForAll long seed) {
        Random random = new Random(seed);
        for (CaptionFormat format : CaptionFormat.values()) {
            byte[] file = format.write(given).getBytes(StandardCharsets.UTF_8);
            for (int i = random.nextInt(8); i >= 0 && file.length > 0; i--) {
                file = mutated(file, random);
            }
            byte[] broken = file;
            assertThatCode(() -> readOrRefuse(format, broken)).doesNotThrowAnyException();
        }
    }

    private static void readOrRefuse(CaptionFormat format, byte[] file) {
        try {
            for (Cue cue : format.read(file).cues()) {
                assertThat(cue.endMs()).isGreaterThan(cue.startMs());
                assertThat(cue.lines()).isNotEmpty();
            }
        } catch (CaptionFormatException refused) {
            assertThat(refused.code().id()).startsWith("CAPTION-");
        }
    }

    private static byte[] mutated(byte[] file, Random random) {
        int at = random.nextInt(file.length);
        int length = random.nextInt(Math.min(20, file.length - at)) + 1;
        byte[] result = file.clone();
        switch (random.nextInt(4)) {
            case 0 -> result[at] = (byte) random.nextInt(256);
            case 1 -> result = java.util.Arrays.copyOf(file, at);
            case 2 -> System.arraycopy(file, at, result, random.nextInt(file.length - length + 1), length);
            default -> result[at] = (byte) "<>&{}\\,:\n0-".charAt(random.nextInt(11));
        }
        return result;
    }
}
