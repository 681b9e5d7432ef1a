package studio.fanz.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Cut lists from what is said, on the bundled clip: each ends in what `cut` accepts.
class CutListVerbsTest {

    @TempDir
    static Path folder;

    private static Shell shell;
    private static final Path CLIP = studio.fanz.assets.Assets.find().sample().toAbsolutePath();

    @BeforeAll
    static void open() {
        shell = Shell.in(folder);
    }

    @Test
    void pausesAreFoundAndNoWordIsTouched() {
        JsonNode list = answered("silence", CLIP, "--min", "1.2", "--keep", "0.1");
        assertThat(list.path("removed")).anySatisfy(pause -> {
            // The clip's own table has a pause from 8.50 to 10.01 s.
            assertThat(pause.path("startMs").asLong()).isBetween(8_400L, 8_900L);
            assertThat(pause.path("endMs").asLong()).isBetween(9_600L, 10_000L);
        });
        JsonNode words = shell.run("transcribe", CLIP, "--json").json();
        for (JsonNode pause : list.path("removed")) {
            for (JsonNode segment : words.path("segments")) {
                for (JsonNode word : segment.path("words")) {
                    assertThat(word.path("endMs").asLong()
                                            <= pause.path("startMs").asLong()
                                    || word.path("startMs").asLong()
                                            >= pause.path("endMs").asLong())
                            .as("%s in %s", word, pause)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void whatStaysIsWrittenAsCutTakesIt() {
        for (String verb : new String[] {"silence", "fillers", "retakes"}) {
            JsonNode list = answered(verb, CLIP);
            assertThat(list.path("keep").asText())
                    .as(verb)
                    .matches("(\\d\\d:\\d\\d:\\d\\d\\.\\d{3}-\\d\\d:\\d\\d:\\d\\d\\.\\d{3},?)+");
            assertThat(list.path("keep").asText().split(","))
                    .hasSize(list.path("kept").size());
        }
    }

    @Test
    void aPageThatWasStruckComesBackAsCuts() throws Exception {
        JsonNode written = answered("paper", CLIP);
        Path page = Path.of(written.path("file").asText());
        String text = Files.readString(page);
        assertThat(answered("paper", CLIP, "--read", page).path("removed")).isEmpty();
        int line = text.indexOf("\n- `0-") + 1;
        int first = text.indexOf("` ", line) + 2;
        int end = text.indexOf(' ', first);
        Path struck = folder.resolve("struck.md");
        Files.writeString(
                struck, text.substring(0, first) + "~~" + text.substring(first, end) + "~~" + text.substring(end));
        JsonNode removed = answered("paper", CLIP, "--read", struck).path("removed");
        assertThat(removed).hasSize(1);
        assertThat(removed.path(0).path("text").asText()).isEqualTo(text.substring(first, end));
    }

    @Test
    void aPageOfSomethingElseIsRefused() throws Exception {
        Path other = Files.writeString(folder.resolve("other.md"), "# Shopping\n");
        assertThat(shell.run("paper", CLIP, "--read", other).code()).isEqualTo(ExitCode.INPUT);
        assertThat(shell.run("silence", CLIP, "--min", "0.1", "--keep", "0.2").code())
                .isEqualTo(ExitCode.USAGE);
    }

    private static JsonNode answered(Object... words) {
        Object[] typed = java.util.Arrays.copyOf(words, words.length + 1);
        typed[words.length] = "--json";
        Shell.Said said = shell.run(typed);
        assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.DONE);
        return said.json();
    }
}
