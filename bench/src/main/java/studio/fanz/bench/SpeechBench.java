package studio.fanz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import studio.fanz.assets.Assets;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.CatalogueModelFolder;
import studio.fanz.media.MediaException;
import studio.fanz.media.ModelFolder;
import studio.fanz.media.ffmpeg.ChildSoundReader;
import studio.fanz.media.ffmpeg.Ffmpeg;
import studio.fanz.media.ffmpeg.FfprobeProber;
import studio.fanz.media.frame.SoundReader;
import studio.fanz.media.onnx.OnnxWhisper;
import studio.fanz.media.onnx.SileroVad;
import studio.fanz.media.speech.Transcriber;

/// What transcribing costs against the networks it needs: one run of the encoder per 30 seconds of packed speech plus
/// one step of the decoder per token, timed in the same run. Argument: how often the sample is played (12: ten
/// minutes).
public final class SpeechBench {

    private static final int THREADS = 2;

    private final SileroVad voice;
    private final OnnxWhisper whisper;
    private final SoundReader reader;
    private final Path sample;
    private final MediaFacts facts;

    private SpeechBench(Assets assets) throws MediaException {
        Ffmpeg tools = Ffmpeg.load();
        ModelFolder models = CatalogueModelFolder.open(assets.models());
        this.voice = new SileroVad(models);
        this.whisper = new OnnxWhisper(models, THREADS);
        this.reader = new ChildSoundReader(tools);
        this.sample = assets.sample();
        this.facts = new FfprobeProber(tools).probe(sample, JobContext.silent());
    }

    public static void main(String[] arguments) throws MediaException, IOException {
        int times = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 12;
        SpeechBench bench = new SpeechBench(Assets.find());
        line("first words, cold", "%.2f s", bench.firstWords());
        bench.run(times);
    }

    /// Seconds from the call to the first words.
    private double firstWords() throws MediaException {
        long start = System.nanoTime();
        long[] first = new long[1];
        new Transcriber(voice, whisper, reader)
                .transcribe(
                        sample,
                        facts,
                        Transcriber.Options.automatic(),
                        fresh -> first[0] = first[0] == 0 ? System.nanoTime() : first[0],
                        JobContext.silent());
        return (first[0] - start) / 1e9;
    }

    private void run(int times) throws MediaException, IOException {
        Yardstick before = Yardstick.measure(whisper);
        CountingModel counting = new CountingModel(whisper);
        Stopwatch watch = new Stopwatch();
        new Transcriber(voice, counting, repeated(times))
                .transcribe(sample, facts, Transcriber.Options.automatic(), fresh -> {}, JobContext.silent());
        Stopwatch.Time took = watch.read();
        Yardstick after = Yardstick.measure(whisper);
        Stopwatch.Time bare = before.mean(after).cost(counting.packedSeconds(), counting.tokens());
        double source = facts.durationMs() / 1000.0 * times;
        line("source", "%.0f s", source);
        line("packed speech", "%.0f s in %d windows", counting.packedSeconds(), counting.windows());
        line("tokens", "%d", counting.tokens());
        line("took", "%.1f s, %.1f s of CPU", took.wall(), took.cpu());
        line("bare networks", "%.1f s, %.1f s of CPU", bare.wall(), bare.cpu());
        line("cost ratio (at most 1.2)", "%.2f, %.2f of CPU", took.wall() / bare.wall(), took.cpu() / bare.cpu());
        line("times real time", "%.3f", took.wall() / source);
        line("peak resident memory", "%s", peak());
    }

    private static void line(String name, String format, Object... values) {
        System.out.printf(Locale.ROOT, "%-26s " + format + "%n", prepend(name, values));
    }

    private static Object[] prepend(String name, Object... values) {
        Object[] all = new Object[values.length + 1];
        all[0] = name;
        System.arraycopy(values, 0, all, 1, values.length);
        return all;
    }

    private SoundReader repeated(int times) {
        return (file, known, rate, sink, job) -> {
            for (int i = 0; i < times; i++) {
                reader.read(file, known, rate, sink, job);
            }
        };
    }

    private static String peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return "not known on this system";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> line.substring(6).strip())
                .findFirst()
                .orElse("not known");
    }
}
