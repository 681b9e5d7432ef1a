package studio.fanz.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.fanz.core.asset.Loudness;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.store.StoreException;
import studio.fanz.core.time.Span;
import studio.fanz.kit.TestMedia;
import studio.fanz.media.MediaException;
import studio.fanz.media.frame.SoundReader;
import studio.fanz.media.probe.SilenceDetector;
import studio.fanz.media.probe.Waveform;

class SoundPassTest {

    private static final int RATE = 8000;

    @TempDir
    Path folder;

    private static Loudness pass(Path file, SoundReader.Sink sink) throws MediaException {
        MediaFacts facts = new FfprobeProber(Ffmpeg.load()).probe(file, JobContext.silent());
        return new ChildSoundPass(Ffmpeg.load()).run(file, facts, RATE, sink, JobContext.silent());
    }

    private static TestMedia tone(String expression) {
        return TestMedia.clip("tone")
                .noVideo()
                .codecs("", "pcm_s24le")
                .container("wav")
                .frames(300)
                .hearing(expression);
    }

    @Test
    void a_tone_measures_what_the_standard_says() throws MediaException {
        // EBU Tech 3341, case 1: a stereo sine of 1 kHz at -23 dBFS is -23 LUFS.
        Loudness loudness = pass(tone("0.0707946*sin(2*PI*1000*t)").make(), (_, _) -> true);
        assertThat(loudness.integratedLufs()).isCloseTo(-23, within(0.1));
        assertThat(loudness.truePeakDbtp()).isCloseTo(-23, within(0.2));
        assertThat(loudness.lra()).isLessThan(0.1);
    }

    @Test
    void silence_has_no_loudness() throws MediaException {
        Loudness loudness = pass(tone("0").make(), (_, _) -> true);
        assertThat(loudness.silent()).isTrue();
        assertThat(loudness.integratedLufs()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(loudness.truePeakDbtp()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void one_decoding_gives_loudness_waveform_and_silences() throws MediaException, StoreException {
        Waveform.Collector waveform = new Waveform.Collector(RATE);
        SilenceDetector silences = new SilenceDetector(RATE, 2000);
        Loudness loudness = pass(
                tone("0.5*sin(2*PI*440*t)*(1-between(t,3,6))").make(),
                (samples, length) -> waveform.accept(samples, length) && silences.accept(samples, length));
        assertThat(loudness.integratedLufs()).isBetween(-12.0, -5.0);
        List<Span> found = silences.finish();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().startMs()).isBetween(2980L, 3040L);
        assertThat(found.getFirst().endMs()).isBetween(5960L, 6020L);
        Path file = folder.resolve("wave.bin");
        waveform.finish().write(file);
        Waveform read = Waveform.read(file);
        assertThat(read.perSecond()).isEqualTo(100);
        assertThat(read.peaks().length).isEqualTo(1000);
        assertThat(read.at(100)).isCloseTo(0.5f, within(0.02f));
        assertThat(read.at(450)).isZero();
    }

    @Test
    void every_layout_can_be_metered() throws MediaException {
        for (String layout : List.of("mono", "5.1", "7.1")) {
            TestMedia clip = TestMedia.clip("metered")
                    .noVideo()
                    .sound(layout, 44_100)
                    .codecs("", "pcm_s16le")
                    .container("mov");
            assertThat(pass(clip.make(), (_, _) -> true).silent()).as(layout).isFalse();
        }
    }
}
