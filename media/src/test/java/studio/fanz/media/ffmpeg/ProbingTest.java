package studio.fanz.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.asset.VideoFacts.DynamicRange;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.time.Rational;
import studio.fanz.kit.TestMedia;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;

class ProbingTest {

    @TempDir
    Path folder;

    private static MediaFacts probe(Path file) throws MediaException {
        return new FfprobeProber(Ffmpeg.load()).probe(file, JobContext.silent());
    }

    private static VideoFacts video(Path file) throws MediaException {
        return probe(file).video().orElseThrow();
    }

    @Test
    void turning_is_told_clockwise() throws MediaException {
        VideoFacts portrait = video(TestMedia.clip("portrait").rotated(90).make());
        assertThat(portrait.rotation()).isEqualTo(90);
        assertThat(portrait.displayWidth()).isEqualTo(180);
        assertThat(portrait.displayHeight()).isEqualTo(320);
        assertThat(video(TestMedia.clip("portrait").rotated(270).make()).rotation())
                .isEqualTo(270);
        assertThat(video(TestMedia.clip("portrait").rotated(180).make()).rotation())
                .isEqualTo(180);
    }

    @Test
    void anamorphic_pixels_widen_the_picture_shown() throws MediaException {
        VideoFacts wide = video(TestMedia.clip("wide").pixelAspect("4/3").make());
        assertThat(wide.pixelAspect()).isEqualTo(new Rational(4, 3));
        assertThat(wide.displayWidth()).isEqualTo(427);
    }

    @Test
    void a_variable_rate_is_seen_in_every_container() throws MediaException {
        for (String container : List.of("mp4", "mov", "mkv")) {
            assertThat(video(TestMedia.clip("uneven")
                                    .variableRate()
                                    .container(container)
                                    .make())
                            .variableRate())
                    .as(container)
                    .isTrue();
        }
    }

    @Test
    void a_constant_rate_is_not_taken_for_a_variable_one() throws MediaException {
        for (String container : List.of("mp4", "mov", "mkv", "ts", "flv")) {
            for (String fps : List.of("24000/1001", "25", "60")) {
                assertThat(video(TestMedia.clip("even")
                                        .fps(fps)
                                        .container(container)
                                        .make())
                                .variableRate())
                        .as(container + " at " + fps)
                        .isFalse();
            }
        }
    }

    @Test
    void deep_colour_and_high_dynamic_range_are_recognised() throws MediaException {
        TestMedia pq = TestMedia.clip("pq")
                .codecs("prores_ks", "pcm_s16le")
                .container("mov")
                .pixelFormat("yuv422p10le")
                .tagged("bt2020", "smpte2084", "bt2020nc");
        VideoFacts facts = video(pq.make());
        assertThat(facts.bitDepth()).isEqualTo(10);
        assertThat(facts.dynamicRange()).isEqualTo(DynamicRange.PQ);
        assertThat(facts.primaries()).isEqualTo("bt2020");
        TestMedia hlg = TestMedia.clip("hlg")
                .codecs("libsvtav1", "aac")
                .pixelFormat("yuv420p10le")
                .tagged("bt2020", "arib-std-b67", "bt2020nc");
        assertThat(video(hlg.make()).dynamicRange()).isEqualTo(DynamicRange.HLG);
    }

    @Test
    void a_song_with_a_cover_is_sound() throws MediaException {
        Path song = TestMedia.clip("song")
                .noVideo()
                .codecs("", "libmp3lame")
                .container("mp3")
                .make();
        Path cover = folder.resolve("cover.jpg");
        TestMedia.ffmpeg(List.of("-f", "lavfi", "-i", "color=red:s=64x64", "-frames:v", "1", "file:" + cover));
        Path both = folder.resolve("both.mp3");
        TestMedia.ffmpeg(List.of(
                "-i",
                "file:" + song,
                "-i",
                "file:" + cover,
                "-map",
                "0",
                "-map",
                "1",
                "-c",
                "copy",
                "-disposition:v",
                "attached_pic",
                "file:" + both));
        MediaFacts facts = probe(both);
        assertThat(facts.kind()).isEqualTo(AssetKind.AUDIO);
        assertThat(facts.video()).isEmpty();
        assertThat(facts.container()).isEqualTo("mp3");
        assertThat(facts.durationMs()).isBetween(2950L, 3100L);
    }

    @Test
    void pictures_are_pictures_whatever_they_are_called() throws MediaException, IOException {
        for (String kind : List.of("jpg", "png", "webp", "gif", "bmp", "tiff")) {
            Path picture = folder.resolve("picture." + kind);
            TestMedia.ffmpeg(List.of("-f", "lavfi", "-i", "testsrc=s=63x35", "-frames:v", "1", "file:" + picture));
            Path renamed = folder.resolve("50%d off " + kind + ".mp4");
            Files.copy(picture, renamed);
            for (Path file : List.of(picture, renamed)) {
                MediaFacts facts = probe(file);
                assertThat(facts.kind()).as(file.toString()).isEqualTo(AssetKind.IMAGE);
                assertThat(facts.container()).isEqualTo(kind);
                assertThat(facts.durationMs()).isZero();
                assertThat(facts.video().orElseThrow().width()).isEqualTo(63);
            }
        }
    }

    @Test
    void an_animated_gif_has_a_length() throws MediaException {
        Path gif = folder.resolve("moving.gif");
        TestMedia.ffmpeg(List.of("-f", "lavfi", "-i", "testsrc=s=64x36:r=10", "-t", "2", "file:" + gif));
        MediaFacts facts = probe(gif);
        assertThat(facts.kind()).isEqualTo(AssetKind.VIDEO);
        assertThat(facts.durationMs()).isEqualTo(2000);
    }

    @Test
    void the_place_of_the_index_is_seen() throws MediaException {
        assertThat(probe(TestMedia.clip("late-index").make()).indexFirst()).isFalse();
        assertThat(probe(TestMedia.clip("early-index")
                                .with("-movflags", "+faststart")
                                .make())
                        .indexFirst())
                .isTrue();
    }

    @Test
    void an_edit_that_hides_something_is_seen() throws MediaException {
        assertThat(probe(TestMedia.clip("plain").make()).editList()).isFalse();
        Path trimmed = folder.resolve("trimmed.mp4");
        TestMedia.ffmpeg(
                List.of("-ss", "0.7", "-i", "file:" + TestMedia.clip("plain").make(), "-c", "copy", "file:" + trimmed));
        assertThat(probe(trimmed).editList()).isTrue();
    }

    @Test
    void a_length_nobody_states_is_counted() throws MediaException {
        Path live = folder.resolve("live.webm");
        TestMedia.ffmpeg(List.of(
                "-i",
                "file:"
                        + TestMedia.clip("web")
                                .codecs("libvpx", "libopus")
                                .container("webm")
                                .make(),
                "-c",
                "copy",
                "-live",
                "1",
                "file:" + live));
        MediaFacts facts = probe(live);
        assertThat(facts.container()).isEqualTo("webm");
        assertThat(facts.durationMs()).isBetween(2950L, 3100L);
    }

    @Test
    void times_that_start_far_from_zero_do_not_change_the_length() throws MediaException {
        Path late = folder.resolve("late.ts");
        TestMedia.ffmpeg(List.of(
                "-i",
                "file:" + TestMedia.clip("plain").make(),
                "-c",
                "copy",
                "-output_ts_offset",
                "90000",
                "file:" + late));
        MediaFacts facts = probe(late);
        assertThat(facts.container()).isEqualTo("ts");
        assertThat(facts.durationMs()).isBetween(2950L, 3150L);
    }

    @Test
    void chapters_and_tags_are_counted() throws MediaException, IOException {
        Path list = Files.writeString(folder.resolve("chapters.txt"), """
                ;FFMETADATA1
                title=a\\=b\\;c
                [CHAPTER]
                TIMEBASE=1/1000
                START=0
                END=1000
                [CHAPTER]
                TIMEBASE=1/1000
                START=1000
                END=3000
                """);
        Path file = folder.resolve("chapters.mkv");
        TestMedia.ffmpeg(List.of(
                "-i",
                "file:" + TestMedia.clip("plain").make(),
                "-f",
                "ffmetadata",
                "-i",
                "file:" + list,
                "-map_metadata",
                "1",
                "-c",
                "copy",
                "file:" + file));
        MediaFacts facts = probe(file);
        assertThat(facts.chapters()).isEqualTo(2);
        assertThat(facts.tags()).containsEntry("title", "a=b;c");
    }

    @Test
    void what_is_no_recording_is_refused_with_a_reason() throws IOException {
        assertRefused(folder.resolve("not-there.mp4"), Code.FILE_MISSING);
        assertRefused(Files.createFile(folder.resolve("empty.mp4")), Code.FILE_EMPTY);
        assertRefused(folder, Code.FILE_UNREADABLE);
        assertRefused(Files.writeString(folder.resolve("text.mp4"), "Dear diary,\n".repeat(500)), Code.NOT_MEDIA);
        assertRefused(
                Files.writeString(folder.resolve("subtitles.mp4"), "1\n00:00:01,000 --> 00:00:02,000\nHello\n"),
                Code.NOT_MEDIA);
        byte[] whole = Files.readAllBytes(TestMedia.clip("late-index").make());
        assertRefused(
                Files.write(folder.resolve("half.mp4"), java.util.Arrays.copyOf(whole, whole.length / 2)),
                Code.DAMAGED);
        byte[] early = Files.readAllBytes(
                TestMedia.clip("early-index").with("-movflags", "+faststart").make());
        assertRefused(
                Files.write(folder.resolve("cut.mp4"), java.util.Arrays.copyOf(early, early.length / 2)), Code.DAMAGED);
    }

    @Test
    void a_playlist_opens_nothing_else() throws IOException {
        Path clip = Files.copy(TestMedia.clip("plain").container("ts").make(), folder.resolve("clip.ts"));
        assertRefused(
                Files.writeString(
                        folder.resolve("list.mp4"),
                        "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:3,\n" + clip + "\n#EXT-X-ENDLIST\n"),
                Code.NOT_MEDIA);
        assertRefused(
                Files.writeString(folder.resolve("list.ts"), "ffconcat version 1.0\nfile '" + clip + "'\n"),
                Code.NOT_MEDIA);
        assertRefused(Files.writeString(folder.resolve("sdp.mp4"), """
                        v=0
                        o=- 0 0 IN IP4 127.0.0.1
                        s=x
                        c=IN IP4 127.0.0.1
                        t=0 0
                        m=video 5004 RTP/AVP 96
                        a=rtpmap:96 H264/90000
                        """), Code.NOT_MEDIA);
    }

    @Test
    void odd_names_are_only_names() throws IOException, MediaException {
        Path clip = TestMedia.clip("plain").make();
        for (String name : List.of(
                "a b c.mp4",
                "🚀 launch.mp4",
                "שלום עולם.mp4",
                "it's \"quoted\".mp4",
                "line\nbreak.mp4",
                "-i.mp4",
                "100%03d.mp4",
                "{a,b}*?.mp4",
                "a:b|c;d&e$f`g.mp4",
                "back\\slash.mp4",
                "x".repeat(236) + ".mp4")) {
            Path file = Files.copy(clip, folder.resolve(name));
            assertThat(probe(file).durationMs()).as(name).isBetween(2950L, 3100L);
        }
    }

    private static void assertRefused(Path file, Code code) {
        assertThatThrownBy(() -> probe(file))
                .as(file.toString())
                .asInstanceOf(InstanceOfAssertFactories.type(MediaException.class))
                .extracting(MediaException::code)
                .isEqualTo(code);
    }
}
