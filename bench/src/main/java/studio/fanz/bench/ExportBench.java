package studio.fanz.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.platform.RenditionSpec;
import studio.fanz.core.platform.RenditionSpec.Framing;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.project.Rendition;
import studio.fanz.core.time.Span;
import studio.fanz.media.MediaException;
import studio.fanz.media.effect.LoudnessPlan;
import studio.fanz.media.export.CaptionChoice;
import studio.fanz.media.export.ExportRecipe;
import studio.fanz.media.export.ExportRequest;
import studio.fanz.media.export.Order;
import studio.fanz.media.export.RenditionMaker;
import studio.fanz.media.export.Survey;
import studio.fanz.media.ffmpeg.ChildRenditionMaker;
import studio.fanz.media.ffmpeg.ChildRenditionReader;
import studio.fanz.media.ffmpeg.Ffmpeg;
import studio.fanz.media.ffmpeg.FfprobeProber;
import studio.fanz.media.ffmpeg.ProbedEncoders;
import studio.fanz.media.render.Montage;
import studio.fanz.media.render.Stretch;

/// How fast, how good and how large a rendition is, against the same ffmpeg run by hand and against libx264 of the
/// system: `ExportBench FILE...` prints one line of figures for each.
public final class ExportBench {

    private static final Pattern SSIM = Pattern.compile("SSIM Y:([0-9.]+) .*?All:([0-9.]+)");

    private final Ffmpeg tools;
    private final Path folder;

    private ExportBench(Ffmpeg tools, Path folder) {
        this.tools = tools;
        this.folder = folder;
    }

    /// Measures each file named; 1080 lines at most, upright.
    public static void main(String[] files) throws IOException, StudioException {
        Path folder = Files.createTempDirectory("fanz-bench");
        ExportBench bench = new ExportBench(Ffmpeg.load(), folder);
        for (String file : files) {
            System.out.println(bench.measure(Path.of(file)));
        }
    }

    private String measure(Path source) throws StudioException, IOException {
        FfprobeProber prober = new FfprobeProber(tools);
        MediaFacts facts = prober.probe(source, JobContext.silent());
        VideoFacts video = facts.video().orElseThrow();
        RenditionSpec spec = spec(video, facts);
        Path made = folder.resolve("made.mp4");
        Watching maker = new Watching(new ChildRenditionMaker(tools));
        ProbedEncoders encoders = ProbedEncoders.only(tools, List.of("libopenh264"), List.of());
        // The encoder is decided once per machine, so deciding it is no part of an export.
        encoders.choose(JobContext.silent());
        ExportRecipe recipe = new ExportRecipe(encoders, maker, new ChildRenditionReader(tools), prober);
        warm(source, facts, spec);
        ExportRequest request = new ExportRequest(
                source,
                facts,
                spec,
                Optional.empty(),
                new CaptionChoice.None(),
                made,
                "made.mp4",
                Optional.empty(),
                List.of());
        long began = System.nanoTime();
        Rendition rendition = recipe.export(request, JobContext.silent());
        double ours = seconds(began);
        Survey survey = maker.surveys.getLast();
        double byHand = byHand(source, spec, survey);
        double[] ssim = ssim(source, made, spec);
        return String.format(
                Locale.ROOT,
                "%s | %.1f s of %dx%d | ours %.2f s, by hand %.2f s, speed %.2f | QP %d | SSIM Y %.4f all %.4f | %.2f MB"
                        + " | %s | %.1f LUFS, %.1f dBTP",
                source.getFileName(),
                facts.durationMs() / 1000.0,
                spec.picture().width(),
                spec.picture().height(),
                ours,
                byHand,
                byHand / ours,
                survey.quality().level(),
                ssim[0],
                ssim[1],
                Files.size(made) / 1e6,
                againstX264(source, spec, ssim[1], Files.size(made)),
                rendition.loudnessAfter().map(l -> l.integratedLufs()).orElse(Double.NaN),
                rendition.loudnessAfter().map(l -> l.truePeakDbtp()).orElse(Double.NaN));
    }

    /// Puts the file into the system's cache.
    private void warm(Path source, MediaFacts facts, RenditionSpec spec) throws IOException {
        run(List.of(tools.ffmpeg().toString(), "-v", "error", "-i", "file:" + source, "-c", "copy", "-f", "null", "-"));
        if (facts.durationMs() <= 0 || spec.picture().width() <= 0) {
            throw new IOException("nothing to measure");
        }
    }

    private static RenditionSpec spec(VideoFacts video, MediaFacts facts) {
        int width = Math.min(1920, video.displayWidth() / 2 * 2);
        int height = Math.min(1080, video.displayHeight() / 2 * 2);
        RenditionSpec.Picture picture = new RenditionSpec.Picture(
                "h264", width, height, Framing.SCALE, video.frameRate(), 2, 2, 0, 0, Long.MAX_VALUE);
        Optional<RenditionSpec.Sound> sound = facts.hasAudio()
                ? Optional.of(new RenditionSpec.Sound("aac-lc", 48_000, 2, 128_000))
                : Optional.empty();
        return new RenditionSpec(
                List.of("youtube/long"),
                Optional.empty(),
                0,
                "mp4",
                true,
                picture,
                sound,
                0,
                Long.MAX_VALUE,
                RenditionSpec.SafeZone.NONE,
                List.of());
    }

    /// What a person would type: one pass to measure, one to make.
    private double byHand(Path source, RenditionSpec spec, Survey survey) throws IOException {
        String ffmpeg = tools.ffmpeg().toString();
        long began = System.nanoTime();
        if (survey.loudness().isPresent()) {
            run(List.of(
                    ffmpeg,
                    "-v",
                    "info",
                    "-nostats",
                    "-i",
                    "file:" + source,
                    "-vn",
                    "-af",
                    "ebur128=peak=true:framelog=quiet",
                    "-f",
                    "null",
                    "-"));
        }
        List<String> encode = new ArrayList<>(List.of(ffmpeg, "-v", "error", "-y", "-i", "file:" + source));
        encode.addAll(List.of("-vf", filters(spec)));
        String qp = Integer.toString(survey.quality().level());
        encode.addAll(List.of("-c:v", "libopenh264", "-profile:v", "high", "-coder", "cabac", "-rc_mode", "quality"));
        encode.addAll(List.of("-qmin", qp, "-qmax", qp, "-b:v", "200M", "-g", gop(spec)));
        survey.loudness().ifPresent(loudness -> {
            String gain = String.join(",", LoudnessPlan.toReach(loudness).filters(48_000));
            encode.addAll(
                    List.of("-af", gain.isEmpty() ? "anull" : gain, "-c:a", "aac", "-b:a", "128k", "-ar", "48000"));
        });
        encode.addAll(List.of("-movflags", "+faststart", "file:" + folder.resolve("by-hand.mp4")));
        run(encode);
        return seconds(began);
    }

    private static String filters(RenditionSpec spec) {
        return "scale=%d:%d:flags=lanczos+accurate_rnd+full_chroma_int,fps=%s,format=yuv420p"
                .formatted(
                        spec.picture().width(),
                        spec.picture().height(),
                        spec.picture().frameRate());
    }

    private static String gop(RenditionSpec spec) {
        return Long.toString(Math.round(
                spec.picture().gopSeconds() * spec.picture().frameRate().toDouble()));
    }

    private double[] ssim(Path source, Path made, RenditionSpec spec) throws IOException {
        String printed = run(List.of(
                tools.ffmpeg().toString(),
                "-v",
                "info",
                "-nostats",
                "-i",
                "file:" + made,
                "-i",
                "file:" + source,
                "-lavfi",
                "[0:v]settb=AVTB[a];[1:v]" + filters(spec) + ",settb=AVTB[b];[a][b]ssim=shortest=1",
                "-f",
                "null",
                "-"));
        Matcher matcher = SSIM.matcher(printed);
        return matcher.find()
                ? new double[] {Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2))}
                : new double[] {0, 0};
    }

    /// The size libx264 medium would need for the same likeness, between two of its encodes.
    private String againstX264(Path source, RenditionSpec spec, double wanted, long ours) throws IOException {
        Path program = Path.of("/usr/bin/ffmpeg");
        if (!Files.isExecutable(program)) {
            return "no libx264 here";
        }
        List<double[]> points = new ArrayList<>();
        for (int crf : new int[] {20, 25, 30, 35}) {
            Path file = folder.resolve("x264.mp4");
            run(List.of(
                    program.toString(),
                    "-v",
                    "error",
                    "-y",
                    "-i",
                    "file:" + source,
                    "-an",
                    "-vf",
                    filters(spec),
                    "-c:v",
                    "libx264",
                    "-preset",
                    "medium",
                    "-crf",
                    "" + crf,
                    "-g",
                    gop(spec),
                    "file:" + file));
            points.add(new double[] {ssim(source, file, spec)[1], Math.log((double) Files.size(file))});
        }
        for (int i = 1; i < points.size(); i++) {
            double[] better = points.get(i - 1);
            double[] worse = points.get(i);
            if (better[0] >= wanted && worse[0] <= wanted && better[0] > worse[0]) {
                double part = (better[0] - wanted) / (better[0] - worse[0]);
                double size = Math.exp(better[1] + part * (worse[1] - better[1]));
                return String.format(Locale.ROOT, "%.2f times libx264 medium at the same SSIM", ours / size);
            }
        }
        return String.format(Locale.ROOT, "libx264 medium crf 35 gives SSIM %.4f", points.getLast()[0]);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static String run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(command + "\n" + printed);
        }
        return printed;
    }

    /// Lets everything through and keeps what was measured.
    private record Watching(RenditionMaker maker, List<Survey> surveys) implements RenditionMaker {

        Watching(RenditionMaker maker) {
            this(maker, new ArrayList<>());
        }

        @Override
        public Stretch locate(ExportRequest request, Optional<Span> moment, JobContext job) throws MediaException {
            return maker.locate(request, moment, job);
        }

        @Override
        public Montage anchor(Montage cut, JobContext job) throws MediaException {
            return maker.anchor(cut, job);
        }

        @Override
        public Survey survey(Order order, JobContext job) throws MediaException {
            Survey found = maker.survey(order, job);
            surveys.add(found);
            return found;
        }

        @Override
        public void encode(Order order, Survey.Quality quality, LoudnessPlan plan, Path draft, JobContext job)
                throws MediaException {
            maker.encode(order, quality, plan, draft, job);
        }

        @Override
        public void replaceSound(Order order, Path made, LoudnessPlan plan, Path draft, JobContext job)
                throws MediaException {
            maker.replaceSound(order, made, plan, draft, job);
        }

        @Override
        public void still(Order order, int quantiser, Path draft, JobContext job) throws MediaException {
            maker.still(order, quantiser, draft, job);
        }
    }
}
