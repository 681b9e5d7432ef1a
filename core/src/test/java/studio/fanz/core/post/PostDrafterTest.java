package studio.fanz.core.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.platform.Counting;
import studio.fanz.core.platform.Facts;
import studio.fanz.core.platform.Limits;
import studio.fanz.core.platform.PostPreflight;
import studio.fanz.core.platform.PostText;
import studio.fanz.core.platform.Target;
import studio.fanz.core.review.Finding;

class PostDrafterTest {

    private static final Limits LIMITS = Facts.limits();
    private static final List<Target> ALL = Facts.targets().all();

    private static Draft draft(Transcript transcript) {
        return PostDrafter.draft(transcript, ALL, LIMITS);
    }

    private static List<String> texts(List<Draft.Piece> pieces) {
        return pieces.stream().map(Draft.Piece::text).toList();
    }

    private static Draft.Variant variant(Draft draft, String target) {
        return draft.variants().stream()
                .filter(variant -> variant.target().equals(target))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSampleGetsAHeadlineItsBestSentencesAndWhatItIsAbout() throws IOException {
        Draft draft = draft(Talks.sample());
        assertThat(draft.title().text()).isEqualTo("How we prepare a model rocket for its very first launch");
        assertThat(draft.text().getFirst().text()).startsWith("Today I'm going to show you");
        assertThat(texts(draft.hashtags())).startsWith("ModelRocket", "Launch").contains("NightSky");
        assertThat(draft.text())
                .noneMatch(piece -> piece.text().toLowerCase(Locale.ROOT).contains("um,"));
    }

    @Test
    void otherLanguagesAreExtractedAndTheDraftSaysSo() {
        Draft german = draft(Talks.of("de", Talks.GERMAN));
        assertThat(german.title().text()).isEqualTo("Wie ihr ein richtig gutes Sauerteigbrot backt");
        assertThat(texts(german.hashtags())).contains("Sauerteig", "Sauerteigbrot");
        assertThat(german.notes()).contains("no-embeddings-for-language");
        Draft spanish = draft(Talks.of("es", Talks.SPANISH));
        assertThat(spanish.title().text()).isEqualTo("Cómo hacer una taza con vuestras propias manos");
        assertThat(texts(spanish.hashtags())).contains("ArcillaRoja", "Taza");
        Draft japanese = draft(Talks.of("ja", Talks.JAPANESE));
        assertThat(japanese.title().text()).startsWith("今日は、手作りの味噌汁");
        assertThat(texts(japanese.hashtags())).contains("味噌汁");
    }

    @Test
    void hesitationAndStutterAreNotWrittenDown() {
        Draft draft = draft(Talks.of("en", Talks.RAMBLING));
        assertThat(draft.title().text()).isEqualTo("The battery of my camera died in the middle of the wedding");
    }

    @Test
    void aTitleNeverEndsWhereTheSpeakerGaveUp() {
        Draft draft = draft(Talks.of("en", """
                Today I'm going to show you how we prepare, um.
                A model rocket needs a strong engine and a small parachute.
                The rocket engine burns for two seconds, and, uh...
                """));
        assertThat(draft.title().text()).isEqualTo("A model rocket needs a strong engine and a small parachute");
        assertThat(draft(Talks.of("en", "How we prepare the model rocket, um."))
                        .title()
                        .text())
                .isNotEqualTo("How we prepare the model rocket")
                .containsIgnoringCase("rocket");
    }

    @Test
    void everyPieceSaysWhereItWasSaid() throws IOException {
        Transcript sample = Talks.sample();
        Draft draft = draft(sample);
        List<Draft.Piece> pieces = new ArrayList<>(draft.text());
        pieces.addAll(draft.hashtags());
        pieces.add(draft.title());
        for (Draft.Piece piece : pieces) {
            List<String> said = sample.words().stream()
                    .filter(word -> piece.source().contains(word.startMs()))
                    .map(word -> Wording.bare(word.text()))
                    .toList();
            String joined = String.join("", said);
            String wanted = piece.text().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
            assertThat(joined.replaceAll("[^\\p{L}\\p{N}]|(?<=prepare)um", "")).contains(wanted);
        }
    }

    @Test
    void nothingSaidGivesAnEmptyDraftThatSaysSo() {
        Draft draft = draft(new Transcript(
                "", 0, new studio.fanz.core.insight.ModelUse("test", "1", ""), List.of(), List.of("no-speech")));
        assertThat(draft.notes()).containsExactly("nothing-said");
        assertThat(draft.variants())
                .hasSize(ALL.size())
                .allMatch(variant -> variant.text().isEmpty());
    }

    @Test
    void targetsWithoutATitleGetNoneAndTagsFitTheCount() throws IOException {
        Draft draft = draft(Talks.sample());
        assertThat(variant(draft, "tiktok/video").title()).isEmpty();
        assertThat(variant(draft, "youtube/long").title()).isNotEmpty();
        assertThat(variant(draft, "threads/post").notes()).contains("hashtags-dropped:4");
        assertThat(variant(draft, "newsletter/mail").text()).doesNotContain("#");
    }

    @Property(tries = 60)
    void everyVariantFitsEveryRowOfItsTarget(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 90) Integer> lengths) {
        StringBuilder talk = new StringBuilder();
        for (int length : lengths) {
            talk.append("Rocket 🚀 ").append("größer <b> glue ".repeat(length)).append("ends.\n");
        }
        Draft draft = draft(Talks.of("en", talk.toString()));
        var preflight = new PostPreflight(LIMITS);
        for (Target target : ALL) {
            Draft.Variant variant = variant(draft, target.id());
            assertThat(preflight
                            .checkText(target, new PostText(variant.title(), variant.text()))
                            .findings())
                    .filteredOn(finding -> finding.severity() == Finding.Severity.BLOCKS)
                    .isEmpty();
            assertThat(variant.counters()).allMatch(counter -> counter.used() <= counter.max());
        }
    }

    @Property(tries = 60)
    void aMomentKeepsItsBoundsAndCutsNoWord(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 30) Integer> lengths,
            @ForAll @IntRange(min = 2_000, max = 90_000) int max) {
        StringBuilder talk = new StringBuilder();
        lengths.forEach(length -> talk.append("word ".repeat(length)).append("end.\n"));
        Transcript transcript = Talks.of("en", talk.toString());
        MomentPicker.pick(transcript, max, 1000).ifPresent(moment -> {
            assertThat(moment.span().lengthMs()).isBetween(1000L, (long) max);
            assertThat(moment.parts().values()).allMatch(part -> part >= 0 && part <= 1);
            assertThat(transcript.words())
                    .noneMatch(word -> word.startMs() < moment.span().startMs()
                            && word.endMs() > moment.span().startMs())
                    .noneMatch(word -> word.startMs() < moment.span().endMs()
                            && word.endMs() > moment.span().endMs());
        });
    }

    @Test
    void theSamplesMomentOpensWithWhatItIsAbout() throws IOException {
        var moment = MomentPicker.pick(Talks.sample(), 15_000, 3_000).orElseThrow();
        assertThat(moment.parts().keySet()).containsExactly("opening", "closing", "density", "subject", "fill");
        assertThat(moment.parts().get("opening")).isGreaterThan(0.9);
        assertThat(MomentPicker.pick(Talks.sample(), 500, 0)).isEmpty();
    }

    @Test
    void aSentenceOfOneClusterIsNoTitleProblem() {
        assertThat(Counting.graphemes(draft(Talks.of("en", "Go!")).title().text()))
                .hasSize(3);
    }
}
