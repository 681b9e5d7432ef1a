package studio.fanz.media.cut;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.store.StepFolders;
import studio.fanz.media.MediaException;
import studio.fanz.media.ffmpeg.ChildSplicer;
import studio.fanz.media.ffmpeg.Ffmpeg;
import studio.fanz.media.ffmpeg.FfprobeProber;
import studio.fanz.media.ffmpeg.SystemHevc;

/// Cuts recordings, and reads from the decoded pictures and sounds what came out.
public final class Cuts {

    private static final int LOUD = 2000;

    private final Path folder;
    private CutMode mode = CutMode.AUTO;
    private String name = "cut";
    private String ending = "";
    private OutsideEncoders outside = OutsideEncoders.none();
    private JobContext job = JobContext.silent();
    private List<Path> joined = List.of();
    private Path made;

    private Cuts(Path folder) {
        this.folder = folder;
        this.made = folder;
    }

    public static Cuts into(Path folder) {
        return new Cuts(folder);
    }

    public Cuts mode(CutMode how) {
        mode = how;
        return this;
    }

    public Cuts as(String container) {
        ending = container;
        return this;
    }

    public Cuts named(String stem) {
        name = stem;
        return this;
    }

    public Cuts encodingHevcBy(Path program) {
        outside = SystemHevc.of(program);
        return this;
    }

    public Cuts with(JobContext context) {
        job = context;
        return this;
    }

    public Cuts joining(Path... more) {
        joined = List.of(more);
        return this;
    }

    /// The file of the last `of`.
    public Path file() {
        return made;
    }

    public Cut of(Path source, String keeps) throws MediaException {
        String file = source.getFileName().toString();
        String container = ending.isEmpty() ? file.substring(file.lastIndexOf('.') + 1) : ending;
        made = folder.resolve(name + "." + container);
        List<Keep> stretches = keeps.isEmpty()
                ? List.of()
                : Arrays.stream(keeps.split(","))
                        .map(text -> Keep.parse(text).orElseThrow())
                        .toList();
        var recipe = new CutRecipe(
                new ChildSplicer(),
                new FfprobeProber(Ffmpeg.load()),
                outside,
                new StepFolders(folder.resolve("steps")),
                folder.resolve("scratch"));
        return recipe.cut(new CutRequest(source, stretches, joined, mode, made), job);
    }

    /// The frames that `f10-f20,f40-f50` name.
    public static List<Integer> frames(String keeps) {
        List<Integer> all = new ArrayList<>();
        for (String keep : keeps.split(",")) {
            String[] ends = keep.replace("f", "").split("-");
            IntStream.range(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]))
                    .forEach(all::add);
        }
        return all;
    }

    /// The numbers painted on all decoded frames.
    public static List<Integer> numbers(Path file) throws Exception {
        byte[] blocks = decoded(
                file,
                "-noautorotate",
                "-map",
                "0:v:0",
                "-fps_mode",
                "passthrough",
                "-vf",
                "crop=iw:ih/4:0:0,scale=16:1:flags=area,format=gray",
                "-f",
                "rawvideo");
        List<Integer> numbers = new ArrayList<>();
        for (int frame = 0; frame < blocks.length / 16; frame++) {
            int number = 0;
            for (int bit = 0; bit < 16; bit++) {
                number = (number << 1) | ((blocks[frame * 16 + bit] & 0xFF) > 127 ? 1 : 0);
            }
            numbers.add(number);
        }
        return numbers;
    }

    /// When beeps begin in a sound, in milliseconds from the start of the file.
    public static List<Double> beeps(Path file, int sound) throws Exception {
        byte[] bytes = decoded(
                file,
                "-map",
                "0:a:" + sound,
                "-af",
                "aresample=48000:async=1000:first_pts=0",
                "-ac",
                "1",
                "-f",
                "s16le");
        List<Double> beeps = new ArrayList<>();
        int quiet = 48_000;
        for (int i = 0; i < bytes.length / 2; i++) {
            int level = Math.abs((short) ((bytes[2 * i] & 0xFF) | (bytes[2 * i + 1] << 8)));
            if (level > LOUD && quiet > 9600) {
                beeps.add(i / 48.0);
            }
            quiet = level > LOUD ? 0 : quiet + 1;
        }
        return beeps;
    }

    private static byte[] decoded(Path file, String... arguments)
            throws IOException, InterruptedException, MediaException {
        List<String> command = new ArrayList<>(List.of(Ffmpeg.load().ffmpeg().toString(), "-v", "error", "-nostdin"));
        List<String> rest = new ArrayList<>(Arrays.asList(arguments));
        if (rest.getFirst().equals("-noautorotate")) {
            command.add(rest.removeFirst());
        }
        command.addAll(List.of("-i", "file:" + file));
        command.addAll(rest);
        command.add("pipe:1");
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        byte[] all = process.getInputStream().readAllBytes();
        process.waitFor();
        return all;
    }
}
