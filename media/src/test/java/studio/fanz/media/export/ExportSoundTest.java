package studio.fanz.media.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.project.Rendition;
import studio.fanz.kit.TestMedia;
import studio.fanz.media.effect.LoudnessPlan;
import studio.fanz.media.ffmpeg.ChildSoundReader;
import studio.fanz.media.ffmpeg.Ffmpeg;

/// Sound: how loud it is, when it is heard, and from how many channels it was mixed.
class ExportSoundTest {

    @TempDir
    Path folder;

    @Test
    void aQuietRecordingIsTurnedUpToTheTarget() throws Exception {
        Path source = TestMedia.clip("quiet").hearing("0.02*sin(2*PI*440*t)").make();
        Rendition rendition = passing(Exports.into(folder).of(source));
        assertThat(rendition.loudnessBefore().orElseThrow().integratedLufs()).isLessThan(-30);
        assertOnTarget(rendition);
        assertThat(rendition.notes()).doesNotContain("limiter-used");
    }

    @Test
    void aVeryDynamicOneGoesThroughTheLimiterAndStaysUnderItsPeak() throws Exception {
        Path source = TestMedia.clip("dynamic")
                .hearing("if(lt(mod(t,1),0.01),0.9,0.03)*sin(2*PI*440*t)")
                .make();
        Rendition rendition = passing(Exports.into(folder).of(source));
        assertOnTarget(rendition);
        assertThat(rendition.notes()).contains("limiter-used");
    }

    @Test
    void aLoudOneIsTurnedDown() throws Exception {
        Path source = TestMedia.clip("loud").hearing("0.95*sin(2*PI*440*t)").make();
        assertOnTarget(passing(Exports.into(folder).of(source)));
    }

    @Test
    void silenceIsLeftAloneAndSaid() throws Exception {
        Rendition rendition = passing(
                Exports.into(folder).of(TestMedia.clip("silent").hearing("0").make()));
        assertThat(rendition.notes()).contains("silent-left-alone");
        assertThat(rendition.loudnessAfter().orElseThrow().silent()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"mono,48000,aac", "5.1,48000,aac", "stereo,8000,aac", "stereo,44100,aac", "7.1,48000,aac"})
    void anyChannelsAndRateBecomeStereoAtFortyEight(String layout, int rate, String codec) throws Exception {
        Path source = TestMedia.clip("sound-" + layout.replace(".", "") + rate)
                .codecs("libopenh264", codec)
                .sound(layout, rate)
                .hearing("0.2*sin(2*PI*440*t)" + "|0.2*sin(2*PI*440*t)".repeat(channels(layout) - 1))
                .make();
        Rendition rendition = passing(Exports.into(folder).of(source));
        assertThat(rendition.facts().audio().getFirst().sampleRate()).isEqualTo(48_000);
        assertThat(rendition.facts().audio().getFirst().channels()).isEqualTo(2);
        assertThat(rendition.facts().audio().getFirst().profile()).isEqualTo("LC");
        assertOnTarget(rendition);
    }

    @Test
    void aFileWithoutSoundStaysWithoutSound() throws Exception {
        Rendition rendition =
                passing(Exports.into(folder).of(TestMedia.clip("mute").noAudio().make()));
        assertThat(rendition.facts().hasAudio()).isFalse();
        assertThat(rendition.loudnessBefore()).isEmpty();
    }

    @Test
    void beepsAreHeardWhenTheyWereHeardInTheSource() throws Exception {
        Exports made = Exports.into(folder);
        passing(made.of(TestMedia.clip("beeps").make()));
        assertThat(beeps(made.file())).containsExactly(near(1000), near(2000));
    }

    @Test
    void inAMomentBeepsKeepTheirPlaceBesideThePicture() throws Exception {
        Exports made = Exports.into(folder).moment(1500, 3000);
        passing(made.of(TestMedia.clip("beeps").make()));
        assertThat(beeps(made.file())).containsExactly(near(500));
    }

    @Test
    void soundThatBeginsLateIsPaddedAndStaysInTime() throws Exception {
        Path whole = TestMedia.clip("beeps").make();
        Path late = folder.resolve("late.mkv");
        TestMedia.ffmpeg(List.of(
                "-i",
                "file:" + whole,
                "-itsoffset",
                "0.4",
                "-i",
                "file:" + whole,
                "-map",
                "0:v",
                "-map",
                "1:a",
                "-c",
                "copy",
                "file:" + late));
        Exports made = Exports.into(folder);
        passing(made.of(late));
        assertThat(beeps(made.file())).containsExactly(near(400), near(1400), near(2400));
    }

    @Test
    void soundThatBeginsBeforeThePictureIsKeptUnderTheFirstFrame() throws Exception {
        Path whole = TestMedia.clip("beeps").make();
        Path early = folder.resolve("early.mkv");
        TestMedia.ffmpeg(List.of(
                "-itsoffset",
                "1.5",
                "-i",
                "file:" + whole,
                "-i",
                "file:" + whole,
                "-map",
                "0:v",
                "-map",
                "1:a",
                "-c",
                "copy",
                "file:" + early));
        Exports made = Exports.into(folder);
        Rendition rendition = passing(made.of(early));
        assertThat((double) rendition.facts().durationMs()).isCloseTo(4500, within(60.0));
        // Matroska counts from the encoder's own 21 ms in front of the sound.
        assertThat(beeps(made.file())).containsExactly(near(1021), near(2021));
    }

    @Test
    void soundThatGoesOnAfterThePictureIsKeptUnderTheLastFrame() throws Exception {
        Path longer = folder.resolve("longer.mp4");
        TestMedia.ffmpeg(List.of(
                "-i",
                "file:" + TestMedia.clip("beeps").make(),
                "-f",
                "lavfi",
                "-i",
                "sine=440:duration=5:sample_rate=48000",
                "-map",
                "0:v",
                "-map",
                "1:a",
                "-c:v",
                "copy",
                "-c:a",
                "aac",
                "file:" + longer));
        Rendition rendition = passing(Exports.into(folder).of(longer));
        assertThat(rendition.notes()).contains("last-picture-held");
        assertThat((double) rendition.facts().durationMs()).isCloseTo(5000, within(60.0));
    }

    private static int channels(String layout) {
        return switch (layout) {
            case "mono" -> 1;
            case "5.1" -> 6;
            case "7.1" -> 8;
            default -> 2;
        };
    }

    private static void assertOnTarget(Rendition rendition) {
        assertThat(rendition.loudnessAfter().orElseThrow().integratedLufs()).isCloseTo(-14, within(0.5));
        assertThat(rendition.loudnessAfter().orElseThrow().truePeakDbtp()).isLessThanOrEqualTo(LoudnessPlan.MAX_DBTP);
    }

    private static Rendition passing(Rendition rendition) {
        assertThat(rendition.checks()).allMatch(Rendition.Check::passed);
        return rendition;
    }

    /// Beep starts in units of 10 ms: the sound of a codec swells a little early.
    private static long near(long ms) {
        return Math.round(ms / 10.0);
    }

    private static List<Long> beeps(Path file) throws Exception {
        MediaFacts facts = Exports.facts(file);
        List<Long> starts = new ArrayList<>();
        long[] at = {0, -10_000};
        new ChildSoundReader(Ffmpeg.load())
                .read(
                        file,
                        facts,
                        16_000,
                        (samples, length) -> {
                            for (int i = 0; i < length; i++, at[0]++) {
                                if (Math.abs(samples[i]) > 0.05) {
                                    // The beep at 0 loses its first 21 ms to the encoder's own start.
                                    if (at[0] - at[1] > 4_000 && at[0] > 3_000) {
                                        starts.add(Math.round(at[0] / 160.0));
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
