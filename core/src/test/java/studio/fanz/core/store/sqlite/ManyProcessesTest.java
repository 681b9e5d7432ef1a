package studio.fanz.core.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
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
import studio.fanz.core.store.Facets;
import studio.fanz.core.store.Home;

/// Other programs on the same library, and programs that die in the middle of writing.
@Timeout(110)
class ManyProcessesTest {

    private static final int KILLS = 20;

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
    void killedAtAnyMomentAtMostTheEditBeingWrittenIsLost() throws Exception {
        var random = new Random(11);
        long safe = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process child = child(Integer.MAX_VALUE);
            try (BufferedReader said = child.inputReader(StandardCharsets.UTF_8)) {
                int edits = 1 + random.nextInt(40);
                for (int i = 0; i < edits; i++) {
                    safe = number(said.readLine());
                }
                child.toHandle().destroyForcibly();
                String late = said.readLine();
                while (late != null) {
                    safe = late.isEmpty() ? safe : number(late);
                    late = said.readLine();
                }
            }
            child.waitFor();
            safe = checkedAfterKill(safe);
        }
        assertThat(safe).isGreaterThan(KILLS);
    }

    private long checkedAfterKill(long safe) throws Exception {
        assertThat(Files.readAllBytes(home.lock())[2])
                .as("the next start knows")
                .isEqualTo((byte) 'o');
        try (var library = SqliteLibrary.open(home, Lives.IDS)) {
            Project.Id id = library.projects().of(asset);
            History history = library.projects().open(id).history();
            assertThat(history.seq()).as("what was said to be safe is there").isBetween(safe, safe + 1);
            assertThat(history.project().title()).isEqualTo("title " + history.seq());
            assertThat(library.projects().latest(id)).isEqualTo(history.project());
            assertThat(library.cards().count(Facets.ALL)).isEqualTo(1);
            return history.seq();
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

    private static long number(String line) {
        return Long.parseLong(line.strip());
    }
}
