package studio.fanz.core.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.fanz.core.asset.Shot;
import studio.fanz.core.time.Rational;

class SegmenterTest {

    private static final Rational FILM = new Rational(24, 1);

    @Test
    void theSampleBreaksNoRuleOfTheDefaultProfile() {
        Captions captions = segment(CaptionFixtures.sample(), "studio-default");
        assertThat(captions.cues()).allMatch(cue -> cue.flags().isEmpty());
        assertThat(captions.cues())
                .extracting(Cue::text)
                .contains(
                        "Everything starts right here on the bench.",
                        "The kit cost us $12.50,\nand the paint was already in the drawer.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | The people who came to see the rocket were standing at the edge of the field       | the,of,at,to,were
                    de | Die Leute die zu der Rakete kamen standen alle zusammen an dem Rand von dem Feld   | der,dem,von,an,zu
                    fr | Les gens qui sont venus voir la fusée attendaient tous ensemble au bord de la route | la,de,au,les,sont
                    es | La gente que vino a ver el cohete esperaba toda junta al borde de la carretera      | la,de,el,a,que
                    """)
    void noLineEndsWithAWordThatLeansOnTheNext(String language, String text, String leaning) {
        for (String profile : List.of("studio-default", "netflix-adult", "short-form")) {
            Captions captions = segment(CaptionFixtures.spoken(language, text, 350), profile);
            assertThat(captions.cues().stream().flatMap(cue -> cue.lines().stream()))
                    .as(profile)
                    .noneMatch(line -> List.of(leaning.split(",")).contains(line.substring(line.lastIndexOf(' ') + 1)));
        }
    }

    @Test
    void aPauseParts() {
        List<Word> words =
                List.of(new Word("Well", 0, 400, 1), new Word("then", 420, 800, 1), new Word("go", 4000, 4400, 1));
        assertThat(segment(CaptionFixtures.transcript("en", "Well then go", words), "studio-default")
                        .cues())
                .extracting(Cue::text)
                .containsExactly("Well then", "go");
    }

    @Test
    void japaneseBreaksWithoutBlanksAndNotBeforePunctuation() {
        String text = "今日は小さなロケットを作ります。とても長い文章ですが読めますか、どうでしょう。";
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            words.add(new Word(text.substring(i, i + 1), i * 250L, i * 250L + 250, 1));
        }
        for (Cue cue : segment(CaptionFixtures.transcript("ja", text, words), "netflix-adult")
                .cues()) {
            assertThat(cue.lines()).allMatch(line -> Graphemes.count(line) <= 23);
            assertThat(cue.lines()).noneMatch(line -> "。、っ".indexOf(line.charAt(0)) >= 0);
            assertThat(cue.text()).doesNotContain(" ");
        }
    }

    @Test
    void thaiBreaksBetweenWordsInsideALongRun() {
        String text = "สวัสดีครับวันนี้เราจะทำจรวดขนาดเล็กที่ยาวมากและสวยงามด้วยกัน";
        Captions captions = segment(CaptionFixtures.spoken("th", text, 4000), "netflix-adult");
        assertThat(captions.cues()).hasSize(1);
        assertThat(captions.cues().getFirst().lines()).hasSize(2);
        assertThat(String.join("", captions.cues().getFirst().lines())).isEqualTo(text);
    }

    @Test
    void aWordLongerThanALineStandsAloneAndSaysSo() {
        Captions captions = segment(CaptionFixtures.spoken("en", "a".repeat(60), 3000), "studio-default");
        assertThat(captions.cues().getFirst().flags())
                .contains(new Cue.Flag("max_chars_per_line", 60, 42, "word-too-long"));
    }

    /// The rows of `netflix-adult` at 24 frames a second; a word of two seconds against a cut at 10 s (frame 240).
    @ParameterizedTest
    @CsvSource({
        "10400, 10000", // under half a second after: to the cut
        "10500, 10500", // half a second after: stays
        "9700, 10000", // under 375 ms before: to the cut
        "9600, 9500", // up to half a second before: to half a second before
        "9400, 9417", // further: stays, on its frame
    })
    void inTimesSnapToShotChanges(long spokenAt, long expected) {
        assertThat(lone(spokenAt, spokenAt + 3000).startMs()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"9600", "9800", "10000", "10100", "10300", "10450", "10600"})
    void outTimesStandTwoFramesBeforeAShotChangeOrHalfASecondAway(long spokenUntil) {
        Cue cue = lone(6000, spokenUntil);
        assertThat(cue.endMs() == 9917 || Math.abs(cue.endMs() - 10000) >= 500)
                .as(cue.toString())
                .isTrue();
        assertThat(cue.flags()).isEmpty();
    }

    @Test
    void withoutShotRulesACueStillDoesNotCrossACutByAFewFrames() {
        List<Word> words = List.of(new Word("Hello", 9900, 12000, 1));
        Captions captions = Segmenter.segment(
                CaptionFixtures.transcript("en", "Hello", words),
                CaptionFixtures.profile("studio-default"),
                FILM,
                CaptionFixtures.shots(20000, 10000));
        assertThat(captions.cues().getFirst().startMs()).isEqualTo(10000);
    }

    @Test
    void soundAloneGetsWholeMilliseconds() {
        List<Word> words = List.of(new Word("Hello", 1234, 2567, 1));
        Captions captions = Segmenter.segment(
                CaptionFixtures.transcript("en", "Hello", words),
                CaptionFixtures.profile("studio-default"),
                Rational.ZERO,
                List.of());
        assertThat(captions.cues().getFirst().startMs()).isEqualTo(1234);
    }

    @Test
    void nothingSaidGivesNoCues() {
        assertThat(segment(CaptionFixtures.transcript("", "", List.of()), "studio-default")
                        .cues())
                .isEmpty();
    }

    @Test
    void aProfileThatIsNotOfferedIsRefused() {
        Transcript german = CaptionFixtures.spoken("de", "Hallo", 500);
        assertThatThrownBy(() -> segment(german, "bbc-online")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Cue lone(long startMs, long endMs) {
        List<Shot> shots = CaptionFixtures.shots(30000, 10000);
        List<Word> words = List.of(new Word("Word", startMs, endMs, 1));
        Transcript transcript = CaptionFixtures.transcript("en", "Word", words);
        return Segmenter.segment(transcript, CaptionFixtures.profile("netflix-adult"), FILM, shots)
                .cues()
                .getFirst();
    }

    private static Captions segment(Transcript transcript, String profile) {
        return Segmenter.segment(transcript, CaptionFixtures.profile(profile), FILM, List.of());
    }
}
