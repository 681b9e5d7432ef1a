package studio.fanz.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.fanz.kit.TestMedia;

/// `studio cut` as a script uses it.
class CutVerbTest {

    @TempDir
    Path folder;

    private Shell shell;
    private Path clip;

    @BeforeEach
    void open() {
        shell = Shell.in(folder);
        clip = TestMedia.clip("cut-verb").frames(90).gop(15).make();
    }

    private Shell.Said cut(String words) {
        String typed = words.replace("CLIP", clip.toString()).replace("FOLDER", folder.toString());
        return shell.bare((typed + " --home " + shell.home()).split(" "));
    }

    @Test
    void aCutIsWrittenAndTold() {
        Shell.Said said = cut("cut CLIP --keep f10-f40,0:01.8-end --out FOLDER/made.mp4 --json");
        assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.DONE);
        JsonNode told = said.json();
        assertThat(told.path("schema").asText()).isEqualTo("fanz/cut@1");
        assertThat(told.path("frames").asInt()).isEqualTo(30 + 36);
        assertThat(told.path("pieces").path(1).path("firstFrame").asInt()).isEqualTo(54);
        assertThat(told.path("facts").path("video").path("frames").asInt()).isEqualTo(66);
        assertThat(told.path("checks"))
                .isNotEmpty()
                .allSatisfy(
                        check -> assertThat(check.path("passed").asBoolean()).isTrue());
        assertThat(folder.resolve("made.mp4")).isRegularFile();

        Shell.Said lines = cut("cut CLIP --keep f10-f40 --out FOLDER/other.mp4 --mode lossless");
        assertThat(lines.code()).as(lines.err()).isZero();
        assertThat(lines.out()).contains("frames 0-", "moved", "100.0 % copied");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cut                                                    | 2 | FILE
            cut CLIP                                               | 2 | --keep
            cut CLIP --keep 5                                      | 2 | START-END
            cut CLIP --keep 2-1 --out FOLDER/a.mp4                 | 2 | before
            cut CLIP --keep 1-2,1.5-2.5 --out FOLDER/a.mp4         | 2 | overlap
            cut CLIP --keep 1-2 --mode best                        | 2 | mode
            cut CLIP --keep 1-2 --out CLIP                         | 2 | itself
            cut CLIP --keep 1-2 --out FOLDER/a.doc                 | 2 | a.doc
            cut CLIP --keep 1-20 --out FOLDER/a.mp4                | 3 | end
            cut missing.mp4 --keep 1-2 --out FOLDER/a.mp4          | 3 | missing.mp4
            """)
    void whatCannotBeCutIsSaidInASentence(String words, int code, String about) throws Exception {
        Shell.Said said = cut(words + " --json");
        assertThat(said.code()).as(said.err()).isEqualTo(code);
        JsonNode error = said.json().path("error");
        assertThat(error.path("message").asText() + error.path("hint").asText()).contains(about);
        assertThat(error.path("hint").asText()).isNotBlank();
        assertThat(said.err()).doesNotContain("Exception");
        assertThat(shell.leftovers()).isEmpty();
        try (var files = Files.list(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }
}
