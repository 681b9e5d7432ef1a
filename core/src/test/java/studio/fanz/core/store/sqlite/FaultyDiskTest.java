package studio.fanz.core.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.edit.Edit;
import studio.fanz.core.edit.History;
import studio.fanz.core.edit.JournalEntry;
import studio.fanz.core.project.Project;
import studio.fanz.core.store.Arrival;
import studio.fanz.core.store.Home;
import studio.fanz.core.store.ProjectStore;
import studio.fanz.core.store.StoreException;
import studio.fanz.core.store.StoreException.Code;
import studio.fanz.core.store.sqlite.Lane.Urgency;

/// Disks that are full, read-only or gone: said in one sentence, and what was written stays.
@Timeout(120)
class FaultyDiskTest {

    @TempDir
    Path folder;

    private Home home;
    private Project.Id id;

    @BeforeEach
    void fill() throws Exception {
        home = new Home(folder.resolve("home"));
        try (var library = SqliteLibrary.open(home, Lives.IDS)) {
            Arrival a = Lives.arrival("a", AssetKind.VIDEO);
            library.assets().add(List.of(a));
            id = library.projects().of(a.asset().id());
        }
    }

    @Test
    void aLibraryThatCannotGrowSaysSoAndGoesOnWhenItCan() throws Exception {
        try (Database full = Database.open(home.library(), "library")) {
            var projects = new SqliteProjects(full, Lives.IDS, InstantSource.system(), new HashSet<>());
            long pages = full.read(sql -> sql.number("pragma page_count"));
            full.write(Urgency.PERSON, sql -> sql.number("pragma max_page_count = " + (pages + 30)));
            History written = projects.open(id).history();
            History tried = written;
            StoreException said = null;
            while (said == null) {
                JournalEntry line = written.edit(new Edit.SetTitle("x".repeat(3_000) + written.seq()), Instant.now());
                tried = written.after(line);
                try {
                    projects.append(line, tried);
                    written = tried;
                } catch (StoreException e) {
                    said = e;
                }
            }
            assertThat(said.code()).isEqualTo(Code.DISK_FULL);
            assertThat(written.seq()).isPositive();
            assertThat(projects.open(id).history().project()).isEqualTo(written.project());

            full.write(Urgency.PERSON, sql -> sql.number("pragma max_page_count = 100000"));
            JournalEntry again = written.edit(new Edit.SetTitle("fits now"), Instant.now());
            projects.append(again, written.after(again));
            assertThat(projects.latest(id).title()).isEqualTo("fits now");
        }
    }

    @Test
    void filesThatMayNotGrowLoseNothingThatWasSafe() throws Exception {
        assumeThat(Files.isExecutable(Path.of("/bin/bash"))).isTrue();
        // Every write of the process beyond 3 MB into one file fails, as the system does it.
        var limited = List.of("/bin/bash", "-c", "ulimit -f 3072; exec \"$@\"", "limited");
        KillHarness.Tally tally = KillHarness.starve(folder, home, limited, () -> {});
        assertThat(tally.acts()).containsKeys("edit", "file");
    }

    @Test
    void aDiskThatRunsFullLosesNothingThatWasSafe() throws Exception {
        Path small = Files.createDirectory(folder.resolve("small"));
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", small.toString());
        assumeThat(mounted).as("only root may make a small disk").isTrue();
        try {
            Home onIt = new Home(small.resolve("home")).create();
            KillHarness.Tally tally = KillHarness.starve(
                    folder,
                    onIt,
                    List.of(),
                    () -> assertThat(run("mount", "-o", "remount,size=64m", small.toString()))
                            .isTrue());
            assertThat(tally.acts()).containsKey("edit");
        } finally {
            run("umount", small.toString());
        }
    }

    @Test
    void aReadOnlyFolderIsSaid() throws Exception {
        Files.setPosixFilePermissions(home.root(), PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeThat(Files.isWritable(home.root()))
                    .as("root may write anywhere")
                    .isFalse();
            assertCode(
                    Code.READ_ONLY,
                    () -> SqliteLibrary.open(new Home(home.root().resolve("new")), Lives.IDS));
        } finally {
            Files.setPosixFilePermissions(home.root(), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void aLibraryWhoseDriveIsTakenAwayAcceptsNothingUntilItIsBack() throws Exception {
        Path away = folder.resolve("away");
        try (var library = SqliteLibrary.open(home, Lives.IDS)) {
            ProjectStore projects = library.projects();
            write(projects, "before");
            Files.move(home.root(), away);
            assertCode(Code.LIBRARY_GONE, () -> write(projects, "while it was away"));
            Files.createDirectories(home.root());
            Files.write(home.library(), new byte[0]);
            assertCode(Code.LIBRARY_GONE, () -> write(projects, "into another's place"));
            Files.delete(home.library());
            Files.delete(home.root());
            Files.move(away, home.root());
            assertThat(projects.latest(id).title()).isEqualTo("before");
            write(projects, "after");
        }
        try (var library = SqliteLibrary.open(home, Lives.IDS)) {
            assertThat(library.projects().latest(id).title()).isEqualTo("after");
            assertThat(library.projects().lines(id)).hasSize(2);
        }
    }

    private void write(ProjectStore projects, String title) throws StoreException {
        History history = projects.open(id).history();
        JournalEntry line = history.edit(new Edit.SetTitle(title), Instant.now());
        projects.append(line, history.after(line));
    }

    private static boolean run(String... words) throws Exception {
        try {
            return new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (java.io.IOException noSuchProgram) {
            return false;
        }
    }

    private static void assertCode(Code code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
