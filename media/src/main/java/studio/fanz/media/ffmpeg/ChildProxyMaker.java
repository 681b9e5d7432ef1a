package studio.fanz.media.ffmpeg;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.time.Rational;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;
import studio.fanz.media.play.ProxyMaker;

/// Makes proxies through an ffmpeg child. The time base of the original is kept, so that every picture has the very
/// time stamp of its original, wherever its clock starts.
public final class ChildProxyMaker implements ProxyMaker {

    private static final int SCANNED_SECONDS = 30;

    /// Good enough to see focus and lips; about 2 Mbit/s for a talking person.
    private static final String QUANTISER = "28";

    private static final Path NICE = Path.of("/usr/bin/nice");

    private final Ffmpeg tools;

    /// @param tools the executables to use
    public ChildProxyMaker(Ffmpeg tools) {
        this.tools = tools;
    }

    @Override
    public boolean wanted(Path source, MediaFacts facts, JobContext job) throws MediaException {
        Optional<VideoFacts> video = facts.video();
        if (video.isEmpty() || facts.durationMs() <= 0) {
            return false;
        }
        return ProxyMaker.wantedBy(video.get()) || keyDistanceMs(source, video.get(), job) > FAR_APART_MS;
    }

    /// The longest way from one key frame to the next in the first half minute, milliseconds.
    private long keyDistanceMs(Path source, VideoFacts video, JobContext job) throws MediaException {
        InputFile input = InputFile.open(source);
        List<String> command = new ArrayList<>(List.of(tools.ffprobe().toString(), "-v", "error", "-of", "csv=p=0"));
        command.addAll(List.of("-select_streams", Integer.toString(video.index())));
        command.addAll(List.of("-show_entries", "packet=pts,flags", "-read_intervals", "%+" + SCANNED_SECONDS));
        command.addAll(input.arguments());
        try (Child child = Child.start(command, job);
                var lines = new BufferedReader(new InputStreamReader(child.output(), StandardCharsets.UTF_8))) {
            long farthest = farthest(lines);
            child.await();
            child.throwIfStalled(source);
            return video.timebase()
                    .times(new Rational(farthest, 1))
                    .times(new Rational(1000, 1))
                    .rounded();
        } catch (IOException e) {
            job.checkpoint();
            throw new MediaException(Code.DAMAGED, input.name(), String.valueOf(e.getMessage()), e);
        }
    }

    private static long farthest(BufferedReader lines) throws IOException {
        long key = Long.MIN_VALUE;
        long farthest = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] fields = line.split(",");
            if (fields.length > 1 && !fields[0].equals("N/A")) {
                long pts = Long.parseLong(fields[0]);
                farthest = key == Long.MIN_VALUE ? 0 : Math.max(farthest, pts - key);
                key = fields[1].contains("K") || key == Long.MIN_VALUE ? pts : key;
            }
        }
        return farthest;
    }

    @Override
    public long make(Path source, MediaFacts facts, Path target, JobContext job) throws MediaException {
        InputFile input = InputFile.open(source);
        VideoFacts video = facts.video()
                .orElseThrow(() -> new MediaException(Code.NO_VIDEO, input.name(), "there is no picture in it"));
        try (Child child = Child.start(command(input, video, target), job)) {
            long frames = EncodeProgress.follow(child, "proxy", expected(facts, video), job);
            int status = child.await();
            child.throwIfStalled(source);
            input.throwIfChanged();
            if (status != 0 || frames == 0) {
                throw problem(target, child.errorTail());
            }
            return frames;
        } catch (IOException e) {
            job.checkpoint();
            throw problem(target, String.valueOf(e.getMessage()));
        }
    }

    private List<String> command(InputFile input, VideoFacts video, Path target) {
        String ticks = Long.toString(video.timebase().den());
        List<String> all = new ArrayList<>();
        if (Files.isExecutable(NICE)) {
            all.addAll(List.of(NICE.toString(), "-n", "10"));
        }
        all.addAll(List.of(tools.ffmpeg().toString(), "-hide_banner", "-nostdin", "-v", "warning", "-y"));
        all.addAll(EncodeProgress.ARGUMENTS);
        all.add("-copyts");
        all.addAll(List.of("-threads", "1"));
        all.addAll(input.arguments());
        all.addAll(List.of("-map", "0:" + video.index(), "-an", "-sn", "-dn", "-map_metadata", "-1"));
        all.addAll(List.of("-filter_threads", "1", "-vf"));
        all.add(PictureChain.fitting(video, BOX, BOX).even().toYuv());
        all.addAll(List.of("-fps_mode", "passthrough", "-enc_time_base", "demux"));
        all.addAll(List.of("-c:v", EncoderArguments.OPENH264.encoder(), "-g", Integer.toString(GROUP)));
        all.addAll(List.of("-rc_mode", "quality", "-qmin", QUANTISER, "-qmax", QUANTISER, "-b:v", "200M"));
        all.addAll(List.of("-threads", "1", "-video_track_timescale", ticks, "-movie_timescale", ticks));
        all.addAll(List.of("-f", "mp4", "file:" + target));
        return all;
    }

    private static long expected(MediaFacts facts, VideoFacts video) {
        return video.frames() > 0
                ? video.frames()
                : Math.round(facts.durationMs() / 1000.0 * video.frameRate().toDouble());
    }

    private static MediaException problem(Path target, String printed) {
        String text = printed.toLowerCase(java.util.Locale.ROOT);
        Code code =
                text.contains("no space left") || text.contains("disk quota") ? Code.DISK_FULL : Code.ENCODER_FAILED;
        String last = printed.lines().filter(line -> !line.isBlank()).reduce("", (_, line) -> line);
        return new MediaException(code, InputFile.nameOf(target), last);
    }

    /// How the pictures of a proxy look: upright, in square pixels, SDR; at the rate of their original.
    static VideoFacts look(VideoFacts of) {
        PictureChain chain = PictureChain.fitting(of, BOX, BOX).even();
        return new VideoFacts(
                0,
                "h264",
                "",
                chain.width(),
                chain.height(),
                Rational.ONE,
                0,
                of.frameRate(),
                of.variableRate(),
                "yuv420p",
                8,
                "tv",
                "",
                "",
                chain.yuvMatrix(),
                VideoFacts.DynamicRange.SDR,
                of.timebase(),
                0,
                of.durationMs(),
                of.frames(),
                0,
                "progressive");
    }
}
