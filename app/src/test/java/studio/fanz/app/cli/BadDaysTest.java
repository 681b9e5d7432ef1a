package studio.fanz.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.fanz.core.json.Json;

/// `prep` with whatever lies on a disk: a whole result or a clear sentence, and the file as it was.
class BadDaysTest {

    /// One home for all, as a creator has it: encoders are tried once.
    @TempDir
    static Path house;

    @TempDir
    Path folder;

    private Shell shell() {
        return new Shell(studio.fanz.assets.Assets.find(), house.resolve("home"), folder.resolve("out"));
    }

    private Path file(String what) throws Exception {
        return new BadFiles(Files.createDirectories(folder.resolve("disk"))).file(what);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            empty     | MEDIA-1002
            text      | MEDIA-1003
            truncated | MEDIA-1004
            no index  | MEDIA-1004
            """)
    void whatCannotBeUsedIsRefusedInASentence(String what, String code) throws Exception {
        Path file = file(what);
        Shell shell = shell();
        var untouched = Untouched.by(shell, file);
        Shell.Said said = shell.run("prep", file, "--for", "youtube/long", "--json");
        assertThat(said.code()).isEqualTo(ExitCode.INPUT);
        Untouched.isASentence(said);
        assertThat(said.json().path("error").path("code").asText()).isEqualTo(code);
        assertThat(said.json().path("error").path("message").asText())
                .contains(file.getFileName().toString());
        assertThat(Untouched.files(shell.out())).isEmpty();
        untouched.holds();
    }

    /// Sizes are those of the file for YouTube; `-` where sound or a picture makes none.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            flipped         | 320x180
            picture as film | -
            picture         | -
            no sound        | 320x180
            sound only      | -
            one frame       | 320x180
            odd size        | 174x98
            rotated         | 568x320
            anamorphic      | 428x240
            variable rate   | 320x180
            10 bit          | 320x180
            4:2:2           | 320x180
            5.1             | 320x180
            8 kHz           | 320x180
            song with cover | -
            spaces          | 320x180
            emoji           | 320x180
            right to left   | 320x180
            quotes          | 320x180
            like an option  | 320x180
            240 characters  | 320x180
            """)
    void whatIsRareIsPreparedToItsEnd(String what, String size) throws Exception {
        Path file = file(what);
        Shell shell = shell();
        var untouched = Untouched.by(shell, file);
        Shell.Said said = shell.run("prep", file, "--for", "youtube/long", "--json");
        assertThat(said.code()).as(said.err()).isZero();
        JsonNode report = said.json();
        Path made = onlyFolder(shell.out());
        assertThat(report.path("files"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(made.resolve(name.asText())).exists());
        assertThat(report.path("source").path("name").asText())
                .isEqualTo(file.getFileName().toString());
        assertThat(report.path("refused")).hasSize(size.equals("-") ? 1 : 0);
        assertThat(sizeOf(made.resolve("renditions").resolve("youtube-long.json")))
                .isEqualTo(size);
        untouched.holds();
    }

    private static String sizeOf(Path report) throws Exception {
        if (!Files.exists(report)) {
            return "-";
        }
        JsonNode picture = Json.parse(Files.readString(report)).path("facts").path("video");
        return picture.path("width").asText() + "x" + picture.path("height").asText();
    }

    private static Path onlyFolder(Path out) throws Exception {
        try (var folders = Files.list(out)) {
            return folders.reduce((a, b) -> {
                        throw new AssertionError("two folders for one recording: " + a + ", " + b);
                    })
                    .orElseThrow();
        }
    }
}
