package studio.fanz.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.asset.Shot;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;
import studio.fanz.media.frame.FramePass;
import studio.fanz.media.vision.ShotDetector;

class SampleShotsTest {

    private static final Path SAMPLE = Path.of(System.getProperty("fanz.assets"), "sample", "first-steps.mp4");

    @Test
    void every_cut_is_found_at_its_frame_and_the_cross_fade_is_one_boundary() throws MediaException {
        MediaFacts facts = new FfprobeProber(Ffmpeg.load()).probe(SAMPLE, JobContext.silent());
        ShotDetector detector = new ShotDetector();
        new ChildFramePass(Ffmpeg.load())
                .run(
                        SAMPLE,
                        facts,
                        List.of(detector),
                        new FramePass.Stills(5000, 320, 320, _ -> {}),
                        JobContext.silent());
        List<Shot> shots = detector.finish(facts.durationMs());
        assertThat(shots).extracting(Shot::startFrame).contains(0L, 177L, 366L, 482L, 629L, 801L, 816L, 1059L, 1347L);
        assertThat(shots).hasSize(10);
        Shot hubble = shots.get(8);
        assertThat(hubble.kind()).isEqualTo(Shot.Kind.FADE);
        assertThat(hubble.startMs()).isBetween(40_300L, 40_700L);
    }
}
