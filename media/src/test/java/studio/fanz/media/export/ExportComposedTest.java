package studio.fanz.media.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.project.Rendition;
import studio.fanz.core.time.Rational;
import studio.fanz.core.timeline.Clip;
import studio.fanz.core.timeline.Content;
import studio.fanz.core.timeline.Look;
import studio.fanz.core.timeline.Look.Colour;
import studio.fanz.core.timeline.Look.Crop;
import studio.fanz.core.timeline.Look.Keyframe;
import studio.fanz.core.timeline.Sound;
import studio.fanz.core.timeline.Timeline;
import studio.fanz.core.timeline.Track;
import studio.fanz.core.timeline.Transition;
import studio.fanz.kit.Painter;
import studio.fanz.kit.TestMedia;
import studio.fanz.media.ffmpeg.ChildSoundReader;
import studio.fanz.media.ffmpeg.Ffmpeg;
import studio.fanz.media.frame.Picture;
import studio.fanz.media.render.Montage;

/// Timelines of more than cuts: what is laid over, faded, moved, coloured and mixed comes out as it was set.
class ExportComposedTest {

    private static final Rational THIRTY = new Rational(30, 1);

    @TempDir
    Path folder;

    private final List<Path> files = new ArrayList<>();

    @Test
    void gapsAreBlackAndAnotherRecordingFollows() throws Exception {
        Path one = TestMedia.clip("one").make();
        Path other = grey("other", 180);
        Exports made = export(video(clip(1, one, 10, 0, 20), clip(2, other, 0, 30, 15)));
        assertThat(ExportCutTest.numbers(made.file(), 30).subList(0, 20)).isEqualTo(ExportCutTest.kept(30, 0, 10));
        assertThat(light(made, 25)).isLessThan(4);
        assertThat(light(made, 35)).isCloseTo(rgb(180), within(4.0));
    }

    @Test
    void twiceAsFastShowsEverySecondFrame() throws Exception {
        Path one = TestMedia.clip("one").make();
        var media = new Content.Media(id(one), Rational.ZERO, new Rational(2, 1), new Rational(3, 1));
        List<Integer> shown =
                ExportCutTest.numbers(export(video(Clip.of(1, 0, media, 0, 40))).file(), 30);
        for (int n = 0; n < 40; n++) {
            assertThat(shown.get(n)).isBetween(2 * n - 1, 2 * n + 1);
        }
    }

    @Test
    void aCrossFadeBeginsAtTheCutAndMixesInProportion() throws Exception {
        Exports made = export(video(
                clip(1, grey("dark", 40), 0, 0, 30),
                into(Transition.Kind.CROSS_FADE, clip(2, grey("bright", 200), 0, 30, 40))));
        assertThat(light(made, 29)).isCloseTo(rgb(40), within(4.0));
        assertThat(light(made, 40)).isCloseTo(rgb(120), within(6.0));
        assertThat(light(made, 52)).isCloseTo(rgb(200), within(4.0));
        assertThat(Exports.facts(made.file()).video().orElseThrow().frames()).isEqualTo(70);
    }

    @Test
    void aDipGoesThroughBlack() throws Exception {
        Exports made = export(video(
                clip(1, grey("dark", 120), 0, 0, 30),
                into(Transition.Kind.DIP_TO_BLACK, clip(2, grey("bright", 200), 0, 30, 40))));
        assertThat(light(made, 40)).isLessThan(20);
        assertThat(light(made, 20)).isCloseTo(rgb(120), within(4.0));
        assertThat(light(made, 52)).isCloseTo(rgb(200), within(4.0));
    }

    @Test
    void aSmallPictureStandsWhereItWasPutAndOnlyThen() throws Exception {
        Exports made = export(
                video(clip(1, grey("dark", 40), 0, 0, 60)),
                overlay(placed(clip(2, grey("bright", 200), 0, 20, 20), new Keyframe(0, 0.75, 0.75, 0.25, 0, 1))));
        assertThat(at(made, 30, 240, 135)).isCloseTo(rgb(200), within(5.0));
        assertThat(at(made, 30, 190, 135)).isCloseTo(rgb(40), within(5.0));
        assertThat(at(made, 30, 240, 105)).isCloseTo(rgb(40), within(5.0));
        assertThat(at(made, 19, 240, 135)).isCloseTo(rgb(40), within(5.0));
        assertThat(at(made, 40, 240, 135)).isCloseTo(rgb(40), within(5.0));
    }

    @Test
    void aHalfTransparentOneLetsThroughWhatIsBelow() throws Exception {
        Exports made = export(
                video(clip(1, grey("dark", 40), 0, 0, 30)),
                overlay(placed(clip(2, grey("bright", 200), 0, 0, 30), new Keyframe(0, 0.5, 0.5, 1, 0, 0.5))));
        assertThat(light(made, 15)).isCloseTo(rgb(120), within(6.0));
    }

    @Test
    void aQuarterTurnGoesClockwise() throws Exception {
        Path source = boxed("bar", 0.4, 0, 0.6, 0.3);
        Exports made = export(video(placed(clip(1, source, 0, 0, 30), new Keyframe(0, 0.5, 0.5, 1, 90, 1))));
        // What was above the middle is now right of it.
        assertThat(at(made, 10, 160 + 60, 90)).isCloseTo(rgb(200), within(6.0));
        assertThat(at(made, 10, 160, 40)).isCloseTo(rgb(40), within(6.0));
        assertThat(at(made, 10, 20, 90)).isLessThan(6);
    }

    @Test
    void croppedEdgesAreGoneAndTheRestFillsTheFrame() throws Exception {
        Path source = boxed("halves", 0.5, 0, 1, 1);
        Look right = new Look(List.of(), new Crop(0.5, 0.25, 0, 0.25), Colour.AS_IS);
        Exports made = export(video(clip(1, source, 0, 0, 30).with(right, Sound.AS_IS, Optional.empty())));
        assertThat(at(made, 10, 6, 90)).isCloseTo(rgb(200), within(8.0));
        assertThat(at(made, 10, 300, 10)).isCloseTo(rgb(200), within(8.0));
    }

    @Test
    void coloursChangeAsTheirFiguresSay() throws Exception {
        assertThat(coloured(new Colour(1, 1, 1, 0, Optional.empty()), 80)[1])
                .isCloseTo(rgb(80) * Math.pow(2, 1 / 2.2), within(5.0));
        assertThat(coloured(new Colour(0, 2, 1, 0, Optional.empty()), 150)[1])
                .isCloseTo((rgb(150) - 127.5) * 2 + 127.5, within(5.0));
        double[] warm = coloured(new Colour(0, 1, 1, 2000, Optional.empty()), 120);
        assertThat(warm[0] - warm[2]).isGreaterThan(15);
        double[] cool = coloured(new Colour(0, 1, 1, -2000, Optional.empty()), 120);
        assertThat(cool[2] - cool[0]).isGreaterThan(10);
    }

    @Test
    void aLutIsAppliedLast() throws Exception {
        Files.writeString(
                folder.resolve("abc.cube"), "LUT_3D_SIZE 2\n1 1 1\n0 1 1\n1 0 1\n0 0 1\n1 1 0\n0 1 0\n1 0 0\n0 0 0\n");
        double[] inverted = coloured(new Colour(0, 1, 1, 0, Optional.of("abc")), 200);
        assertThat(inverted[1]).isCloseTo(255 - rgb(200), within(5.0));
    }

    @Test
    void musicStepsBackWhileSomebodySpeaks() throws Exception {
        Path music = tone("music", "0.2*sin(2*PI*300*t)");
        Path voice = tone("voice", "if(between(t,1.5,2.5),0.4*sin(2*PI*3000*t),0)");
        Exports made = export(
                video(clip(1, music, 0, 0, 120)),
                audio(clip(2, voice, 0, 0, 120)),
                audio(heard(clip(3, music, 0, 0, 120), new Sound(0, 0, 0, true))));
        double before = level(made, 0.7, 1.3, 300);
        assertThat(level(made, 1.8, 2.4, 300)).isLessThan(before * 0.5);
        assertThat(level(made, 3.3, 3.9, 300)).isCloseTo(before, within(before * 0.15));
    }

    @Test
    void gainAndFadesAreHeard() throws Exception {
        Path tone = tone("tone", "0.2*sin(2*PI*440*t)");
        Exports made = export(
                video(clip(1, tone, 0, 0, 120)),
                audio(heard(clip(2, tone, 0, 0, 60), new Sound(-12, 30, 0, false)), clip(3, tone, 60, 60, 60)));
        double quiet = level(made, 1.3, 1.7, 440);
        assertThat(20 * Math.log10(level(made, 2.5, 3, 440) / quiet)).isCloseTo(12, within(1.0));
        assertThat(level(made, 0.2, 0.3, 440)).isLessThan(quiet * 0.4);
    }

    private double[] coloured(Colour colour, int luma) throws Exception {
        Look look = new Look(List.of(), Crop.NONE, colour);
        Exports made = export(video(clip(1, grey("grey", luma), 0, 0, 20).with(look, Sound.AS_IS, Optional.empty())));
        int rgb = picture(made, 9).at(160, 90);
        return new double[] {rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF};
    }

    private static Path grey(String name, int luma) {
        return TestMedia.clip(name + luma)
                .paint(Painter.plain(luma, 128, 128))
                .frames(90)
                .make();
    }

    private static Path boxed(String name, double left, double top, double right, double bottom) {
        Painter box = (frame, canvas) -> {
            canvas.fill(40, 128, 128);
            canvas.box(left, top, right, bottom, 200, 128, 128);
        };
        return TestMedia.clip(name).paint(box).frames(60).make();
    }

    private static Path tone(String name, String expression) {
        return TestMedia.clip(name).hearing(expression).frames(120).make();
    }

    private static double rgb(int luma) {
        return (luma - 16) * 255.0 / 219;
    }

    private Asset.Id id(Path file) {
        if (!files.contains(file)) {
            files.add(file);
        }
        return new Asset.Id(new UUID(0, files.indexOf(file)));
    }

    private Clip clip(long number, Path file, long fromFrame, long at, long frames) {
        var media = Content.Media.of(id(file), new Rational(fromFrame, 30), new Rational(4, 1));
        return Clip.of(number, 0, media, at, frames);
    }

    private static Clip into(Transition.Kind kind, Clip clip) {
        return clip.with(Look.AS_IS, Sound.AS_IS, Optional.of(new Transition(kind, 20)));
    }

    private static Clip placed(Clip clip, Keyframe... keys) {
        Look look = new Look(List.of(keys), Crop.NONE, Colour.AS_IS);
        return clip.with(look, Sound.AS_IS, Optional.empty());
    }

    private static Clip heard(Clip clip, Sound sound) {
        return clip.with(Look.AS_IS, sound, Optional.empty());
    }

    private static Track video(Clip... clips) {
        return Track.empty(Track.Kind.VIDEO, "").with(Stream.of(clips));
    }

    private static Track overlay(Clip... clips) {
        return Track.empty(Track.Kind.OVERLAY, "").with(Stream.of(clips));
    }

    private static Track audio(Clip... clips) {
        return Track.empty(Track.Kind.AUDIO, "").with(Stream.of(clips));
    }

    private Exports export(Track... tracks) throws Exception {
        Timeline line = new Timeline(THIRTY, List.of(tracks), List.of());
        List<Montage.Reel> reels = new ArrayList<>();
        for (Path file : files) {
            reels.add(Montage.Reel.of(file, Exports.facts(file)));
        }
        Montage cut = Montage.of(line, reels, asset -> (int) asset.value().getLeastSignificantBits(), folder);
        Exports made = Exports.into(folder).cut(cut);
        Rendition rendition = made.of(files.getFirst());
        assertThat(rendition.checks()).allMatch(Rendition.Check::passed);
        return made;
    }

    private static Picture picture(Exports made, int frame) throws Exception {
        return ExportTest.pictures(made.file(), List.of(Math.round(frame * 1000 / 30.0 + 5)))
                .getFirst();
    }

    private static double light(Exports made, int frame) throws Exception {
        return ExportTest.average(picture(made, frame), 60, 120);
    }

    private static double at(Exports made, int frame, int x, int y) throws Exception {
        return picture(made, frame).at(x, y) >> 8 & 0xFF;
    }

    /// How strong a tone is between two seconds.
    private static double level(Exports made, double from, double until, double hertz) throws Exception {
        double[] sums = {0, 0, 0};
        long[] at = {0};
        new ChildSoundReader(Ffmpeg.load())
                .read(
                        made.file(),
                        Exports.facts(made.file()),
                        16_000,
                        (samples, length) -> {
                            for (int i = 0; i < length; i++, at[0]++) {
                                double t = at[0] / 16_000.0;
                                if (t >= from && t < until) {
                                    sums[0] += samples[i] * Math.sin(2 * Math.PI * hertz * t);
                                    sums[1] += samples[i] * Math.cos(2 * Math.PI * hertz * t);
                                    sums[2]++;
                                }
                            }
                            return true;
                        },
                        JobContext.silent());
        return 2 * Math.hypot(sums[0], sums[1]) / sums[2];
    }
}
