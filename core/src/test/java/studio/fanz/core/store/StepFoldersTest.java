package studio.fanz.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.fanz.core.asset.ContentHash;
import studio.fanz.core.json.Json;

class StepFoldersTest {

    @TempDir
    Path root;

    private StepFolders steps;
    private final StepKey key = key("shots", 1, "{}");

    @BeforeEach
    void open() {
        steps = new StepFolders(root);
    }

    @Test
    void aPublishedStepIsFoundWithItsFilesAlsoByTheNextRun() throws Exception {
        publish(key, "strip.jpg", "pixels", 7);
        var found = new StepFolders(root).find(key).orElseThrow();
        assertThat(found.result().path("n").asInt()).isEqualTo(7);
        assertThat(found.file("strip.jpg")).hasContent("pixels");
    }

    @Test
    void anythingThatChangesTheResultChangesTheKey() throws Exception {
        publish(key, "a", "a", 1);
        assertThat(steps.find(key("shots", 2, "{}"))).isEmpty();
        assertThat(steps.find(key("shots", 1, "{\"fine\":true}"))).isEmpty();
        assertThat(steps.find(key("shots1", 1, "{}"))).isEmpty();
        assertThat(steps.find(new StepKey(Hashing.of(new byte[] {1}), "shots", 1, "{}")))
                .isEmpty();
    }

    @Test
    void whatWasNotPublishedIsGone() throws Exception {
        try (var draft = steps.begin(key)) {
            Files.writeString(draft.folder().resolve("half"), "x");
        }
        assertThat(steps.find(key)).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void flippedBytesInAFileMakeTheEntryCountAsMissing() throws Exception {
        Path strip = publish(key, "strip.jpg", "pixels", 1).file("strip.jpg");
        FileTime was = Files.getLastModifiedTime(strip);
        Files.writeString(strip, "pixelz");
        Files.setLastModifiedTime(strip, FileTime.fromMillis(was.toMillis() + 5000));
        assertThat(steps.find(key)).isEmpty();
    }

    @Test
    void aTruncatedOrMissingFileMakesTheEntryCountAsMissing() throws Exception {
        Path strip = publish(key, "strip.jpg", "pixels", 1).file("strip.jpg");
        Files.writeString(strip, "pix");
        assertThat(steps.find(key)).isEmpty();
        Files.delete(strip);
        assertThat(steps.find(key)).isEmpty();
    }

    @Test
    void aChangedResultMakesTheEntryCountAsMissingAndIsReplaced() throws Exception {
        Path result = publish(key, "a", "a", 41).file("result.json");
        for (String bad : new String[] {
            Files.readString(result).replace("41", "42"), "", "{", "[]", "{\"schema\":\"fanz/step@99\"}"
        }) {
            Files.writeString(result, bad);
            assertThat(steps.find(key)).as(bad).isEmpty();
        }
        publish(key, "a", "a", 43);
        assertThat(steps.find(key).orElseThrow().result().path("n").asInt()).isEqualTo(43);
    }

    @Test
    void theQuickerOfTwoWritersWins() throws Exception {
        try (var slow = steps.begin(key)) {
            publish(key, "a", "first", 1);
            var entry = slow.publish(result(2));
            assertThat(entry.result().path("n").asInt()).isEqualTo(1);
            assertThat(entry.file("a")).hasContent("first");
        }
    }

    @Test
    void sweepingKeepsWhatWasUsedLastAndWhatIsInUse() throws Exception {
        for (int i = 0; i < 5; i++) {
            Path folder =
                    publish(key("s" + i, 1, ""), "data", "x".repeat(10_000), i).folder();
            Files.setLastModifiedTime(folder, FileTime.fromMillis(1_000_000L + i * 10_000L));
        }
        var later = new StepFolders(root);
        later.find(key("s0", 1, ""));
        long freed = later.sweep(25_000);
        assertThat(freed).isGreaterThan(30_000);
        assertThat(later.find(key("s0", 1, ""))).as("in use").isPresent();
        assertThat(later.find(key("s1", 1, ""))).isEmpty();
        assertThat(later.find(key("s3", 1, ""))).isEmpty();
        assertThat(later.find(key("s4", 1, ""))).as("the youngest").isPresent();
        assertThat(later.sweep(1_000_000)).isZero();
    }

    @Test
    void sweepingTakesWhatDeadProcessesLeftHalfMade() throws Exception {
        Path orphan = Files.createDirectories(root.resolve("drafts/fanz-999999999-1-1"));
        Files.writeString(orphan.resolve("half"), "x");
        try (var mine = steps.begin(key)) {
            steps.sweep(0);
            assertThat(orphan).doesNotExist();
            assertThat(mine.folder()).exists();
        }
    }

    private StepStore.Entry publish(StepKey key, String file, String content, int n) throws Exception {
        try (var draft = steps.begin(key)) {
            Files.writeString(draft.folder().resolve(file), content);
            return draft.publish(result(n));
        }
    }

    private static ObjectNode result(int n) {
        return Json.object().put("n", n);
    }

    private static StepKey key(String step, int version, String options) {
        return new StepKey(new ContentHash("0".repeat(64)), step, version, options);
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
