package studio.fanz.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import studio.fanz.core.json.Json;

/// What must hold after every bad day, whatever happened.
final class Untouched {

    private final Shell shell;
    private final Path source;
    private final byte[] before;

    private Untouched(Shell shell, Path source, byte[] before) {
        this.shell = shell;
        this.source = source;
        this.before = before;
    }

    /// Remembers the recording.
    static Untouched by(Shell shell, Path source) throws IOException {
        return new Untouched(shell, source, Files.readAllBytes(source));
    }

    /// The recording is what it was, the library whole, nothing half-made stands anywhere.
    void holds() throws IOException, SQLException {
        if (Files.exists(source)) {
            assertThat(Files.readAllBytes(source)).as("the recording").isEqualTo(before);
        }
        nothingIsHalfMade(shell);
        theLibraryIsWhole(shell.home());
    }

    /// Puts the recording back after somebody took it away.
    void bringBack() throws IOException {
        Files.write(source, before);
    }

    /// A clear sentence, a code, a hint: never a stack trace.
    static void isASentence(Shell.Said said) {
        JsonNode error = said.json().path("error");
        assertThat(error.path("code").asText()).as(said.err()).isNotBlank();
        assertThat(error.path("message").asText().split(" ")).hasSizeGreaterThan(3);
        assertThat(error.path("hint").asText()).isNotBlank();
        assertThat(said.err()).contains(error.path("message").asText()).doesNotContain("Exception", "\tat ");
    }

    static void nothingIsHalfMade(Shell shell) throws IOException {
        assertThat(shell.leftovers()).isEmpty();
        for (Path file : files(shell.out())) {
            assertThat(Files.size(file) > 0 || isCaptions(file))
                    .as(file.toString())
                    .isTrue();
            if (file.toString().endsWith(".json")) {
                assertThat(Json.parse(Files.readString(file)).path("schema").asText())
                        .as(file.toString())
                        .startsWith("fanz/");
            }
        }
    }

    /// Without words there are none, and an empty file is what that looks like.
    private static boolean isCaptions(Path file) {
        return file.getFileName().toString().startsWith("captions.");
    }

    static void theLibraryIsWhole(Path home) throws SQLException {
        for (String name : List.of("library.db", "index.db")) {
            if (Files.exists(home.resolve(name))) {
                assertThat(ask(home.resolve(name), "pragma quick_check"))
                        .as(name)
                        .isEqualTo("ok");
            }
        }
    }

    /// The first field of the first row.
    static String ask(Path database, String question) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    static List<Path> files(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
