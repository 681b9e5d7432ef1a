package studio.fanz.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.time.Rational;
import studio.fanz.media.MediaException;
import studio.fanz.media.frame.TimedPicture;

/// The bundled recording, whose properties are known.
class SampleReadingTest {

    private static final Path SAMPLE = Path.of(System.getProperty("fanz.assets"), "sample", "first-steps.mp4");

    private final JobContext job = JobContext.silent();

    @Test
    void its_facts_are_those_it_was_made_with() throws MediaException {
        MediaFacts facts = new FfprobeProber(Ffmpeg.load()).probe(SAMPLE, job);
        assertThat(facts.kind()).isEqualTo(AssetKind.VIDEO);
        assertThat(facts.container()).isEqualTo("mp4");
        assertThat(facts.durationMs()).isBetween(48_600L, 48_640L);
        assertThat(facts.indexFirst()).isTrue();
        assertThat(facts.editList()).isFalse();
        VideoFacts video = facts.video().orElseThrow();
        assertThat(video.frames()).isEqualTo(1458);
        assertThat(video.frameRate()).isEqualTo(new Rational(30, 1));
        assertThat(video.variableRate()).isFalse();
        assertThat(facts.audio().getFirst().sampleRate()).isEqualTo(48_000);
    }

    @Test
    void pictures_come_at_the_times_asked_for() throws MediaException {
        MediaFacts facts = new FfprobeProber(Ffmpeg.load()).probe(SAMPLE, job);
        List<TimedPicture> pictures = new ChildPictureReader(Ffmpeg.load())
                .at(SAMPLE, facts, List.of(0L, 5899L, 5900L, 26_900L, 99_000L), 320, 320, job);
        assertThat(pictures).extracting(TimedPicture::timeMs).containsExactly(0L, 5867L, 5900L, 26_900L, 48_567L);
        assertThat(pictures)
                .allMatch(p -> p.picture().width() == 320 && p.picture().height() == 180);
        assertThat(pictures.get(3).picture().at(160, 90) & 0xFF).isLessThan(4);
    }

    @Test
    void key_frames_are_read_at_their_distance() throws MediaException {
        MediaFacts facts = new FfprobeProber(Ffmpeg.load()).probe(SAMPLE, job);
        List<Long> times = new ArrayList<>();
        new ChildPictureReader(Ffmpeg.load()).keyFrames(SAMPLE, facts, 5000, 160, 160, p -> times.add(p.timeMs()), job);
        assertThat(times).hasSizeBetween(5, 10).isSorted();
    }

    @Test
    void all_its_sound_is_heard() throws MediaException {
        MediaFacts facts = new FfprobeProber(Ffmpeg.load()).probe(SAMPLE, job);
        long[] samples = new long[1];
        double[] energy = new double[1];
        new ChildSoundReader(Ffmpeg.load())
                .read(
                        SAMPLE,
                        facts,
                        16_000,
                        (block, length) -> {
                            samples[0] += length;
                            for (int i = 0; i < length; i++) {
                                energy[0] += block[i] * block[i];
                            }
                            return true;
                        },
                        job);
        assertThat(samples[0] / 16_000.0).isBetween(48.59, 48.65);
        assertThat(energy[0] / samples[0]).isGreaterThan(1e-4);
    }
}
