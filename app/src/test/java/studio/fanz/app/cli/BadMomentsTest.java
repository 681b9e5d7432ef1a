package studio.fanz.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.fanz.assets.Assets;
import studio.fanz.core.json.Json;
import studio.fanz.kit.Mounted;
import studio.fanz.kit.TestMedia;

/// `prep` when something happens in the middle of it: what was done is kept, what was half done is gone, the same
/// command
/// again goes on from there.
class BadMomentsTest {

    @TempDir
    Path folder;

    /// Which encoder works here; asking again for every home would take most of the time.
    @TempDir
    static Path elsewhere;

    @BeforeAll
    static void findEncoder() throws IOException {
        Path silent = TestMedia.clip("warm").frames(10).noAudio().make();
        Shell.in(elsewhere).run("export", silent, "--for", "youtube/long");
    }

    private Shell shell() throws IOException {
        Path cache = Files.createDirectories(folder.resolve("home").resolve("cache"));
        try (Stream<Path> files = Files.list(elsewhere.resolve("home").resolve("cache"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, cache.resolve(file.getFileName()));
            }
        }
        return Shell.in(folder);
    }

    private Path clip() throws IOException {
        return Files.copy(TestMedia.clip("moment").frames(60).make(), folder.resolve("clip.mp4"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Reading the file         | delete
            Measuring the sound      | rename
            Looking at every frame   | delete
            Choosing covers          | rename
            Drafting the post        | delete
            """)
    void aRecordingThatGoesAwayIsMissedInASentence(String sentence, String how) throws Exception {
        Path file = clip();
        Shell shell = shell();
        var untouched = Untouched.by(shell, file);
        Shell.Said said = shell.when(sentence, () -> away(file, how), "prep", file, "--for", "youtube/long", "--json");
        assertThat(said.err()).contains(sentence);
        assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.INPUT);
        Untouched.isASentence(said);
        assertThat(said.json().path("error").path("message").asText()).contains("clip.mp4");
        untouched.holds();
        assertThat(Untouched.files(shell.out()))
                .noneMatch(made -> made.toString().endsWith(".mp4"));

        Set<String> known = steps(shell);
        untouched.bringBack();
        Shell.Said again = shell.run("prep", file, "--for", "youtube/long", "--json");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(reused(again)).isEqualTo(known);
        untouched.holds();
    }

    /// A file that is open can be read to its end on some systems; then it counts.
    @Test
    void aRecordingThatGoesAwayWhileItsFileIsMadeLeavesAWholeFileOrNone() throws Exception {
        Path file = clip();
        Shell shell = shell();
        var untouched = Untouched.by(shell, file);
        Shell.Said said = shell.when(
                "Making the file", () -> away(file, "delete"), "prep", file, "--for", "youtube/long", "--json");
        assertThat(said.code()).as(said.err()).isIn(ExitCode.DONE, ExitCode.INPUT);
        untouched.holds();
        assertThat(Untouched.files(shell.out()).stream()
                        .filter(made -> made.toString().endsWith(".mp4")))
                .hasSize(said.code() == ExitCode.DONE ? 1 : 0);
    }

    @Test
    void anOutputFolderThatIsAFileIsNamed() throws Exception {
        Path file = clip();
        Shell shell = new Shell(Assets.find(), folder.resolve("home"), Files.createFile(folder.resolve("out")));
        Shell.Said said = shell.run("prep", file, "--for", "youtube/long", "--json");
        assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.MACHINE);
        Untouched.isASentence(said);
    }

    @ParameterizedTest
    @CsvSource({"ro, STORE-2002", "size=64k, STORE-2001"})
    void aDiskThatTakesNothingIsNamed(String disk, String code) throws Exception {
        Path file = clip();
        try (Mounted out = Mounted.tmpfs(folder.resolve("disk"), disk)) {
            Shell shell = new Shell(
                    Assets.find(), folder.resolve("home"), out.folder().resolve("out"));
            var untouched = Untouched.by(shell, file);
            Shell.Said said = shell.run("prep", file, "--for", "youtube/long", "--json");
            assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.MACHINE);
            assertThat(said.json().path("error").path("code").asText()).isEqualTo(code);
            Untouched.isASentence(said);
            untouched.holds();
        }
    }

    @Test
    void aHomeThatFillsUpIsNamedAndTheLibraryStaysWhole() throws Exception {
        Path file = clip();
        try (Mounted disk = Mounted.tmpfs(folder.resolve("disk"), "size=512k")) {
            Shell shell = new Shell(Assets.find(), disk.folder().resolve("home"), folder.resolve("out"));
            var untouched = Untouched.by(shell, file);
            Shell.Said said = shell.run("prep", file, "--for", "youtube/long", "--json");
            assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.MACHINE);
            assertThat(said.json().path("error").path("code").asText()).isIn("STORE-2001", "MEDIA-5001");
            Untouched.isASentence(said);
            untouched.holds();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "vad_silero_v6.onnx, missing",
        "vad_silero_v6.onnx, damaged",
        "face_blazeface_back_256.onnx, missing",
        "face_blazeface_back_256.onnx, damaged"
    })
    void aModelThatCannotBeUsedIsNamed(String model, String how) throws Exception {
        Path file = clip();
        Shell shell = shell().with(without(model, how));
        var untouched = Untouched.by(shell, file);
        Shell.Said said = shell.run("prep", file, "--for", "youtube/long", "--json");
        assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.MACHINE);
        Untouched.isASentence(said);
        untouched.holds();
    }

    @Test
    void twoProgramsShareOneLibrary() throws Exception {
        Path file = clip();
        Path other = Files.copy(TestMedia.clip("other").frames(45).make(), folder.resolve("other.mp4"));
        Shell shell = shell();
        ChildStudio second =
                ChildStudio.start(shell, folder.resolve("second"), "prep", other, "--for", "youtube/long", "--json");
        Shell.Said said = shell.run("prep", file, "--for", "youtube/long", "--json");
        assertThat(second.awaitEnd()).as(second.err()).isZero();
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(shell.run("library", "--json").json().path("items")).hasSize(2);
        Untouched.nothingIsHalfMade(shell);
        Untouched.theLibraryIsWhole(shell.home());
    }

    @Test
    void aLibraryFromANewerVersionIsLeftAloneBeforeAnythingIsDone() throws Exception {
        Path file = clip();
        Shell shell = shell();
        assertThat(shell.run("library").code()).isZero();
        Path library = shell.home().resolve("library.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + library);
                var statement = connection.createStatement()) {
            statement.execute("pragma user_version = 999");
        }
        byte[] before = Files.readAllBytes(library);
        Shell.Said said = shell.run("prep", file, "--for", "youtube/long", "--json");
        assertThat(said.code()).isEqualTo(ExitCode.MACHINE);
        assertThat(said.json().path("error").path("code").asText()).isEqualTo("STORE-1003");
        Untouched.isASentence(said);
        assertThat(Files.readAllBytes(library)).isEqualTo(before);
        assertThat(Untouched.files(shell.out())).isEmpty();
    }

    /// How far it got is chance, and different at each round.
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3})
    void killedAtAnyMomentItGoesOnFromThere(long seed) throws Exception {
        Path file = clip();
        Shell shell = shell();
        var untouched = Untouched.by(shell, file);
        ChildStudio child = ChildStudio.start(shell, folder.resolve("said"), "prep", file, "--for", "youtube/long");
        String step = List.of("Listening", "Looking at every frame", "Choosing covers", "Making the file")
                .get((int) seed);
        child.awaitSaying(step);
        child.process().waitFor(new Random(System.nanoTime()).nextInt(400), TimeUnit.MILLISECONDS);
        child.kill();
        assertNobodyWorksOn(file);

        Set<String> known = steps(shell);
        Shell.Said again = shell.run("prep", file, "--for", "youtube/long", "--json");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(reused(again)).isEqualTo(known);
        assertThat(again.json().path("files")).hasSizeGreaterThan(10);
        untouched.holds();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Looking at every frame", "Making the file"})
    void controlCStopsWithinASecond(String step) throws Exception {
        Path file = Files.copy(TestMedia.clip("long").frames(400).size(640, 360).make(), folder.resolve("long.mp4"));
        Shell shell = shell();
        var untouched = Untouched.by(shell, file);
        ChildStudio child =
                ChildStudio.start(shell, folder.resolve("said"), "prep", file, "--for", "youtube/long", "--json");
        child.awaitSaying(step);
        long asked = System.nanoTime();
        child.interrupt();
        assertThat(child.awaitEnd()).as(child.err()).isEqualTo(ExitCode.CANCELLED);
        assertThat((System.nanoTime() - asked) / 1_000_000).as("milliseconds").isLessThan(1000);
        assertThat(child.err()).doesNotContain("Exception");
        assertNobodyWorksOn(file);
        assertThat(shell.run("shots", clip(), "--quiet").code()).isZero();
        untouched.holds();
    }

    private static void assertNobodyWorksOn(Path file) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
        while (System.nanoTime() < end && working(file).findAny().isPresent()) {
            Thread.sleep(50);
        }
        assertThat(working(file)).as("children that outlive their program").isEmpty();
    }

    private static Stream<String> working(Path file) {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains("ffmpeg") && line.contains(file.toString()));
    }

    /// Names of the steps that were finished.
    private static Set<String> steps(Shell shell) throws IOException {
        var names = new HashSet<String>();
        for (Path file : Untouched.files(shell.home().resolve("cache").resolve("steps"))) {
            if (file.endsWith("result.json") && !file.toString().contains("drafts")) {
                names.add(Json.parse(Files.readString(file)).path("step").asText());
            }
        }
        return names;
    }

    private static Set<String> reused(Shell.Said said) {
        var names = new HashSet<String>();
        for (JsonNode step : said.json().path("ran")) {
            if (step.path("reused").asBoolean()) {
                names.add(step.path("step").asText());
            }
        }
        return names;
    }

    private static void away(Path file, String how) {
        try {
            if (how.equals("delete")) {
                Files.delete(file);
            } else {
                Files.move(file, file.resolveSibling("elsewhere.mp4"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What ships with the program, one model apart.
    private Assets without(String model, String how) throws IOException {
        Path whole = Assets.find().folder();
        Path mine = Files.createDirectories(folder.resolve("assets"));
        link(whole, mine, "models");
        Path models = Files.createDirectory(mine.resolve("models"));
        link(whole.resolve("models"), models, model);
        if (how.equals("damaged")) {
            byte[] bytes = Files.readAllBytes(whole.resolve("models").resolve(model));
            bytes[bytes.length / 2] ^= 1;
            Files.write(models.resolve(model), bytes);
        }
        return new Assets(mine);
    }

    private static void link(Path from, Path to, String except) throws IOException {
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.toList()) {
                if (!entry.endsWith(except)) {
                    Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
                }
            }
        }
    }
}
