package studio.fanz.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.job.Progress;
import studio.fanz.kit.TestMedia;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;
import studio.fanz.media.frame.FrameObserver;
import studio.fanz.media.frame.FramePass;

/// What a creator's disk may hold. Every case ends in a result or a coded problem, and leaves the file as it
/// was.
class BadInputTest {

    @TempDir
    Path folder;

    private static void readAll(Path file) throws MediaException {
        Ffmpeg tools = Ffmpeg.load();
        MediaFacts facts = new FfprobeProber(tools).probe(file, JobContext.silent());
        FrameObserver nobody = (_, _, _) -> {};
        if (facts.video().isPresent()) {
            new ChildFramePass(tools).run(file, facts, List.of(nobody), stills(), JobContext.silent());
            new ChildPictureReader(tools).at(file, facts, List.of(500L), 100, 100, JobContext.silent());
        }
        if (facts.hasAudio()) {
            new ChildSoundReader(tools).read(file, facts, 16_000, (_, _) -> true, JobContext.silent());
        }
    }

    private static FramePass.Stills stills() {
        return new FramePass.Stills(1000, 100, 100, _ -> {});
    }

    @Test
    void flipped_bytes_end_in_a_result_or_a_coded_problem() throws IOException {
        byte[] whole = Files.readAllBytes(
                TestMedia.clip("flipped").with("-movflags", "+faststart").make());
        for (int seed = 0; seed < 6; seed++) {
            byte[] damaged = whole.clone();
            Random random = new Random(seed);
            for (int i = 0; i < 40; i++) {
                damaged[random.nextInt(seed % 2 == 0 ? 2000 : damaged.length)] ^= (byte) (1 + random.nextInt(255));
            }
            Path file = Files.write(folder.resolve("flipped" + seed + ".mp4"), damaged);
            try {
                readAll(file);
            } catch (MediaException problem) {
                assertThat(problem.code())
                        .isIn(Code.DAMAGED, Code.NOT_MEDIA, Code.DECODE_FAILED, Code.DECODE_STALLED, Code.NO_VIDEO);
            }
            assertThat(Files.readAllBytes(file)).as("the source").isEqualTo(damaged);
        }
    }

    @Test
    void kinds_of_recordings_that_are_rare_are_read_whole() throws MediaException {
        for (TestMedia clip : List.of(
                TestMedia.clip("silent").noAudio().frames(20),
                TestMedia.clip("unseen").noVideo().container("m4a"),
                TestMedia.clip("single").frames(1).noAudio(),
                TestMedia.clip("narrow").size(3, 201).codecs("mpeg4", "aac").frames(5),
                TestMedia.clip("wide-chroma")
                        .codecs("prores_ks", "pcm_s16le")
                        .pixelFormat("yuv422p10le")
                        .container("mov")
                        .frames(5),
                TestMedia.clip("five-one").sound("5.1", 48_000).frames(20),
                TestMedia.clip("telephone").sound("mono", 8000).frames(20))) {
            readAll(clip.make());
        }
    }

    @Test
    void a_picture_named_as_a_film_is_read_as_a_picture() throws MediaException {
        Path picture = folder.resolve("picture.png");
        TestMedia.ffmpeg(List.of("-f", "lavfi", "-i", "testsrc=s=63x35", "-frames:v", "1", "file:" + picture));
        Path film = folder.resolve("film.mp4");
        assertThat(picture.toFile().renameTo(film.toFile())).isTrue();
        readAll(film);
    }

    @Test
    void a_file_that_goes_away_in_the_middle_says_so() throws IOException, MediaException {
        Path file = Files.copy(TestMedia.clip("minute").frames(300).make(), folder.resolve("leaving.mp4"));
        MediaFacts facts = new FfprobeProber(Ffmpeg.load()).probe(file, JobContext.silent());
        FrameObserver deleting = (frame, _, _) -> {
            if (frame == 3) {
                assertThat(file.toFile().delete()).isTrue();
            }
        };
        assertThatThrownBy(() -> new ChildFramePass(Ffmpeg.load())
                        .run(file, facts, List.of(deleting), stills(), JobContext.silent()))
                .isInstanceOf(MediaException.class)
                .extracting(e -> ((MediaException) e).code())
                .isEqualTo(Code.FILE_MISSING);
    }

    @Test
    void a_file_that_is_cut_short_in_the_middle_says_so() throws IOException, MediaException {
        Path file = Files.copy(TestMedia.clip("minute").frames(300).make(), folder.resolve("shrinking.mp4"));
        MediaFacts facts = new FfprobeProber(Ffmpeg.load()).probe(file, JobContext.silent());
        FrameObserver cutting = (frame, _, _) -> {
            if (frame == 3) {
                try (var channel = java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
                    channel.truncate(channel.size() / 2);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        };
        assertThatThrownBy(() -> new ChildFramePass(Ffmpeg.load())
                        .run(file, facts, List.of(cutting), stills(), JobContext.silent()))
                .isInstanceOf(MediaException.class)
                .extracting(e -> ((MediaException) e).code())
                .isEqualTo(Code.FILE_CHANGED);
    }

    @Test
    void a_cancelled_job_leaves_no_child_behind() throws MediaException {
        Path file = TestMedia.clip("minute").frames(300).make();
        MediaFacts facts = new FfprobeProber(Ffmpeg.load()).probe(file, JobContext.silent());
        StoppedJob job = new StoppedJob();
        FrameObserver stopping = (frame, _, _) -> {
            if (frame == 3) {
                job.stop();
            }
        };
        assertThatThrownBy(() -> new ChildFramePass(Ffmpeg.load()).run(file, facts, List.of(stopping), stills(), job))
                .isInstanceOf(CancellationException.class);
        assertThat(ProcessHandle.current()
                        .children()
                        .filter(ProcessHandle::isAlive)
                        .filter(p -> p.info().command().orElse("").endsWith("ffmpeg")))
                .allSatisfy(child -> assertThat(child.onExit()).succeedsWithin(java.time.Duration.ofSeconds(1)));
    }

    /// Can be asked to stop once.
    private static final class StoppedJob implements JobContext {

        private volatile boolean stopped;
        private Runnable action = () -> {};

        void stop() {
            stopped = true;
            action.run();
        }

        @Override
        public void report(Progress progress) {}

        @Override
        public void checkpoint() {
            if (stopped) {
                throw new CancellationException("asked to stop");
            }
        }

        @Override
        public Registration onCancel(Runnable stop) {
            action = stop;
            return () -> {};
        }
    }
}
