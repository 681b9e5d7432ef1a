package studio.fanz.core.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.edit.History;
import studio.fanz.core.project.Project;
import studio.fanz.core.store.Arrival;
import studio.fanz.core.store.Home;

/// Other programs on the same library.
@Timeout(110)
class ManyProcessesTest {

    @TempDir
    Path folder;

    private Home home;
    private Asset.Id asset;

    @BeforeEach
    void fill() throws Exception {
        home = new Home(folder.resolve("home"));
        Arrival arrival = Lives.arrival("a", AssetKind.VIDEO);
        asset = arrival.asset().id();
        try (var library = SqliteLibrary.open(home, Lives.IDS)) {
            library.assets().add(List.of(arrival));
        }
    }

    @Test
    void twoProgramsShareOneLibrarySafely() throws Exception {
        try (var library = SqliteLibrary.open(home, Lives.IDS)) {
            Project.Id id = library.projects().of(asset);
            List<Process> children = List.of(child(40), child(40));
            for (Process child : children) {
                assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(child.exitValue()).isZero();
            }
            History history = library.projects().open(id).history();
            assertThat(history.seq()).as("no edit lost, none written twice").isEqualTo(80);
            assertThat(Files.readAllBytes(home.lock())[2])
                    .as("this one is still open")
                    .isEqualTo((byte) 'o');
        }
        assertThat(Files.readAllBytes(home.lock())[2]).isEqualTo((byte) 'c');
    }

    private Process child(int edits) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EditingChild.class.getName(),
                        home.root().toString(),
                        asset.toString(),
                        String.valueOf(edits))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("errors.txt").toFile()))
                .start();
    }
}
