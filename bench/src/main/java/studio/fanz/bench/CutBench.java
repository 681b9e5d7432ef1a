package studio.fanz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.store.StepFolders;
import studio.fanz.media.MediaException;
import studio.fanz.media.cut.Cut;
import studio.fanz.media.cut.CutMode;
import studio.fanz.media.cut.CutRecipe;
import studio.fanz.media.cut.CutRequest;
import studio.fanz.media.cut.Keep;
import studio.fanz.media.cut.Mark;
import studio.fanz.media.ffmpeg.ChildSplicer;
import studio.fanz.media.ffmpeg.Ffmpeg;
import studio.fanz.media.ffmpeg.FfprobeProber;
import studio.fanz.media.ffmpeg.SystemHevc;

/// How exact and how fast cuts are: `CutBench FILE...` cuts each file at random places, reads the number painted into
/// each decoded picture (16 blocks over the top quarter, highest bit first) and prints whether they are the ones asked
/// for, how much was copied, and how long it took; then all of the file but its first and last half second against
/// `ffmpeg -c copy`, and the edges of a cut against decoding and encoding them with ffmpeg. All of one file in turn,
/// with
/// one FFmpeg.
public final class CutBench {

    private static final int CUTS = 4;
    private static final int BITS = 16;

    private final Ffmpeg tools;
    private final CutRecipe recipe;
    private final Path folder;

    private CutBench(Ffmpeg tools, Path folder) {
        this.tools = tools;
        this.folder = folder;
        this.recipe = new CutRecipe(
                new ChildSplicer(),
                new FfprobeProber(tools),
                SystemHevc.ofThisMachine(),
                new StepFolders(folder.resolve("steps")),
                folder.resolve("scratch"));
    }

    /// Measures each file named; ends with status 1 when a cut is not exact.
    public static void main(String[] files) throws IOException, InterruptedException, MediaException {
        CutBench bench = new CutBench(Ffmpeg.load(), Files.createTempDirectory("fanz-bench"));
        boolean exact = true;
        for (String file : files) {
            exact &= bench.measure(Path.of(file).toAbsolutePath());
        }
        System.exit(exact ? 0 : 1);
    }

    private boolean measure(Path file) throws IOException, InterruptedException, MediaException {
        List<Integer> source = numbers(file);
        Random random = new Random(source.size());
        boolean exact = true;
        for (int i = 0; i < CUTS; i++) {
            int[] ends = random.ints(0, source.size())
                    .distinct()
                    .limit(i % 2 == 0 ? 2 : 4)
                    .sorted()
                    .toArray();
            exact &= cut(file, source, ends);
        }
        speed(file, source.size());
        return exact;
    }

    private boolean cut(Path file, List<Integer> source, int[] ends)
            throws IOException, InterruptedException, MediaException {
        List<Keep> keeps = new ArrayList<>();
        List<Integer> wanted = new ArrayList<>();
        for (int i = 0; i < ends.length; i += 2) {
            keeps.add(new Keep(new Mark.Frame(ends[i]), new Mark.Frame(ends[i + 1])));
            wanted.addAll(source.subList(ends[i], ends[i + 1]));
        }
        Path target = target(file);
        long began = System.nanoTime();
        Cut made = recipe.cut(new CutRequest(file, keeps, List.of(), CutMode.AUTO, target), JobContext.silent());
        double seconds = seconds(began);
        boolean exact = numbers(target).equals(wanted);
        print(
                "%s %s | %s | %s %s | copied %.3f | %d frames encoded | %.2f s",
                file.getFileName(),
                Arrays.toString(ends),
                exact ? "exact" : "NOT EXACT",
                made.way(),
                made.encoder(),
                made.copiedRatio(),
                encoded(made),
                seconds);
        Files.delete(target);
        return exact;
    }

    private void speed(Path file, int frames) throws IOException, InterruptedException, MediaException {
        Path target = target(file);
        Path plain = target.resolveSibling("plain-" + target.getFileName());
        long began = System.nanoTime();
        run("-ss", "0.5", "-i", "file:" + file, "-map", "0", "-dn", "-c", "copy", "-y", "file:" + plain);
        double copy = seconds(began);
        began = System.nanoTime();
        Keep most = new Keep(new Mark.Frame(15), new Mark.Frame(Math.max(16, frames - 15)));
        Cut made =
                recipe.cut(new CutRequest(file, List.of(most), List.of(), CutMode.AUTO, target), JobContext.silent());
        double ours = seconds(began);
        print(
                "%s as one piece | %s | %.2f s, -c copy %.2f s | %.2f of what 1.5 times and 3 s allow",
                file.getFileName(), made.way(), ours, copy, ours / (1.5 * copy + 3));
        List<Keep> keeps = IntStream.range(0, 8)
                .mapToObj(i -> new Keep(
                        new Mark.Frame(15 + (long) i * frames / 8), new Mark.Frame((long) (i + 1) * frames / 8 - 15)))
                .toList();
        began = System.nanoTime();
        Cut pieces = recipe.cut(new CutRequest(file, keeps, List.of(), CutMode.AUTO, target), JobContext.silent());
        double eight = seconds(began);
        began = System.nanoTime();
        for (Cut.KeptPiece piece : pieces.pieces()) {
            for (Cut.KeptPart part : piece.parts()) {
                if (!part.why().isEmpty()) {
                    edge(file, part);
                }
            }
        }
        print(
                "%s as eight pieces | %s | %.2f s more than one | decoding and encoding %d frames of edges %.2f s",
                file.getFileName(), pieces.way(), eight - ours, encoded(pieces), seconds(began));
        Files.delete(plain);
        Files.delete(target);
    }

    private void edge(Path file, Cut.KeptPart part) throws IOException, InterruptedException {
        String start = String.format(Locale.ROOT, "%.3f", part.startMs() / 1000.0);
        run(
                "-ss",
                start,
                "-i",
                "file:" + file,
                "-an",
                "-frames:v",
                "" + part.frames(),
                "-c:v",
                "libopenh264",
                "-profile:v",
                "high",
                "-coder",
                "cabac",
                "-rc_mode",
                "quality",
                "-qmin",
                "20",
                "-qmax",
                "20",
                "-b:v",
                "200M",
                "-f",
                "null",
                "-");
    }

    private static long encoded(Cut cut) {
        return cut.pieces().stream()
                .flatMap(piece -> piece.parts().stream())
                .filter(part -> !part.why().isEmpty())
                .mapToLong(Cut.KeptPart::frames)
                .sum();
    }

    private Path target(Path file) {
        return folder.resolve("cut-" + file.getFileName());
    }

    private List<Integer> numbers(Path file) throws IOException, InterruptedException {
        List<String> command = List.of(
                tools.ffmpeg().toString(),
                "-v",
                "error",
                "-nostdin",
                "-noautorotate",
                "-i",
                "file:" + file,
                "-map",
                "0:v:0",
                "-fps_mode",
                "passthrough",
                "-vf",
                "crop=iw:ih/4:0:0,scale=16:1:flags=area,format=gray",
                "-f",
                "rawvideo",
                "pipe:1");
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        byte[] blocks = process.getInputStream().readAllBytes();
        process.waitFor();
        List<Integer> numbers = new ArrayList<>();
        for (int frame = 0; frame < blocks.length / BITS; frame++) {
            int number = 0;
            for (int bit = 0; bit < BITS; bit++) {
                number = (number << 1) | ((blocks[frame * BITS + bit] & 0xFF) > 127 ? 1 : 0);
            }
            numbers.add(number);
        }
        return numbers;
    }

    private void run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(tools.ffmpeg().toString(), "-v", "error", "-nostdin"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException(command.toString());
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static void print(String line, Object... values) {
        System.out.printf(Locale.ROOT, line + "%n", values);
    }
}
