package studio.fanz.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftFileTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"a.json", "with space.srt", "🚀 rakete.vtt", "مقطع.ass", "it's \"quoted\".ttml", "no ending"})
    void writesWholeFilesUnderAnyName(String name) throws Exception {
        Path fresh = folder.resolve("new folder");
        Path target = fresh.resolve(name);
        DraftFile.write(target, "one");
        DraftFile.write(target, "two");
        assertThat(target).hasContent("two");
        assertThat(names(fresh)).containsExactly(name);
    }

    @Test
    void aNameAsLongAsTheSystemAllowsLeavesRoomForTheDraft() throws Exception {
        Path target = folder.resolve("x".repeat(251) + ".mp4");
        DraftFile.write(target, "here");
        assertThat(target).hasContent("here");
    }

    @Test
    void aWriteThatFailsHalfWayLeavesTheOldFileAndNothingElse() throws Exception {
        Path target = folder.resolve("a.json");
        DraftFile.write(target, "old");
        assertThatThrownBy(() -> DraftFile.write(target, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("pulled out");
                }))
                .isInstanceOf(StoreException.class);
        assertThat(target).hasContent("old");
        assertThat(names(folder)).containsExactly("a.json");
    }

    @Test
    void aDraftKeepsTheEndingOfItsTargetForWritersThatGoByIt() throws Exception {
        try (DraftFile draft = DraftFile.beside(folder.resolve("film.mp4"))) {
            assertThat(draft.file().toString()).endsWith(".mp4");
            Files.writeString(draft.file(), "x");
        }
        assertThat(names(folder)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "No space left on device,DISK_FULL",
        "Disk quota exceeded,DISK_FULL",
        "There is not enough space on the disk,DISK_FULL",
        "Read-only file system,READ_ONLY",
        "Input/output error,WRITE_FAILED"
    })
    void theReasonIsNamed(String said, StoreException.Code code) {
        var e = StoreException.writing(folder.resolve("x"), new FileSystemException("x", null, said));
        assertThat(e.code()).isEqualTo(code);
    }

    @Test
    void aFullDiskIsSaidAndLeavesNothingBehind() throws Exception {
        Path full = Path.of("/dev/full");
        assumeThat(Files.exists(full)).isTrue();
        IOException real = null;
        try {
            Files.write(full, new byte[10]);
        } catch (IOException e) {
            real = e;
        }
        assertThat(real).isNotNull();
        assertThat(StoreException.writing(folder.resolve("x"), java.util.Objects.requireNonNull(real))
                        .code())
                .isEqualTo(StoreException.Code.DISK_FULL);
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws Exception {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeThat(Files.isWritable(locked)).as("root may write anywhere").isFalse();
        assertThatThrownBy(() -> DraftFile.write(locked.resolve("a"), "x"))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.code()).isEqualTo(StoreException.Code.READ_ONLY));
    }

    @Test
    void sweepingTakesTheDraftsOfDeadProcessesOnly() throws Exception {
        Process gone =
                new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-version").start();
        gone.waitFor();
        try (DraftFile mine = DraftFile.beside(folder.resolve("mine.mp4"))) {
            Files.writeString(mine.file(), "x");
            Files.writeString(folder.resolve(".fanz-" + gone.pid() + "-12345-1.mp4"), "x");
            Files.writeString(folder.resolve(".fanz-" + ProcessHandle.current().pid() + "-12345-1"), "pid taken over");
            Files.writeString(folder.resolve("fanz-notes.txt"), "a person's");
            assertThat(DraftFile.sweep(folder)).isEqualTo(2);
            assertThat(names(folder))
                    .containsExactlyInAnyOrder(mine.file().getFileName().toString(), "fanz-notes.txt");
        }
    }

    private static java.util.List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
