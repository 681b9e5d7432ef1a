package studio.fanz.media.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.fanz.core.asset.ContentHash;
import studio.fanz.core.job.CancellableContext;
import studio.fanz.core.store.Hashing;
import studio.fanz.kit.OutsideFfmpeg;
import studio.fanz.kit.TestMedia;
import studio.fanz.media.MediaException;

/// Cuts of generated recordings: the numbers painted into the pictures, read from what decoders show, say whether a cut
/// is exact; beeps at every full second say whether its sound is.
class CutTest {

    private static final double SYNC_MS = 20;

    @TempDir
    Path folder;

    /// What people have.
    private static final Map<String, TestMedia> SOURCES = Map.ofEntries(
            Map.entry("every-key", x264("every-key", 1).frames(90)),
            Map.entry("gop-12", x264("gop-12", 12).frames(120)),
            Map.entry("gop-250", x264("gop-250", 250).frames(330)),
            Map.entry("gop-600", x264("gop-600", 600).frames(240)),
            Map.entry("mkv", x264("mkv", 30).frames(120).container("mkv")),
            Map.entry("ts", x264("ts", 30).frames(120).container("ts")),
            Map.entry("mov", x264("mov", 30).frames(120).container("mov")),
            Map.entry("fragments", x264("fragments", 30).frames(120).with("-movflags", "frag_keyframe+empty_moov")),
            Map.entry("variable", x264("variable", 30).frames(120).variableRate()),
            Map.entry(
                    "two-sounds", x264("two-sounds", 30).frames(120).with("-map", "0:v", "-map", "1:a", "-map", "1:a")),
            Map.entry("baseline", TestMedia.clip("cut-baseline").frames(120).gop(30)),
            Map.entry("main", x264("main", 30).frames(120).with("-profile:v", "main")),
            Map.entry("turned", x264("turned", 30).frames(120).rotated(90)),
            Map.entry("wide-pixels", x264("wide-pixels", 30).frames(120).pixelAspect("4/3")),
            Map.entry(
                    "open",
                    x264("open", 30)
                            .frames(120)
                            .with("-x264-params", "open-gop=1:b-pyramid=normal:b-adapt=0:bframes=3")),
            Map.entry("deep", x264("deep", 30).frames(90).pixelFormat("yuv420p10le")),
            Map.entry(
                    "hevc",
                    TestMedia.clip("cut-hevc")
                            .codecs("libx265", "aac")
                            .frames(120)
                            .with("-x265-params", "log-level=error:keyint=30:min-keyint=30:scenecut=0:bframes=3")),
            Map.entry(
                    "vp9",
                    TestMedia.clip("cut-vp9")
                            .codecs("libvpx-vp9", "libopus")
                            .frames(120)
                            .gop(30)
                            .container("webm")));

    private static TestMedia source(String name) {
        return Objects.requireNonNull(SOURCES.get(name));
    }

    private static TestMedia x264(String name, int gop) {
        return TestMedia.clip("cut-" + name)
                .codecs("libx264", "aac")
                .gop(gop)
                .with("-bf", "3", "-keyint_min", "" + gop);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            every-key   | f7-f83                    | lossless
            gop-12      | f25-f107                  | smart
            gop-12      | f24-f108                  | lossless
            gop-12      | f5-f40,f50-f53,f70-f110   | smart
            gop-12      | f70-f110,f5-f40           | smart
            gop-250     | f100-f310                 | smart
            gop-600     | f30-f200                  | encode
            mkv         | f20-f101                  | smart
            mkv         | f5-f50,f70-f110           | smart
            ts          | f20-f101                  | smart
            ts          | f5-f50,f70-f110           | smart
            mov         | f20-f101                  | smart
            fragments   | f20-f101                  | smart
            variable    | f20-f101                  | smart
            variable    | f5-f50,f70-f110           | smart
            two-sounds  | f20-f101                  | smart
            baseline    | f20-f101                  | smart
            baseline    | f0-f41                    | lossless
            main        | f20-f101                  | smart
            turned      | f20-f101                  | smart
            wide-pixels | f20-f101                  | smart
            open        | f20-f101                  | encode
            deep        | f20-f71                   | encode
            vp9         | f20-f101                  | smart
            vp9         | f5-f50,f70-f110           | smart
            """)
    void aCutShowsExactlyTheFramesAskedFor(String name, String keeps, String way) throws Exception {
        Path recording = source(name).make();
        ContentHash before = Hashing.of(recording, _ -> {});
        Cuts cuts = Cuts.into(folder);
        Cut cut = cuts.of(recording, keeps);
        assertThat(Cuts.numbers(cuts.file())).isEqualTo(Cuts.frames(keeps));
        assertThat(cut.way()).isEqualTo(way);
        assertThat(cut.checks()).allMatch(check -> check.passed());
        assertThat(Hashing.of(recording, _ -> {})).isEqualTo(before);
        inSync(source(name), cuts.file(), keeps);
        assertThat(cut.facts().video().orElseThrow().rotation()).isEqualTo(name.equals("turned") ? 90 : 0);
        assertThat(cut.facts().audio()).hasSize(name.equals("two-sounds") ? 2 : 1);
        try (var left = Files.list(folder.resolve("scratch"))) {
            assertThat(left).isEmpty();
        }
    }

    /// Every beep that lies well inside a piece is heard where its picture is shown.
    private static void inSync(TestMedia source, Path file, String keeps) throws Exception {
        List<Double> wanted = new ArrayList<>();
        double made = 0;
        for (String keep : keeps.split(",")) {
            List<Integer> frames = Cuts.frames(keep);
            double in = source.timeMs(frames.getFirst());
            double out = source.timeMs(frames.getLast() + 1);
            for (double beep = 0; beep < out - 60; beep += 1000) {
                if (beep > in + 60) {
                    wanted.add(made + beep - in);
                }
            }
            made += out - in;
        }
        List<Double> heard = Cuts.beeps(file, 0);
        for (double beep : wanted) {
            assertThat(heard).as("a beep at " + beep).anyMatch(at -> Math.abs(at - beep) <= SYNC_MS);
        }
    }

    @Test
    void nearlyAllOfAMinuteIsCopiedByteForByte() throws Exception {
        Path source = x264("minute", 60).size(160, 90).frames(2100).make();
        Cuts cuts = Cuts.into(folder);
        Cut cut = cuts.of(source, "00:00:02.5-00:01:08.2");
        assertThat(cut.copiedRatio()).isGreaterThan(0.95);
        assertThat(Cuts.numbers(cuts.file())).isEqualTo(Cuts.frames("f75-f2046"));
        assertThat(cut.checks()).anySatisfy(check -> assertThat(check.name()).isEqualTo("copies"));
    }

    @Test
    void copyingAloneMovesTheEndsAndSaysSo() throws Exception {
        Path source = source("gop-12").make();
        Cuts cuts = Cuts.into(folder).mode(CutMode.LOSSLESS);
        Cut cut = cuts.of(source, "f30-f101");
        Cut.KeptPiece piece = cut.pieces().getFirst();
        assertThat(piece.firstFrame()).isEqualTo(24);
        assertThat(piece.moved().start()).isEqualTo(-6);
        assertThat(piece.endFrame()).isGreaterThanOrEqualTo(101);
        assertThat(piece.moved().end()).isEqualTo(piece.endFrame() - 101);
        assertThat(Cuts.numbers(cuts.file())).isEqualTo(Cuts.frames("f24-f" + piece.endFrame()));
        assertThat(cut.copiedRatio()).isEqualTo(1);
    }

    @Test
    void hevcIsJoinedWhenTheSystemHasAnEncoderAndEncodedOtherwise() throws Exception {
        Path recording = source("hevc").make();
        Cuts joined = Cuts.into(folder).encodingHevcBy(OutsideFfmpeg.program());
        Cut cut = joined.of(recording, "f5-f50,f70-f110");
        assertThat(Cuts.numbers(joined.file())).isEqualTo(Cuts.frames("f5-f50,f70-f110"));
        assertThat(cut.way()).isEqualTo("smart");
        assertThat(cut.facts().video().orElseThrow().codec()).isEqualTo("hevc");

        Cuts alone = Cuts.into(folder).named("alone");
        Cut encoded = alone.of(recording, "f20-f101");
        assertThat(Cuts.numbers(alone.file())).isEqualTo(Cuts.frames("f20-f101"));
        assertThat(encoded.pieces().getFirst().parts().getFirst().why()).isEqualTo("no-encoder");
    }

    @Test
    void encodingEverythingIsExactToo() throws Exception {
        Cuts cuts = Cuts.into(folder).mode(CutMode.ENCODE);
        Cut cut = cuts.of(source("gop-12").make(), "f5-f40,f50-f110");
        assertThat(Cuts.numbers(cuts.file())).isEqualTo(Cuts.frames("f5-f40,f50-f110"));
        assertThat(cut.copiedRatio()).isZero();
        assertThat(cut.sound().getFirst().how()).isEqualTo("encoded");
        inSync(source("gop-12"), cuts.file(), "f5-f40,f50-f110");
    }

    @Test
    void whatCannotBeExactIsRefusedWhereOnlyCopiesAndEdgesAreAllowed() {
        assertThatThrownBy(() ->
                        Cuts.into(folder).mode(CutMode.SMART).of(source("open").make(), "f20-f101"))
                .isInstanceOfSatisfying(MediaException.class, e -> {
                    assertThat(e.code()).isEqualTo(MediaException.Code.CUT_REFUSED);
                    assertThat(e.arguments().getLast()).contains("neighbours");
                });
    }

    @ParameterizedTest
    @CsvSource({"mkv, mp4", "mp4, mkv", "mp4, ts", "ts, mp4", "mov, mp4"})
    void aCutMayGoIntoAnotherContainer(String from, String to) throws Exception {
        String name = from.equals("mp4") ? "gop-12" : from;
        Cuts cuts = Cuts.into(folder).as(to);
        Cut cut = cuts.of(source(name).make(), "f20-f101");
        assertThat(Cuts.numbers(cuts.file())).isEqualTo(Cuts.frames("f20-f101"));
        assertThat(cut.way()).isEqualTo("smart");
        inSync(source(name), cuts.file(), "f20-f101");
    }

    @Test
    void aRecordingThatBeginsLateOrHasAnEditListIsCutByWhatIsShown() throws Exception {
        Path late = folder.resolve("late.mp4");
        TestMedia.ffmpeg(List.of("-itsoffset", "1.3", "-i", "" + source("mov").make(), "-c", "copy", "" + late));
        Cuts cuts = Cuts.into(folder);
        cuts.of(late, "f20-f101");
        assertThat(Cuts.numbers(cuts.file())).isEqualTo(Cuts.frames("f20-f101"));

        Path edited = folder.resolve("edited.mp4");
        TestMedia.ffmpeg(List.of("-ss", "1.5", "-i", "" + source("mov").make(), "-c", "copy", "" + edited));
        int first = Cuts.numbers(edited).getFirst();
        cuts.of(edited, "f5-f50");
        assertThat(Cuts.numbers(cuts.file())).isEqualTo(Cuts.frames("f" + (first + 5) + "-f" + (first + 50)));
    }

    @Test
    void likeRecordingsAreJoinedByCopyingAndOthersAreMadeLikeTheFirst() throws Exception {
        Path first = source("gop-12").make();
        Path other = TestMedia.clip("cut-other")
                .size(640, 480)
                .fps("25")
                .frames(50)
                .sound("mono", 44_100)
                .make();
        Cuts cuts = Cuts.into(folder).joining(first, other);
        Cut cut = cuts.of(first, "f5-f40");
        assertThat(cut.pieces().get(1).parts())
                .hasSize(1)
                .allMatch(part -> part.how().equals("copied"));
        assertThat(cut.pieces().get(2).parts())
                .hasSize(1)
                .allMatch(part -> part.why().equals("unlike-first"));
        assertThat(cut.frames()).isEqualTo(35 + 120 + 60);
        List<Integer> numbers = Cuts.numbers(cuts.file());
        assertThat(numbers.subList(0, 35)).isEqualTo(Cuts.frames("f5-f40"));
        assertThat(numbers.subList(35, 155)).isEqualTo(Cuts.frames("f0-f120"));
        assertThat(cut.facts().video().orElseThrow().width()).isEqualTo(320);
        double second = (35 + 120) / 30.0 * 1000;
        assertThat(Cuts.beeps(cuts.file(), 0)).anyMatch(at -> Math.abs(at - second - 1000) <= SYNC_MS);
    }

    @Test
    void cancellingStopsWithinASecondAndTheNextRunGoesOnFromFinishedParts() throws Exception {
        Path long1 = x264("long", 600).frames(600).make();
        Path other = TestMedia.clip("cut-other-long").size(640, 360).frames(400).make();
        AtomicLong asked = new AtomicLong();
        AtomicReference<CancellableContext> running = new AtomicReference<>();
        CancellableContext job = new CancellableContext(progress -> {
            if (progress.step().equals("cut-sound") && asked.compareAndSet(0, System.nanoTime())) {
                Objects.requireNonNull(running.get()).cancel();
            }
        });
        running.set(job);
        assertThatThrownBy(() -> Cuts.into(folder)
                        .mode(CutMode.ENCODE)
                        .joining(other)
                        .with(job)
                        .of(long1, ""))
                .isInstanceOf(CancellationException.class);
        assertThat(System.nanoTime() - asked.get()).isLessThan(1_000_000_000L);
        try (var files = Files.list(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
        List<String> steps = new ArrayList<>();
        Cuts again = Cuts.into(folder)
                .mode(CutMode.ENCODE)
                .joining(other)
                .with(new CancellableContext(progress -> steps.add(progress.step())));
        again.of(long1, "");
        assertThat(steps).doesNotContain("cut-encode").contains("cut-sound");
        assertThat(Cuts.numbers(again.file()).subList(0, 600)).isEqualTo(Cuts.frames("f0-f600"));
    }

    @Test
    void theRecordingItselfIsNeverWrittenTo() throws Exception {
        Path source = folder.resolve("cut.mp4");
        Files.copy(source("gop-12").make(), source);
        assertThatThrownBy(() -> Cuts.into(folder).of(source, "f5-f40"))
                .isInstanceOfSatisfying(
                        MediaException.class, e -> assertThat(e.code()).isEqualTo(MediaException.Code.CUT_ONTO_SOURCE));
        assertThat(Files.size(source)).isEqualTo(Files.size(source("gop-12").make()));
    }
}
