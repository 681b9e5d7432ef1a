package studio.fanz.media.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.project.Rendition;
import studio.fanz.kit.TestMedia;
import studio.fanz.media.ffmpeg.ChildPictureReader;
import studio.fanz.media.ffmpeg.Ffmpeg;
import studio.fanz.media.frame.TimedPicture;

class ExportTest {

    @TempDir
    Path folder;

    @Test
    void theWholeFileComesOutFrameByFrameAndPassesItsChecks() throws Exception {
        Exports made = Exports.into(folder);
        Rendition rendition = made.of(TestMedia.clip("whole").make());
        assertThat(rendition.checks()).allMatch(Rendition.Check::passed);
        assertThat(rendition.encoder()).isEqualTo("libopenh264");
        assertThat(rendition.framing()).isEqualTo("as-is");
        assertThat(rendition.facts().indexFirst()).isTrue();
        assertThat(rendition.facts().editList()).isFalse();
        assertThat(numbers(made.file(), 90)).isEqualTo(upTo(0, 90));
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(made.file());
        }
    }

    @Test
    void aMomentBeginsAndEndsAtTheFramesNearestToItsLabels() throws Exception {
        Exports made = Exports.into(folder).moment(1010, 2020);
        Rendition rendition = made.of(TestMedia.clip("moment").gop(90).make());
        assertThat(rendition.checks()).allMatch(Rendition.Check::passed);
        assertThat(numbers(made.file(), 31)).isEqualTo(upTo(30, 61));
    }

    private static List<Integer> upTo(int from, int to) {
        return LongStream.range(from, to).mapToInt(n -> (int) n).boxed().toList();
    }

    private static List<Integer> numbers(Path file, int frames) throws Exception {
        MediaFacts facts = Exports.facts(file);
        List<Long> times = new ArrayList<>();
        for (int n = 0; n < frames; n++) {
            times.add(n * 1000L / 30 + 5);
        }
        return new ChildPictureReader(Ffmpeg.load())
                .at(file, facts, times, 320, 320, JobContext.silent()).stream()
                        .map(TimedPicture::picture)
                        .map(TestMedia::numberOn)
                        .toList();
    }
}
