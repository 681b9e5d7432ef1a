package studio.fanz.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.edit.Edit;
import studio.fanz.core.edit.History;
import studio.fanz.core.edit.JournalEntry;
import studio.fanz.core.project.Project;
import studio.fanz.core.store.Home;
import studio.fanz.core.store.sqlite.SqliteLibrary;
import studio.fanz.core.time.IdSource;
import studio.fanz.kit.TestMedia;

/// Projects on the command line: their states, the file they travel in, and recordings that moved.
class ProjectVerbTest {

    @TempDir
    Path folder;

    private Shell shell;
    private Path clip;
    private String recording;

    @BeforeEach
    void aRecordingWithAProject() throws Exception {
        shell = Shell.in(folder.resolve("here"));
        clip = Files.copy(TestMedia.clip("cli").frames(60).make(), folder.resolve("clip.mp4"));
        shell.run("import", clip, "--json");
        recording = shell.run("library", "--json")
                .json()
                .path("items")
                .path(0)
                .path("asset")
                .path("id")
                .asText();
        try (var library = SqliteLibrary.open(new Home(shell.home()), IdSource.ofThisMachine())) {
            Asset asset = library.assets()
                    .at(clip)
                    .flatMap(p -> find(library, p.asset()))
                    .orElseThrow();
            Project.Id id = library.projects().of(asset.id());
            History history = library.projects().open(id).history();
            for (String title : List.of("One", "Two", "Three")) {
                JournalEntry line = history.edit(new Edit.SetTitle(title), Instant.now());
                history = history.after(line);
                library.projects().append(line, history);
            }
        }
    }

    private static java.util.Optional<Asset> find(SqliteLibrary library, Asset.Id id) {
        try {
            return library.assets().find(id);
        } catch (studio.fanz.core.store.StoreException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyStateIsListedShownAndCanBeTakenBack() {
        JsonNode history = done(shell.run("project", "history", recording, "--json"));
        assertThat(history.path("schema").asText()).isEqualTo("fanz/project-history@1");
        assertThat(history.path("lines")).hasSize(3);
        assertThat(history.path("lines").path(0).path("kind").asText()).isEqualTo("set-title");

        JsonNode one = done(shell.run("project", "at", recording, "1", "--json"));
        assertThat(one.path("schema").asText()).isEqualTo("fanz/project-state@1");
        assertThat(one.path("state").path("title").asText()).isEqualTo("One");

        JsonNode restored = done(shell.run("project", "restore", recording, "1", "--json"));
        assertThat(restored.path("seq").asInt()).isEqualTo(4);
        JsonNode now = done(shell.run("project", "at", history.path("project").asText(), "4", "--json"));
        assertThat(now.path("state").path("title").asText()).isEqualTo("One");
        assertThat(shell.run("project", "at", recording, "9", "--json").code()).isEqualTo(ExitCode.INPUT);
    }

    @Test
    void aProjectGoesOutAsOneFileAndComesInElsewhere() throws Exception {
        JsonNode made = done(shell.run("project", "export", recording, "--pack", "--json"));
        assertThat(made.path("schema").asText()).isEqualTo("fanz/project-export@1");
        Path file = Path.of(made.path("file").asText());
        assertThat(file).exists();
        assertThat(shell.leftovers()).isEmpty();
        Files.delete(clip);

        Shell other = Shell.in(folder.resolve("there"));
        JsonNode arrived = done(other.run("project", "import", file, "--json"));
        assertThat(arrived.path("schema").asText()).isEqualTo("fanz/project-import@1");
        assertThat(arrived.path("recordings").path(0).path("where").asText()).isEqualTo("unpacked");
        assertThat(done(other.run("project", "history", recording, "--json"))
                        .path("lines")
                        .findValuesAsText("kind"))
                .containsExactly("set-title", "set-title", "set-title");
        assertThat(other.run("project", "import", clip, "--json").code()).isEqualTo(ExitCode.INPUT);
    }

    @Test
    void aRecordingThatMovedIsLinkedAgainAndAnotherOnlyOnRequest() throws Exception {
        Path moved = Files.createDirectory(folder.resolve("moved")).resolve("renamed.mp4");
        Files.move(clip, moved);
        JsonNode same =
                done(shell.run("relink", recording, java.util.Objects.requireNonNull(moved.getParent()), "--json"));
        assertThat(same.path("status").asText()).isEqualTo("same");
        assertThat(same.path("file").asText()).isEqualTo(moved.toString());

        Path other = TestMedia.clip("cli").frames(30).make();
        Shell.Said refused = shell.run("relink", recording, other, "--json");
        assertThat(refused.code()).isEqualTo(ExitCode.INPUT);
        JsonNode replaced = done(shell.run("relink", recording, other, "--replace", "--json"));
        assertThat(replaced.path("status").asText()).isEqualTo("replaced");
        assertThat(replaced.path("changes").toString()).contains("length");
        assertThat(done(shell.run("show", recording, "--json")).path("present").asBoolean())
                .isTrue();
    }

    @Test
    void withoutAVerbOfItsOwnItSaysWhichThereAre() {
        Shell.Said said = shell.run("project", "--json");
        assertThat(said.code()).isEqualTo(ExitCode.USAGE);
        assertThat(said.json().path("error").path("code").asText()).isNotEmpty();
    }

    private static JsonNode done(Shell.Said said) {
        assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.DONE);
        return said.json();
    }
}
