package studio.fanz.media.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.fanz.core.caption.Segment;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.caption.Word;
import studio.fanz.core.insight.ModelUse;
import studio.fanz.core.json.Json;
import studio.fanz.core.review.Finding;
import studio.fanz.core.review.Finding.Severity;
import studio.fanz.core.review.Review;
import studio.fanz.core.time.Span;
import studio.fanz.media.CatalogueModelFolder;
import studio.fanz.media.MediaException;

class LanguageCheckTest {

    private static final Path ASSETS = Path.of(System.getProperty("fanz.assets"));

    private static ToxicText model;
    private static LanguageCheck check;

    @BeforeAll
    static void load() throws MediaException {
        model = ToxicText.load(CatalogueModelFolder.open(ASSETS.resolve("models")));
        check = new LanguageCheck(model, WordLists.load(List.of(ASSETS.resolve("lists"))));
    }

    private static JsonNode vectors(String name) throws IOException {
        try (var in = LanguageCheckTest.class.getResourceAsStream("/vectors/" + name)) {
            return Json.parse(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Transcript transcript(String language, String... sentences) {
        List<Segment> segments = new ArrayList<>();
        long at = 0;
        for (String sentence : sentences) {
            List<Word> words = new ArrayList<>();
            for (String word : sentence.split(" ")) {
                words.add(new Word(word, at, at + 200, 0.9));
                at += 250;
            }
            segments.add(new Segment(
                    sentence, words.getFirst().startMs(), words.getLast().endMs(), words));
        }
        return new Transcript(language, 1, new ModelUse("test", "1", ""), segments, List.of());
    }

    private static List<Finding> findings(String language, String... sentences) {
        return check.check(transcript(language, sentences), List.of()).findings();
    }

    @Test
    void theTableGivesTheReferencesProbabilities() throws IOException {
        for (JsonNode vector : vectors("toxic_en.json").path("vectors")) {
            String text = vector.path("text").asText();
            assertThat(model.score(text))
                    .as(text)
                    .isCloseTo(vector.path("probability").asDouble(), within(1e-6));
            List<String> tokens = new ArrayList<>();
            vector.path("tokens").forEach(token -> tokens.add(token.asText()));
            assertThat(ToxicText.tokens(text)).isEqualTo(tokens);
        }
    }

    @Test
    void onTheLabelledSentencesItIsAsGoodAsItWas() throws IOException {
        int right = 0;
        int falseAlarms = 0;
        int missed = 0;
        for (JsonNode sentence : vectors("toxic_en_labelled.json")) {
            boolean found = !findings("en", sentence.path("text").asText()).isEmpty();
            boolean insult = sentence.path("label").asInt() == 1;
            right += found && insult ? 1 : 0;
            falseAlarms += found && !insult ? 1 : 0;
            missed += !found && insult ? 1 : 0;
            if (found != insult) {
                System.out.println((insult ? "missed: " : "false alarm: ")
                        + sentence.path("text").asText());
            }
        }
        double precision = right / (double) (right + falseAlarms);
        double recall = right / (double) (right + missed);
        System.out.printf("language check: precision %.2f, recall %.2f on 120 sentences%n", precision, recall);
        assertThat(precision).isGreaterThanOrEqualTo(0.98);
        assertThat(recall).isGreaterThanOrEqualTo(0.88);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gay",
                "My queer friends and my Jewish neighbours",
                "Black women in white dresses",
                "kill",
                "fat",
                "You are not stupid at all",
                "A transgender Muslim woman reads",
                "Dick Whittington and his cat"
            })
    void identityWordsAndSingleWordsAreNoVerdict(String harmless) {
        assertThat(findings("en", harmless)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"You m0r0n", "What a f u c k i n g day", "shiiiit", "f.u.c.k this", "BULLSHIT!"})
    void disguisedWordsAreRead(String text) {
        assertThat(findings("en", text)).hasSize(1);
    }

    @Test
    void aFindingSaysWhenTheWordIsSaidAndIsNeverCertain() {
        Finding finding = findings("en", "Welcome back everyone", "that was total bullshit today")
                .getFirst();
        assertThat(finding.span()).contains(new Span(1500, 1700));
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.confidence()).isLessThan(1);
        assertThat(finding.where()).isEqualTo("sound");
    }

    @Test
    void titlesAndTextInTheFramesAreReadToo() {
        var title = new LanguageCheck.Piece("My shitty day", Optional.empty(), "title");
        var sign = new LanguageCheck.Piece("NO BULLSHIT", Optional.of(new Span(5, 9)), "frame-text");
        Review review = check.check(transcript("en", "Hello there"), List.of(title, sign));
        assertThat(review.findings()).extracting(Finding::where).containsExactly("title", "frame-text");
    }

    @Test
    void otherLanguagesHaveListsOnlyAndSaySo() {
        Review german = check.check(transcript("de", "Das ist doch scheiße"), List.of());
        assertThat(german.findings()).hasSize(1);
        assertThat(german.skipped()).containsExactly(new Review.Skipped("language-model", "language-not-supported:de"));
        Review finnish = check.check(transcript("fi", "Hyvää päivää"), List.of());
        assertThat(finnish.skipped()).hasSize(2);
        assertThat(finnish.ran()).isEmpty();
    }

    @Test
    void aCreatorsCopyOfAListWins(@TempDir Path home) throws IOException, MediaException {
        Files.writeString(home.resolve("explicit-en.txt"), "# mine\nrocket*\n");
        var own = new LanguageCheck(model, WordLists.load(List.of(ASSETS.resolve("lists"), home)));
        assertThat(own.check(transcript("en", "two rockets"), List.of()).findings())
                .hasSize(1);
        assertThat(own.check(transcript("en", "what bullshit"), List.of()).findings())
                .isEmpty();
    }

    @Test
    void theSampleIsClean() {
        assertThat(findings(
                        "en",
                        "Hi, and welcome to our little workshop.",
                        "Um, we once rushed this step, and the rocket flew in a circle.",
                        "Five, four, three, two, one, and there it goes!"))
                .isEmpty();
    }
}
