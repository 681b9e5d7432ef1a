package studio.fanz.media.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.ContentHash;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.project.Rendition;
import studio.fanz.core.timeline.Cutting;
import studio.fanz.core.timeline.FirstTimeline;
import studio.fanz.core.timeline.Timeline;
import studio.fanz.kit.TestMedia;
import studio.fanz.media.ffmpeg.ChildPictureReader;
import studio.fanz.media.ffmpeg.ChildSoundReader;
import studio.fanz.media.ffmpeg.Ffmpeg;
import studio.fanz.media.frame.TimedPicture;
import studio.fanz.media.render.Montage;

/// A cut recording: exactly the frames that are kept come out, and sound stays with its picture over every seam.
class ExportCutTest {

    @TempDir
    Path folder;

    @Test
    void exactlyTheKeptFramesComeOutInOrder() throws Exception {
        Path source = TestMedia.clip("to-cut").frames(150).gop(60).make();
        Exports made = Exports.into(folder);
        Rendition rendition =
                passing(made.cut(cut(source, 20, 50, 60, 61, 100, 145)).of(source));
        assertThat(numbers(made.file(), 30)).isEqualTo(kept(150, 20, 50, 60, 61, 100, 145));
        assertThat(rendition.facts().durationMs()).isBetween(2400L, 2520L);
    }

    @Test
    void piecesFarApartAreReachedBySeekingAndAreAsExact() throws Exception {
        Path source = TestMedia.clip("far-apart").frames(900).gop(90).make();
        Montage cut = cut(source, 0, 300, 330, 640, 650, 850);
        assertThat(cut.readings()).hasSizeGreaterThan(1);
        Exports made = Exports.into(folder);
        passing(made.cut(cut).of(source));
        assertThat(numbers(made.file(), 30)).isEqualTo(kept(900, 0, 300, 330, 640, 650, 850));
    }

    @Test
    void aFractionalRateInMatroskaIsCutByFramesToo() throws Exception {
        Path source = TestMedia.clip("ntsc-cut")
                .frames(150)
                .fps("30000/1001")
                .container("mkv")
                .make();
        Exports made = Exports.into(folder).rate(30_000, 1001);
        passing(made.cut(cut(source, 7, 31, 90, 120, 145, 150)).of(source));
        assertThat(numbers(made.file(), 30_000 / 1001.0)).isEqualTo(kept(145, 7, 31, 90, 120));
    }

    @Test
    void anUnevenRateIsConformedAndStaysInTime() throws Exception {
        TestMedia clip = TestMedia.clip("vfr-cut").frames(160).variableRate();
        Path source = clip.make();
        Montage cut = cut(source, 30, 60);
        Exports made = Exports.into(folder);
        made.rate(cut.rate().num(), cut.rate().den());
        passing(made.cut(cut).of(source));
        double frameMs = 1000 / cut.rate().toDouble();
        List<Integer> shown = numbers(made.file(), cut.rate().toDouble());
        for (int n = 0; n < shown.size(); n++) {
            double wanted = (n < 30 ? n : n + 30) * frameMs;
            assertThat(clip.timeMs(shown.get(n)) - wanted).as("frame %d", n).isBetween(-51.0, frameMs);
        }
    }

    @Test
    void beepsStayWithTheirFramesAfterEverySeam() throws Exception {
        // A beep begins at every full second; a third of a second goes before each of the first eight.
        Path source = TestMedia.clip("beeps-cut").frames(360).make();
        long[] removed = new long[16];
        for (int i = 0; i < 8; i++) {
            removed[2 * i] = 30L * i + 15;
            removed[2 * i + 1] = 30L * i + 25;
        }
        Exports made = Exports.into(folder);
        passing(made.cut(cut(source, removed)).of(source));
        List<Integer> frames = numbers(made.file(), 30);
        List<Double> heard = beeps(made.file());
        assertThat(heard).hasSize(11);
        for (int i = 0; i < heard.size(); i++) {
            double shown = frames.indexOf(30 * (i + 1)) / 30.0;
            assertThat(Math.abs(heard.get(i) - shown)).as("beep %d", i + 1).isLessThan(0.5 / 30);
        }
    }

    @Test
    void aMomentOfACutIsCountedInTheCut() throws Exception {
        Path source = TestMedia.clip("to-cut").frames(150).gop(60).make();
        Exports made = Exports.into(folder).moment(500, 1500);
        passing(made.cut(cut(source, 20, 50)).of(source));
        assertThat(numbers(made.file(), 30)).isEqualTo(kept(150, 20, 50).subList(15, 45));
    }

    @Test
    void hundredsOfPiecesAreNoObstacle() throws Exception {
        Path source = TestMedia.clip("pieces").frames(1200).gop(60).make();
        long[] removed = IntStream.range(0, 200)
                .flatMap(i -> IntStream.of(6 * i + 3, 6 * i + 5))
                .mapToLong(i -> i)
                .toArray();
        Exports made = Exports.into(folder);
        passing(made.cut(cut(source, removed)).of(source));
        assertThat(numbers(made.file(), 30)).isEqualTo(kept(1200, removed));
    }

    /// A recording of which some stretches were cut out.
    ///
    /// @param removed frames `from`, `to`, `from`, `to` of the recording, in order
    static Montage cut(Path source, long... removed) throws Exception {
        Asset asset = new Asset(
                new Asset.Id(new UUID(0, 1)),
                new ContentHash("0".repeat(64)),
                source,
                "cut",
                Exports.facts(source),
                java.time.Instant.EPOCH);
        Timeline line = FirstTimeline.of(asset);
        long end = removed[removed.length - 1];
        if (source.toString().endsWith(".mkv")) {
            // Matroska tells its length, sound included, in milliseconds only.
            line = Cutting.ripple(line, end, line.length());
        }
        for (int i = removed.length - 2; i >= 0; i -= 2) {
            line = Cutting.ripple(line, removed[i], removed[i + 1]);
        }
        return Montage.of(line, List.of(Montage.Reel.of(source, asset.facts())), _ -> 0, source);
    }

    static List<Integer> kept(int frames, long... removed) {
        List<Integer> kept = new ArrayList<>();
        for (int n = 0; n < frames; n++) {
            boolean out = false;
            for (int i = 0; i < removed.length; i += 2) {
                out |= n >= removed[i] && n < removed[i + 1];
            }
            if (!out) {
                kept.add(n);
            }
        }
        return kept;
    }

    /// The numbers painted on all frames of a file.
    static List<Integer> numbers(Path file, double rate) throws Exception {
        long frames = Exports.facts(file).video().orElseThrow().frames();
        List<Long> times = new ArrayList<>();
        for (int n = 0; n < frames; n++) {
            times.add((long) (n * 1000 / rate + 5));
        }
        return new ChildPictureReader(Ffmpeg.load())
                .at(file, Exports.facts(file), times, 320, 320, JobContext.silent()).stream()
                        .map(TimedPicture::picture)
                        .map(TestMedia::numberOn)
                        .toList();
    }

    private static Rendition passing(Rendition rendition) {
        assertThat(rendition.checks()).allMatch(Rendition.Check::passed);
        return rendition;
    }

    /// Seconds at which beeps begin, the one at 0 left out.
    static List<Double> beeps(Path file) throws Exception {
        List<Double> starts = new ArrayList<>();
        long[] at = {0, -10_000};
        new ChildSoundReader(Ffmpeg.load())
                .read(
                        file,
                        Exports.facts(file),
                        16_000,
                        (samples, length) -> {
                            for (int i = 0; i < length; i++, at[0]++) {
                                if (Math.abs(samples[i]) > 0.1) {
                                    if (at[0] - at[1] > 4_000 && at[0] > 3_000) {
                                        starts.add(at[0] / 16_000.0);
                                    }
                                    at[1] = at[0];
                                }
                            }
                            return true;
                        },
                        JobContext.silent());
        return starts;
    }
}
