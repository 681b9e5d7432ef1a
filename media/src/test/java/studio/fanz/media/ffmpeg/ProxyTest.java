package studio.fanz.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.kit.TestMedia;
import studio.fanz.media.MediaException;
import studio.fanz.media.play.Player;
import studio.fanz.media.play.PlayerFrame;
import studio.fanz.media.play.ProxyMaker;
import studio.fanz.media.play.SilentOut;

class ProxyTest {

    /// A picture's painted number and its moment.
    private record Seen(int painted, long us) {}

    @TempDir
    private Path folder;

    private static MediaFacts facts(Path file) throws MediaException {
        return new FfprobeProber(Ffmpeg.load()).probe(file, JobContext.silent());
    }

    private static List<Seen> all(PreviewPictures pictures) throws MediaException {
        var seen = new ArrayList<Seen>();
        var buffers = new FrameBuffers(3);
        try (pictures) {
            do {
                var shown = pictures.render(1280, 1280, buffers);
                var frame = new PlayerFrame(0, 0, shown.width(), shown.height(), shown.bgra(), () -> {});
                seen.add(new Seen(Paint.numberOn(frame), shown.us()));
            } while (pictures.advance());
        }
        return seen;
    }

    private void same(Path source) throws MediaException {
        MediaFacts facts = facts(source);
        VideoFacts video = facts.video().orElseThrow();
        Path proxy = folder.resolve("proxy.mp4");
        long made = new ChildProxyMaker(Ffmpeg.load()).make(source, facts, proxy, JobContext.silent());
        PreviewPictures pictures = PreviewPictures.open(InputFile.open(source), video, () -> false);
        long start = pictures.startUs();
        List<Seen> original = all(pictures);
        List<Seen> small = all(PreviewPictures.proxy(InputFile.open(proxy), video, start, () -> false));
        assertThat(small).isEqualTo(original);
        assertThat(made).isEqualTo(original.size());
    }

    @Test
    void every_picture_of_a_proxy_stands_at_the_moment_of_its_original() throws MediaException {
        same(TestMedia.clip("uneven").variableRate().make());
        same(TestMedia.clip("ntsc")
                .frames(60)
                .fps("30000/1001")
                .container("mov")
                .make());
        same(TestMedia.clip("stream").frames(60).container("ts").make());
        same(TestMedia.clip("box").frames(60).container("mkv").make());
        same(TestMedia.clip("deep")
                .frames(20)
                .codecs("mpeg4", "aac")
                .container("avi")
                .make());
        same(TestMedia.clip("turned").frames(20).size(640, 360).make());
    }

    @Test
    void a_picture_that_begins_after_the_sound_keeps_its_distance() throws MediaException {
        Path late = folder.resolve("late.mp4");
        TestMedia.ffmpeg(List.of(
                "-itsoffset",
                "0.537",
                "-i",
                "file:" + TestMedia.clip("numbers").frames(60).noAudio().make(),
                "-f",
                "lavfi",
                "-i",
                "sine=d=3",
                "-c:v",
                "copy",
                "-c:a",
                "aac",
                "file:" + late));
        same(late);
    }

    @Test
    void nothing_drifts_over_an_hour() throws MediaException {
        // 61 pictures a minute and 17 milliseconds apart, and every third a little later.
        Path hour = TestMedia.clip("hour")
                .frames(61)
                .noAudio()
                .with(
                        "-vf",
                        "settb=1/90000,setpts='N*5401530+mod(N\\,3)*7'",
                        "-fps_mode",
                        "passthrough",
                        "-enc_time_base",
                        "1:90000",
                        "-video_track_timescale",
                        "90000")
                .make();
        assertThat(facts(hour).durationMs()).isGreaterThan(3_600_000);
        same(hour);
    }

    @Test
    void proxies_are_for_what_is_slow_to_go_to() throws MediaException {
        var maker = new ChildProxyMaker(Ffmpeg.load());
        Path quick = TestMedia.clip("numbers").frames(120).make();
        Path slow = TestMedia.clip("minute").frames(1_200).gop(250).make();
        assertThat(maker.wanted(quick, facts(quick), JobContext.silent())).isFalse();
        assertThat(maker.wanted(slow, facts(slow), JobContext.silent())).isTrue();
        Path uneven = TestMedia.clip("uneven").variableRate().make();
        assertThat(ProxyMaker.wantedBy(facts(uneven).video().orElseThrow())).isTrue();
        Path song = TestMedia.clip("song").frames(15).noVideo().container("m4a").make();
        assertThat(maker.wanted(song, facts(song), JobContext.silent())).isFalse();
    }

    @Test
    void a_player_goes_on_from_the_proxy_without_a_jump() throws Exception {
        Path source = TestMedia.clip("uneven-sound").frames(120).variableRate().make();
        Path proxy = folder.resolve("switch.mp4");
        new ChildProxyMaker(Ffmpeg.load()).make(source, facts(source), proxy, JobContext.silent());
        var nanos = new AtomicLong();
        var painted = new ArrayList<Integer>();
        Player.Listener screen = new Player.Listener() {
            @Override
            public void frame(PlayerFrame frame) {
                painted.add(Paint.numberOn(frame));
                frame.release().run();
            }

            @Override
            public void state(Player.State state) {}

            @Override
            public void failed(MediaException problem) {
                throw new AssertionError(problem);
            }
        };
        var line = new SilentOut(nanos::get);
        try (var deck = new PreviewDeck(screen, () -> Optional.of(line), () -> false, nanos::get)) {
            deck.open(source, facts(source));
            deck.proxy(folder.resolve("none.mp4"));
            assertThat(deck.stats().proxy()).isFalse();
            deck.play();
            while (painted.getLast() < 119) {
                nanos.addAndGet(3_000_000);
                deck.pump();
                if (painted.getLast() == 60 && !deck.stats().proxy()) {
                    deck.proxy(proxy);
                }
            }
            assertThat(deck.stats().proxy()).isTrue();
            assertThat(painted).isEqualTo(IntStream.range(0, 120).boxed().toList());
            deck.seek(TestMedia.clip("uneven-sound").variableRate().timeMs(77) + 1);
            assertThat(painted.getLast()).isEqualTo(77);
            deck.step(-1);
            assertThat(painted.getLast()).isEqualTo(76);
        }
    }
}
