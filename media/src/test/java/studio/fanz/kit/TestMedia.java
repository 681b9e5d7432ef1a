package studio.fanz.kit;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import studio.fanz.media.MediaException;
import studio.fanz.media.ffmpeg.Ffmpeg;
import studio.fanz.media.frame.Picture;
import studio.fanz.media.frame.SmallFrame;

/// Makes recordings for tests with our own FFmpeg: every frame carries its number as black and white blocks, a beep of
/// 100 ms starts at each full second. Files made from equal options under one name are made once per run.
///
/// `TestMedia.clip("two-scenes").paint(moving(1).cutTo(30, moving(2)).numbered()).container("mkv").make()`
public final class TestMedia {

    private static final Map<String, Path> MADE = new ConcurrentHashMap<>();
    private static final Path FOLDER = folder();
    private static final AtomicInteger COUNT = new AtomicInteger();

    /// Ticks of 1/60 s at which frames of a variable-rate recording begin, repeating after four frames and seven ticks.
    private static final int[] VARIABLE = {0, 1, 3, 4};

    private final String name;
    private Painter painter = Painter.moving(1).numbered();
    private int width = 320;
    private int height = 180;
    private int frames = 90;
    private String fps = "30";
    private boolean variable;
    private boolean video = true;
    private boolean audio = true;
    private String videoCodec = "libopenh264";
    private String audioCodec = "aac";
    private String container = "mp4";
    private String pixelFormat = "yuv420p";
    private int gop = 30;
    private int rotation;
    private String layout = "stereo";
    private int sampleRate = 48_000;
    private String sound = "if(lt(mod(t,1),0.1),0.5*sin(2*PI*1000*t),0)";
    private final List<String> filtersAsked = new ArrayList<>();
    private final List<String> extra = new ArrayList<>();

    private TestMedia(String name) {
        this.name = name;
    }

    /// Three seconds, 320x180, 30 frames a second, H.264 and AAC in MP4, until changed.
    ///
    /// @param name of the file, without an extension; also what it is cached by, with the options
    public static TestMedia clip(String name) {
        return new TestMedia(name);
    }

    /// What it shows. Give painters of different looks different clip names.
    public TestMedia paint(Painter shown) {
        painter = shown;
        return this;
    }

    public TestMedia size(int pixelsWide, int pixelsHigh) {
        width = pixelsWide;
        height = pixelsHigh;
        return this;
    }

    /// Number of frames.
    public TestMedia frames(int count) {
        frames = count;
        return this;
    }

    /// Frames a second, a number or a fraction.
    public TestMedia fps(String rate) {
        fps = rate;
        return this;
    }

    /// Frames at uneven distances: 1, 2, 1 and 3 sixtieths of a second in turn.
    public TestMedia variableRate() {
        variable = true;
        return this;
    }

    public TestMedia noVideo() {
        video = false;
        return this;
    }

    public TestMedia noAudio() {
        audio = false;
        return this;
    }

    /// FFmpeg's encoder names.
    public TestMedia codecs(String picture, String tone) {
        videoCodec = picture;
        audioCodec = tone;
        return this;
    }

    /// Extension of the file, which chooses the container.
    public TestMedia container(String extension) {
        container = extension;
        return this;
    }

    public TestMedia pixelFormat(String format) {
        pixelFormat = format;
        return this;
    }

    /// Distance of key frames.
    public TestMedia gop(int distance) {
        gop = distance;
        return this;
    }

    /// Clockwise degrees a player must turn it.
    public TestMedia rotated(int clockwise) {
        rotation = clockwise;
        return this;
    }

    /// FFmpeg's channel layout and the rate.
    public TestMedia sound(String channelLayout, int rate) {
        layout = channelLayout;
        sampleRate = rate;
        return this;
    }

    /// FFmpeg expressions of `t` in seconds for each channel, split by `|`, or one for all.
    public TestMedia hearing(String expressions) {
        sound = expressions;
        return this;
    }

    /// Sample aspect ratio.
    public TestMedia pixelAspect(String ratio) {
        filtersAsked.add("setsar=" + ratio);
        return this;
    }

    /// What the picture is tagged as, in FFmpeg's names (`bt2020`, `smpte2084`, `bt2020nc`).
    public TestMedia tagged(String primaries, String transfer, String matrix) {
        filtersAsked.add("setparams=color_primaries=%s:color_trc=%s:colorspace=%s:range=tv"
                .formatted(primaries, transfer, matrix));
        return this;
    }

    /// More arguments for the output.
    public TestMedia with(String... arguments) {
        extra.addAll(List.of(arguments));
        return this;
    }

    /// The finished file.
    public Path make() {
        return MADE.computeIfAbsent(key(), _ -> build());
    }

    /// When a frame of a recording made so is shown, in milliseconds from its start.
    public long timeMs(int frame) {
        if (variable) {
            return Math.round((frame / 4 * 7 + VARIABLE[frame % 4]) * 1000.0 / 60);
        }
        String[] parts = fps.split("/");
        double rate = Double.parseDouble(parts[0]) / (parts.length > 1 ? Double.parseDouble(parts[1]) : 1);
        return Math.round(frame * 1000.0 / rate);
    }

    /// The frame number painted on a picture.
    public static int numberOn(Picture picture) {
        int number = 0;
        for (int bit = 0; bit < 16; bit++) {
            int rgb = picture.at((2 * bit + 1) * picture.width() / 32, picture.height() / 8);
            number = number << 1 | ((rgb >> 8 & 0xFF) > 127 ? 1 : 0);
        }
        return number;
    }

    /// The frame number painted on a small frame.
    public static int numberOn(SmallFrame frame) {
        int number = 0;
        for (int bit = 0; bit < 16; bit++) {
            int at = frame.height() / 8 * frame.width() + (2 * bit + 1) * frame.width() / 32;
            number = number << 1 | ((frame.y()[at] & 0xFF) > 127 ? 1 : 0);
        }
        return number;
    }

    /// A folder that is deleted when the tests end.
    public static Path folder() {
        try {
            Path made = Files.createTempDirectory("fanz-test-media");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(made)));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs our FFmpeg with these arguments, for what the options above do not say.
    ///
    /// @throws IllegalStateException with what it printed when it fails
    public static void ffmpeg(List<String> arguments) {
        run(arguments, _ -> {});
    }

    private Path build() {
        Path file = FOLDER.resolve(COUNT.incrementAndGet() + "").resolve(name + "." + container);
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path first = rotation == 0 ? file : file.resolveSibling("upright." + container);
        run(arguments(first), this::feed);
        if (rotation != 0) {
            ffmpeg(List.of("-display_rotation:v", "" + -rotation, "-i", "file:" + first, "-c", "copy", "file:" + file));
        }
        return file;
    }

    private List<String> arguments(Path file) {
        List<String> all = new ArrayList<>();
        if (video) {
            all.addAll(List.of("-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", width + "x" + height));
            all.addAll(List.of("-r", fps, "-i", "pipe:0"));
        }
        if (audio) {
            double seconds = timeMs(frames) / 1000.0;
            all.addAll(List.of("-f", "lavfi", "-t", "" + seconds, "-i"));
            all.add("aevalsrc='" + sound + "':s=" + sampleRate + ":c=" + layout);
            all.addAll(List.of("-c:a", audioCodec));
        }
        if (video) {
            all.addAll(List.of("-c:v", videoCodec, "-pix_fmt", pixelFormat, "-g", "" + gop));
            all.addAll(quality());
        }
        List<String> filters = new ArrayList<>(filtersAsked);
        if (variable) {
            String pattern = "(7*floor(N/4)+mod(N,4)+gt(mod(N,4),1))/(60*TB)";
            filters.add("settb=1/60000,setpts='" + pattern + "'");
            all.addAll(List.of("-fps_mode", "vfr", "-enc_time_base", "1:60000"));
        }
        if (video && !filters.isEmpty()) {
            all.addAll(List.of("-vf", String.join(",", filters)));
        }
        all.addAll(extra);
        all.add("file:" + file);
        return all;
    }

    private List<String> quality() {
        return switch (videoCodec) {
            case "libopenh264" -> List.of("-b:v", "2M", "-rc_mode", "off");
            case "libx264" -> List.of("-preset", "veryfast", "-crf", "20", "-sc_threshold", "0");
            case "libx265" -> List.of("-preset", "ultrafast", "-crf", "20");
            case "mpeg4", "mjpeg" -> List.of("-q:v", "2");
            case "libvpx", "libvpx-vp9" -> List.of("-b:v", "2M", "-deadline", "realtime", "-cpu-used", "8");
            case "libsvtav1" -> List.of("-preset", "12", "-crf", "25");
            default -> List.of();
        };
    }

    private void feed(OutputStream in) {
        if (!video) {
            return;
        }
        Painter.Canvas canvas = Painter.Canvas.of(width, height);
        try (OutputStream out = new BufferedOutputStream(in, 1 << 16)) {
            for (int frame = 0; frame < frames; frame++) {
                painter.paint(frame, canvas);
                out.write(canvas.y());
                out.write(canvas.cb());
                out.write(canvas.cr());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String key() {
        return String.join(
                "/",
                name,
                width + "x" + height,
                frames + "@" + fps + variable,
                video + "" + audio,
                videoCodec,
                audioCodec,
                container,
                pixelFormat,
                gop + "r" + rotation,
                layout + sampleRate,
                sound,
                filtersAsked.toString(),
                extra.toString());
    }

    private interface Feeder {
        void feed(OutputStream in);
    }

    /// Our own build has no x264 and no x265, which make the streams that people have.
    private static Path program(List<String> arguments) throws MediaException {
        boolean outside = arguments.contains("libx264") || arguments.contains("libx265");
        return outside ? OutsideFfmpeg.program() : Ffmpeg.load().ffmpeg();
    }

    private static void run(List<String> arguments, Feeder feeder) {
        try {
            Path log = Files.createTempFile(FOLDER, "ffmpeg", ".log");
            List<String> command = new ArrayList<>(List.of(program(arguments).toString()));
            command.addAll(List.of("-hide_banner", "-nostats", "-v", "warning", "-y"));
            command.addAll(arguments);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            try (OutputStream in = process.getOutputStream()) {
                feeder.feed(in);
            } catch (UncheckedIOException | IOException e) {
                // It ended before it read everything; its log says why.
                process.waitFor();
            }
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + "\n" + Files.readString(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MediaException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            // A temporary folder that stays behind harms nobody.
        }
    }
}
