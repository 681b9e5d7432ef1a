package studio.fanz.media.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.job.Progress;
import studio.fanz.kit.Mounted;
import studio.fanz.kit.TestMedia;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;

/// What goes wrong ends in a code and leaves nothing behind.
class ExportBadDaysTest {

    @TempDir
    Path folder;

    @Test
    void soundAloneIsRefused() throws Exception {
        Path source = TestMedia.clip("song").noVideo().container("m4a").make();
        assertThat(problem(Exports.into(folder), source)).isEqualTo(Code.NO_VIDEO);
        assertThat(entries(folder)).isEmpty();
    }

    @Test
    void aSourceThatEndsEarlierThanItSaysIsNamedAsDamaged() throws Exception {
        Path whole = TestMedia.clip("cut-short").with("-movflags", "+faststart").make();
        Path cut = folder.resolve("cut.mp4");
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length * 2 / 3));
        MediaFacts facts = Exports.facts(whole);
        Path out = Files.createDirectory(folder.resolve("out"));
        MediaException problem = catchThrowableOfType(
                MediaException.class, () -> Exports.into(out).of(cut, facts));
        assertThat(problem.code()).isEqualTo(Code.DAMAGED);
        assertThat(entries(out)).isEmpty();
    }

    @Test
    void aSourceThatWentAwayIsMissing() throws Exception {
        Path source = folder.resolve("gone.mp4");
        Files.copy(TestMedia.clip("whole").make(), source);
        MediaFacts facts = Exports.facts(source);
        Files.delete(source);
        MediaException problem = catchThrowableOfType(
                MediaException.class, () -> Exports.into(folder).of(source, facts));
        assertThat(problem.code()).isEqualTo(Code.FILE_MISSING);
        assertThat(entries(folder)).isEmpty();
    }

    @Test
    void cancellingInTheMiddleLeavesWhatWasThereBefore() throws Exception {
        Path source = TestMedia.clip("long").frames(600).size(640, 360).make();
        Exports exports = Exports.into(folder).size(640, 360, studio.fanz.core.platform.RenditionSpec.Framing.SCALE);
        Files.writeString(exports.file(), "an older rendition");
        StopAt stop = new StopAt("export");
        assertThatThrownBy(() -> exports.with(stop).of(source)).isInstanceOf(CancellationException.class);
        assertThat(Files.readString(exports.file())).isEqualTo("an older rendition");
        assertThat(entries(folder)).containsExactly("made.mp4");
    }

    @Test
    void aFolderThatCannotBeWrittenToIsNamed() throws Exception {
        Path source = TestMedia.clip("whole").make();
        try (Mounted readOnly = Mounted.tmpfs(folder.resolve("ro"), "ro,size=1m")) {
            assertThat(problem(Exports.into(readOnly.folder()), source)).isEqualTo(Code.FOLDER_READ_ONLY);
        }
    }

    @Test
    void aDiskThatFillsUpEndsInTheSentenceAboutIt() throws Exception {
        Path source = TestMedia.clip("whole").make();
        try (Mounted small = Mounted.tmpfs(folder.resolve("small"), "size=64k")) {
            assertThat(problem(Exports.into(small.folder()), source)).isEqualTo(Code.DISK_FULL);
            assertThat(entries(small.folder())).isEmpty();
        }
    }

    @Test
    void aFileThatFailsItsCheckIsNotKept() throws Exception {
        Path source = TestMedia.clip("whole").make();
        MediaException problem = catchThrowableOfType(
                MediaException.class,
                () -> Exports.into(folder)
                        .readBy((_, _) -> new Reading(
                                List.of(
                                        new Reading.Track("video", 90, 0, 3, true, 0.5, 0.5),
                                        new Reading.Track("audio", 141, 0.05, 3, true, 0, 0)),
                                java.util.Optional.of(new studio.fanz.core.asset.Loudness(-14, -2, 1, -24)),
                                ""))
                        .of(source));
        assertThat(problem.code()).isEqualTo(Code.CHECK_FAILED);
        assertThat(problem.arguments().getLast()).contains("av-offset is 50.0 ms");
        assertThat(entries(folder)).isEmpty();
    }

    private static Code problem(Exports exports, Path source) {
        return catchThrowableOfType(MediaException.class, () -> exports.of(source))
                .code();
    }

    private static List<String> entries(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.map(e -> e.getFileName().toString()).sorted().toList();
        }
    }

    /// Asks to stop as soon as a step has got somewhere.
    private static final class StopAt implements JobContext {
        private final String step;
        private volatile boolean asked;

        StopAt(String step) {
            this.step = step;
        }

        @Override
        public void report(Progress progress) {
            asked |= progress.step().equals(step);
        }

        @Override
        public void checkpoint() {
            if (asked) {
                throw new CancellationException("asked to stop");
            }
        }

        @Override
        public Registration onCancel(Runnable stop) {
            return () -> {};
        }
    }
}
