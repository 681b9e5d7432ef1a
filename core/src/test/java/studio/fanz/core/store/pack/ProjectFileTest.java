package studio.fanz.core.store.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.caption.Segment;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.caption.Word;
import studio.fanz.core.edit.Edit;
import studio.fanz.core.edit.History;
import studio.fanz.core.edit.JournalEntry;
import studio.fanz.core.insight.ModelUse;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.project.Project;
import studio.fanz.core.store.Arrival;
import studio.fanz.core.store.Facets;
import studio.fanz.core.store.Hashing;
import studio.fanz.core.store.Home;
import studio.fanz.core.store.StoreException;
import studio.fanz.core.store.StoreException.Code;
import studio.fanz.core.store.pack.ProjectImport.Arrived;
import studio.fanz.core.store.pack.ProjectImport.Status;
import studio.fanz.core.store.pack.ProjectImport.Where;
import studio.fanz.core.store.sqlite.SqliteLibrary;
import studio.fanz.core.time.IdSource;

/// Projects that travel: out of one library as a file, into another.
class ProjectFileTest {

    private static final IdSource IDS = IdSource.ofThisMachine();
    private static final JobContext JOB = JobContext.silent();

    @TempDir
    Path folder;

    private Path recording;
    private Path file;
    private Path unpack;
    private Project.Id id;

    @BeforeEach
    void aProjectWithSomeHistory() throws Exception {
        recording = folder.resolve("rocket.mp4");
        byte[] bytes = new byte[300_000];
        new Random(1).nextBytes(bytes);
        Files.write(recording, bytes);
        file = folder.resolve("travel").resolve("rocket.fanzproject");
        unpack = folder.resolve("unpacked");
        try (var here = library("here")) {
            Asset asset = asset(recording);
            here.assets().add(List.of(new Arrival(asset, 1, Set.of())));
            here.assets().transcribed(asset.id(), words());
            id = here.projects().of(asset.id());
            type(here, 70);
        }
    }

    @Test
    void arrivesWithAllItsStatesAndItsWords() throws Exception {
        export("here", false);
        try (var there = library("there")) {
            Arrived arrived = read(there, Optional.of(folder));
            assertThat(arrived.status()).isEqualTo(Status.ADDED);
            assertThat(arrived.project()).isEqualTo(id);
            assertThat(arrived.recordings().getFirst().where()).isEqualTo(Where.FOLDER);
            assertThat(there.projects().lines(id)).hasSize(70);
            assertThat(there.projects().at(id, 10).title()).isEqualTo("title 10");
            History history = there.projects().open(id).history();
            assertThat(history.project().title()).isEqualTo("title 70");
            assertThat(history.canUndo()).isTrue();
            Asset asset = there.assets().find(history.project().asset()).orElseThrow();
            assertThat(asset.path()).isEqualTo(recording);
            assertThat(there.assets().transcript(asset.id())).contains(words());
            assertThat(read(there, Optional.empty()).status()).isEqualTo(Status.KNOWN);
        }
    }

    @Test
    void packedItNeedsNothingElse() throws Exception {
        export("here", true);
        Files.move(recording, folder.resolve("gone"));
        try (var there = library("there")) {
            Arrived arrived = read(there, Optional.empty());
            assertThat(arrived.recordings().getFirst().where()).isEqualTo(Where.UNPACKED);
            Asset asset =
                    there.assets().find(arrived.recordings().getFirst().id()).orElseThrow();
            assertThat(asset.path()).startsWith(unpack).hasSameBinaryContentAs(folder.resolve("gone"));
        }
    }

    @Test
    void whatIsNotFoundIsSaidAndCanBeLinkedLater() throws Exception {
        export("here", false);
        Files.move(recording, folder.resolve("elsewhere.mov"));
        try (var there = library("there")) {
            Arrived arrived = read(there, Optional.empty());
            assertThat(arrived.recordings().getFirst().where()).isEqualTo(Where.MISSING);
            assertThat(there.cards().page(Facets.ALL, 0, 1).getFirst().missing())
                    .isTrue();
            assertThat(there.projects().latest(id).title()).isEqualTo("title 70");
            Arrived again = read(there, Optional.of(folder));
            assertThat(again.recordings().getFirst().where()).isEqualTo(Where.FOLDER);
            assertThat(there.cards().page(Facets.ALL, 0, 1).getFirst().missing())
                    .isFalse();
        }
    }

    @Test
    void theLibraryKnowsTheRecordingUnderAnotherIdAlready() throws Exception {
        export("here", false);
        try (var there = library("there")) {
            Asset mine = asset(recording);
            there.assets().add(List.of(new Arrival(mine, 1, Set.of())));
            Arrived arrived = read(there, Optional.empty());
            assertThat(arrived.recordings().getFirst().id()).isEqualTo(mine.id());
            assertThat(there.projects().latest(id).asset()).isEqualTo(mine.id());
            assertThat(there.projects().existing(mine.id())).contains(id);
        }
    }

    @Test
    void itGoesOnWhereItStandsAndNeverOverwritesWhatWentAnotherWay() throws Exception {
        export("here", false);
        try (var there = library("there")) {
            read(there, Optional.empty());
        }
        try (var here = library("here")) {
            type(here, 5);
        }
        export("here", false);
        try (var there = library("there")) {
            assertThat(read(there, Optional.empty()).status()).isEqualTo(Status.CONTINUED);
            assertThat(there.projects().latest(id).title()).isEqualTo("title 75");
            change(there, "mine");
        }
        try (var here = library("here")) {
            change(here, "theirs");
        }
        export("here", false);
        try (var there = library("there")) {
            Arrived arrived = read(there, Optional.empty());
            assertThat(arrived.status()).isEqualTo(Status.COPIED);
            assertThat(there.projects().latest(id).title()).isEqualTo("mine");
            assertThat(there.projects().latest(arrived.project()).title()).isEqualTo("theirs");
            assertThat(there.projects().existing(there.projects().latest(id).asset()))
                    .contains(arrived.project());
        }
    }

    @Test
    void aRecordingThatChangedIsNotPacked() throws Exception {
        Files.writeString(recording, "something else");
        assertThatThrownBy(() -> export("here", true))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.code()).isEqualTo(Code.OTHER_BYTES));
        assertThat(file).doesNotExist();
        try (Stream<Path> left = Files.list(file.getParent())) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aProjectFileOfVersion1StillOpens() throws Exception {
        Files.createDirectories(file.getParent());
        try (InputStream old = ProjectFileTest.class.getResourceAsStream("project-v1.fanzproject")) {
            Files.copy(Objects.requireNonNull(old), file);
        }
        try (var there = library("there")) {
            Arrived arrived = read(there, Optional.empty());
            assertThat(arrived.status()).isEqualTo(Status.ADDED);
            assertThat(there.projects().lines(arrived.project())).hasSize(70);
            assertThat(there.projects().latest(arrived.project()).title()).isEqualTo("title 70");
            assertThat(arrived.recordings().getFirst().where()).isEqualTo(Where.UNPACKED);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            project.json  | {}                                 | PROJECT_FILE_UNUSABLE
            project.json  | no JSON at all                     | PROJECT_FILE_UNUSABLE
            project.json  | {"schema":"fanz/project@99"}       | PROJECT_NEWER
            project.json  | {"schema":"fanz/project@1"}        | PROJECT_FILE_UNUSABLE
            journal.jsonl | {"seq":1}                          | PROJECT_FILE_UNUSABLE
            journal.jsonl | DELETE                             | PROJECT_FILE_UNUSABLE
            journal.jsonl | CUT                                | PROJECT_FILE_UNUSABLE
            journal.jsonl | NEWER                              | PROJECT_NEWER
            project.json  | OTHER ASSET                        | PROJECT_FILE_UNUSABLE
            project.json  | NO HASH                            | PROJECT_FILE_UNUSABLE
            project.json  | SMALL                              | PROJECT_FILE_UNUSABLE
            media         | OTHER BYTES                        | PROJECT_FILE_UNUSABLE
            """)
    void whatCannotBeUsedIsSaidAndChangesNothing(String entry, String content, Code code) throws Exception {
        export("here", true);
        Files.delete(recording);
        Map<String, byte[]> entries = entries();
        String name = entries.keySet().stream()
                .filter(n -> n.startsWith(entry))
                .findFirst()
                .orElseThrow();
        String old = new String(Objects.requireNonNull(entries.get(name)), StandardCharsets.UTF_8);
        String now = switch (content) {
            case "CUT" -> old.substring(0, old.length() / 2);
            case "NEWER" -> old.replaceFirst("set-title", "paint");
            case "OTHER ASSET" -> old.replaceFirst("(\"asset\" : \")[0-9a-f]{8}", "$100000000");
            case "NO HASH" -> old.replaceFirst("\"hash\" : \"[0-9a-f]+\"", "\"hash\" : null");
            case "SMALL" -> old.replaceFirst("\"sizeBytes\" : \\d+", "\"sizeBytes\" : 1000");
            default -> content;
        };
        if (content.equals("DELETE")) {
            entries.remove(name);
        } else {
            entries.put(name, now.getBytes(StandardCharsets.UTF_8));
        }
        zip(entries);
        refused(code);
        assertThat(unpack)
                .satisfiesAnyOf(
                        p -> assertThat(p).doesNotExist(), p -> assertThat(p).isEmptyDirectory());
    }

    @Test
    void whatIsNoZipIsSaid() throws Exception {
        export("here", false);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 40));
        refused(Code.PROJECT_FILE_UNUSABLE);
        Files.write(file, new byte[0]);
        refused(Code.PROJECT_FILE_UNUSABLE);
        Files.delete(file);
        refused(Code.READ_FAILED);
    }

    @Test
    void namesInTheFileNeverBecomePaths() throws Exception {
        export("here", true);
        Files.delete(recording);
        Map<String, byte[]> entries = entries();
        String head = new String(Objects.requireNonNull(entries.get("project.json")), StandardCharsets.UTF_8);
        entries.put(
                "project.json",
                head.replace("\"rocket.mp4\"", "\"../../../../evil/..\\\\rocket.mp4\"")
                        .getBytes(StandardCharsets.UTF_8));
        entries.put("../../evil.txt", new byte[] {1});
        zip(entries);
        try (var there = library("there")) {
            Arrived arrived = read(there, Optional.empty());
            Asset asset =
                    there.assets().find(arrived.recordings().getFirst().id()).orElseThrow();
            assertThat(asset.path().normalize().getParent()).isEqualTo(unpack);
        }
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(p -> p.toString().contains("evil.txt"))).isEmpty();
        }
    }

    @Test
    void aFileThatSwellsIsStopped() throws Exception {
        export("here", false);
        Map<String, byte[]> entries = entries();
        entries.put("project.json", new byte[65 << 20]);
        zip(entries);
        assertThat(Files.size(file)).isLessThan(1 << 20);
        refused(Code.PROJECT_FILE_UNUSABLE);
    }

    private void refused(Code code) throws Exception {
        try (var there = library("there")) {
            assertThatThrownBy(() -> read(there, Optional.empty()))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.code()).isEqualTo(code));
            assertThat(there.cards().count(Facets.ALL)).isZero();
        }
    }

    private void export(String home, boolean pack) throws Exception {
        try (var library = library(home)) {
            var clock = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));
            assertThat(new ProjectExport(library, clock)
                            .write(id, file, pack, JOB)
                            .whole())
                    .isTrue();
        }
    }

    private Arrived read(SqliteLibrary library, Optional<Path> media) throws StoreException {
        return new ProjectImport(library, IDS).read(file, media, unpack, JOB);
    }

    private SqliteLibrary library(String name) throws StoreException {
        return SqliteLibrary.open(new Home(folder.resolve(name)), IDS);
    }

    private void type(SqliteLibrary library, int titles) throws StoreException {
        for (int i = 0; i < titles; i++) {
            change(library, "title " + (library.projects().lines(id).size() + 1));
        }
    }

    private void change(SqliteLibrary library, String title) throws StoreException {
        History history = library.projects().open(id).history();
        JournalEntry line = history.edit(new Edit.SetTitle(title), Instant.ofEpochMilli(1_000));
        library.projects().append(line, history.after(line));
    }

    private static Asset asset(Path recording) throws Exception {
        var facts = new MediaFacts(
                AssetKind.VIDEO,
                "mp4",
                Files.size(recording),
                3_000,
                Optional.empty(),
                List.of(),
                List.of(),
                true,
                false,
                0,
                Map.of());
        return new Asset(
                new Asset.Id(IDS.next()),
                Hashing.of(recording, _ -> {}),
                recording,
                "Rocket",
                facts,
                Instant.ofEpochMilli(1_700_000_000_000L));
    }

    private static Transcript words() {
        var word = new Word("lift", 0, 400, 0.9);
        return new Transcript(
                "en", 1, new ModelUse("m", "1", ""), List.of(new Segment("lift", 0, 400, List.of(word))), List.of());
    }

    private Map<String, byte[]> entries() throws Exception {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().<ZipEntry>map(e -> e).toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    entries.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return entries;
    }

    private void zip(Map<String, byte[]> entries) throws Exception {
        try (OutputStream out = Files.newOutputStream(file);
                var zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
    }
}
