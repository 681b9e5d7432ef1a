package studio.fanz.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.fanz.kit.TestMedia;

/// What scripts rely on: exit codes, one document on standard output, everything else on standard error.
class CliTest {

    private static final String OTHER_PROFILE = "bbc-online";

    @TempDir
    Path folder;

    private Shell shell;
    private Path clip;

    @BeforeEach
    void open() {
        shell = Shell.in(folder);
        clip = TestMedia.clip("cli").frames(60).make();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            targets                               | targets
            models                                | models
            doctor                                | doctor
            shots CLIP                            | shots
            loudness CLIP                         | loudness
            transcribe CLIP                       | transcript
            captions CLIP --format srt,vtt,json   | captions
            thumbs CLIP                           | thumbnails
            check CLIP --for youtube/long         | review
            export CLIP --for youtube/long        | export
            import CLIP                           | import
            library                               | library
            lookbook BOOK                         | lookbook
            """)
    void everyVerbAnswersWithOneDocumentOnStandardOutput(String words, String schema) {
        Shell.Said said = shell.run(typed(words + " --json"));
        assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.DONE);
        assertThat(said.json().path("schema").asText()).isEqualTo("fanz/" + schema + "@1");
    }

    @Test
    void aRecordingThatWasImportedIsShownAndFound() {
        shell.run("import", clip, "--json");
        Shell.Said found = shell.run("library", "cli", "--json");
        String id = found.json().path("items").path(0).path("asset").path("id").asText();
        Shell.Said shown = shell.run("show", id, "--json");
        assertThat(shown.code()).as(shown.err()).isEqualTo(ExitCode.DONE);
        assertThat(shown.json().path("schema").asText()).isEqualTo("fanz/show@1");
        assertThat(shell.run("show", "nothing", "--json").code()).isEqualTo(ExitCode.INPUT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            prep                                     | 2
            prep CLIP --for nowhere/at-all           | 2
            prep CLIP --profile nobody               | 2
            prep CLIP --aspect 3:7                   | 2
            prep CLIP --moment 9-3                   | 2
            prep CLIP --moment yesterday             | 2
            prep CLIP --what                         | 2
            captions CLIP --format doc               | 2
            export CLIP                              | 2
            library --limit -1                       | 2
            library --limit many                     | 2
            shots                                    | 2
            dance CLIP                               | 2
            prep missing.mp4                         | 3
            import missing.mp4                       | 3
            show missing                             | 3
            """)
    void whatCannotBeMeantIsSaidInASentenceAndADocument(String words, int code) throws Exception {
        Shell.Said said = shell.run(typed(words + " --json"));
        assertThat(said.code()).as(said.err()).isEqualTo(code);
        JsonNode error = said.json().path("error");
        assertThat(List.copyOf(said.json().properties()).size()).isEqualTo(1);
        assertThat(error.path("code").asText()).isNotBlank();
        assertThat(error.path("message").asText()).isNotBlank();
        assertThat(said.err()).contains(error.path("message").asText());
        assertThat(error.path("hint").asText()).isNotBlank();
        assertThat(said.err()).doesNotContain("Exception");
        assertThat(shell.leftovers()).isEmpty();

        Shell.Said plain = shell.run(typed(words));
        assertThat(plain.code()).isEqualTo(code);
        assertThat(plain.out()).as("problems are not results").isEmpty();
    }

    @Test
    void aLanguageNobodyKnowsIsRefused() throws Exception {
        Shell.Said said = shell.run("transcribe", clip, "--language", "xx", "--json");
        assertThat(said.code()).as(said.err()).isIn(ExitCode.USAGE, ExitCode.INPUT);
        assertThat(said.json().path("error").path("message").asText()).contains("xx");
    }

    @Test
    void noVerbAtAllIsWrongUsage() {
        assertThat(shell.bare().code()).isEqualTo(ExitCode.USAGE);
        assertThat(shell.bare("--json").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void progressGoesToStandardErrorAndQuietHasNone() {
        Shell.Said loud = shell.run("shots", clip);
        assertThat(loud.code()).isZero();
        Shell.Said quiet = Shell.in(folder.resolve("other")).run("shots", clip, "--quiet");
        assertThat(quiet.code()).isZero();
        assertThat(quiet.err()).isEmpty();
        assertThat(quiet.out()).isEqualTo(loud.out());
    }

    @Test
    void aSecondRunRemembersEverythingAndAnotherProfileListensToNothingAgain() throws Exception {
        Shell.Said first = prep(clip, "--json");
        assertThat(first.code()).as(first.err()).isZero();
        var before = written();
        Shell.Said second = prep(clip, "--json");
        assertThat(second.json().path("ran"))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.path("reused").asBoolean())
                        .as(step.toString())
                        .isTrue());
        assertThat(written()).isEqualTo(before);

        Shell.Said other = prep(clip, "--profile", OTHER_PROFILE, "--json");
        assertThat(other.code()).as(other.err()).isZero();
        for (JsonNode step : other.json().path("ran")) {
            if (List.of("transcript", "hearing", "looks")
                    .contains(step.path("step").asText())) {
                assertThat(step.path("reused").asBoolean()).as(step.toString()).isTrue();
            }
        }
        assertThat(shell.leftovers()).isEmpty();
    }

    @Test
    void severalRecordingsGiveAListOfDocuments() {
        Path silent = TestMedia.clip("cli-silent").frames(60).noAudio().make();
        Shell.Said said = shell.run("prep", clip, silent, "--for", "youtube/long", "--json");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.json().path("schema").asText()).isEqualTo("fanz/prep-list@1");
        assertThat(said.json().path("items")).hasSize(2);
    }

    @Test
    void prepEndsWithTenLines() {
        Shell.Said said = prep(clip);
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out().lines()).hasSize(10);
    }

    private Shell.Said prep(Path file, String... more) {
        var words = new java.util.ArrayList<Object>(List.of("prep", file, "--for", "youtube/long"));
        words.addAll(List.of(more));
        return shell.run(words.toArray());
    }

    private Map<String, String> written() throws Exception {
        var files = new TreeMap<String, String>();
        try (var walk = Files.walk(shell.out())) {
            for (Path file : walk.filter(Files::isRegularFile)
                    .filter(f -> !f.endsWith("prep.json"))
                    .toList()) {
                files.put(file.toString(), Files.getLastModifiedTime(file) + " " + Files.size(file));
            }
        }
        return files;
    }

    private Object[] typed(String words) {
        return words.replace("CLIP", clip.toString())
                .replace("BOOK", folder.resolve("book").toString())
                .split(" ");
    }
}
