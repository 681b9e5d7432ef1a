package studio.fanz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;
import studio.fanz.media.ffmpeg.ChildFramePass;
import studio.fanz.media.ffmpeg.ChildPictureReader;
import studio.fanz.media.ffmpeg.Ffmpeg;
import studio.fanz.media.ffmpeg.FfprobeProber;
import studio.fanz.media.frame.FrameObserver;
import studio.fanz.media.frame.FramePass;
import studio.fanz.media.vision.BlackDetector;
import studio.fanz.media.vision.Filmstrip;
import studio.fanz.media.vision.FlashDetector;
import studio.fanz.media.vision.ShotDetector;
import studio.fanz.media.vision.StillnessDetector;

/// What looking costs against the yardstick `ffmpeg -i FILE -map 0:v -f null -` of the same binary, in the same
/// run: the pass that everything shares (shots, flashes, black, stillness, filmstrip, stills for models every
/// half second), at most 1.3 times, and looking at key frames, at most 0.15 times. Wall clock; each measured
/// twice in turn, the quicker counts. Arguments: none for a file of 10 minutes 1080p made here, or a file.
public final class DecodeBench {

    private static final double PASS_LIMIT = 1.3;
    private static final double KEY_FRAME_LIMIT = 0.15;
    private static final int MINUTES = 10;

    private final Ffmpeg tools;
    private final Path file;
    private final MediaFacts facts;

    private DecodeBench(Ffmpeg tools, Path file) throws MediaException {
        this.tools = tools;
        this.file = file;
        this.facts = new FfprobeProber(tools).probe(file, JobContext.silent());
    }

    /// Prints the ratios; ends with status 1 when one is over its limit.
    public static void main(String[] arguments) throws IOException, InterruptedException, MediaException {
        Ffmpeg tools = Ffmpeg.load();
        Path folder = Files.createTempDirectory("fanz-bench");
        Path file = arguments.length > 0 ? Path.of(arguments[0]) : made(tools, folder);
        boolean good = new DecodeBench(tools, file).run();
        if (arguments.length == 0) {
            Files.delete(file);
        }
        Files.deleteIfExists(folder);
        System.exit(good ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException, MediaException {
        double plain = Double.MAX_VALUE;
        double pass = Double.MAX_VALUE;
        double keys = Double.MAX_VALUE;
        for (int round = 0; round < 2; round++) {
            plain = Math.min(plain, seconds(this::plain));
            pass = Math.min(pass, seconds(this::pass));
            keys = Math.min(keys, seconds(this::keyFrames));
        }
        System.out.printf(Locale.ROOT, "%d s of %s, decoding alone %.2f s%n", facts.durationMs() / 1000, file, plain);
        boolean passIsGood = within("every frame, all detectors and stills", pass, plain, PASS_LIMIT);
        boolean keysAreGood = within("key frames", keys, plain, KEY_FRAME_LIMIT);
        return passIsGood && keysAreGood;
    }

    private static boolean within(String what, double took, double plain, double limit) {
        double ratio = took / plain;
        System.out.printf(Locale.ROOT, "%s: %.2f s, ratio %.3f of at most %.2f%n", what, took, ratio, limit);
        return ratio <= limit;
    }

    private void plain() throws IOException, InterruptedException {
        run(tools, List.of("-i", file.toString(), "-map", "0:v", "-f", "null", "-"));
    }

    private void pass() throws MediaException {
        var observers = List.<FrameObserver>of(
                new ShotDetector(), new FlashDetector(), new BlackDetector(500), new StillnessDetector(2000));
        var stills = new FramePass.Stills(500, 640, 640, new Filmstrip(facts.durationMs(), 100, 160, 90));
        new ChildFramePass(tools).run(file, facts, observers, stills, JobContext.silent());
    }

    private void keyFrames() throws MediaException {
        new ChildPictureReader(tools).keyFrames(file, facts, 2000, 320, 320, _ -> {}, JobContext.silent());
    }

    /// Moving shapes and grain, a key frame every two seconds, about 8 Mbit/s; one minute encoded, then
    /// repeated.
    private static Path made(Ffmpeg tools, Path folder) throws IOException, InterruptedException {
        Path minute = folder.resolve("minute.mp4");
        Path all = folder.resolve("ten-minutes.mp4");
        run(
                tools,
                List.of(
                        "-f",
                        "lavfi",
                        "-t",
                        "60",
                        "-i",
                        "testsrc2=s=1920x1080:r=30,noise=alls=8:allf=t",
                        "-c:v",
                        "libopenh264",
                        "-b:v",
                        "8M",
                        "-profile:v",
                        "high",
                        "-coder",
                        "cabac",
                        "-g",
                        "60",
                        "-pix_fmt",
                        "yuv420p",
                        minute.toString()));
        run(tools, List.of("-stream_loop", "" + (MINUTES - 1), "-i", minute.toString(), "-c", "copy", all.toString()));
        Files.delete(minute);
        return all;
    }

    private static void run(Ffmpeg tools, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(tools.ffmpeg().toString(), "-v", "error", "-nostdin", "-y"));
        command.addAll(arguments);
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException("ffmpeg ended with " + status + ": " + command);
        }
    }

    private static double seconds(Task task) throws IOException, InterruptedException, MediaException {
        long start = System.nanoTime();
        task.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private interface Task {
        void run() throws IOException, InterruptedException, MediaException;
    }
}
