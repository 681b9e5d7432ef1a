package studio.fanz.media.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.platform.RenditionSpec;
import studio.fanz.core.platform.RenditionSpec.Framing;
import studio.fanz.core.project.Rendition;
import studio.fanz.core.time.Rational;
import studio.fanz.core.time.Span;
import studio.fanz.media.MediaException;
import studio.fanz.media.ffmpeg.ChildRenditionMaker;
import studio.fanz.media.ffmpeg.ChildRenditionReader;
import studio.fanz.media.ffmpeg.Ffmpeg;
import studio.fanz.media.ffmpeg.FfprobeProber;
import studio.fanz.media.ffmpeg.ProbedEncoders;
import studio.fanz.media.render.Montage;
import studio.fanz.media.vision.CropPath;

/// Asks for small renditions, encoded by our own encoder whatever the machine has.
public final class Exports {

    private final Path folder;
    private int width = 320;
    private int height = 180;
    private Framing framing = Framing.SCALE;
    private Rational rate = new Rational(30, 1);
    private Optional<Span> moment = Optional.empty();
    private Optional<CropPath> crop = Optional.empty();
    private CaptionChoice captions = new CaptionChoice.None();
    private long maxBytes = Long.MAX_VALUE;
    private long maxBps = Long.MAX_VALUE;
    private long minBps;
    private double gopSeconds = 0.5;
    private JobContext job = JobContext.silent();
    private List<String> encoders = List.of("libopenh264");
    private List<Path> systemPrograms = List.of();
    private Optional<RenditionReader> reader = Optional.empty();

    private Optional<Montage> cut = Optional.empty();

    private Exports(Path folder) {
        this.folder = folder;
    }

    public static Exports into(Path folder) {
        return new Exports(folder);
    }

    public Exports size(int wide, int high, Framing how) {
        width = wide;
        height = high;
        framing = how;
        return this;
    }

    public Exports rate(long num, long den) {
        rate = new Rational(num, den);
        return this;
    }

    public Exports moment(long startMs, long endMs) {
        moment = Optional.of(new Span(startMs, endMs));
        return this;
    }

    public Exports crop(CropPath path) {
        crop = Optional.of(path);
        return this;
    }

    public Exports captions(CaptionChoice choice) {
        captions = choice;
        return this;
    }

    public Exports atMost(long bytes, long bps) {
        maxBytes = bytes;
        maxBps = bps;
        return this;
    }

    public Exports atLeast(long bps) {
        minBps = bps;
        return this;
    }

    public Exports cut(Montage montage) {
        cut = Optional.of(montage);
        return this;
    }

    public Exports gop(double seconds) {
        gopSeconds = seconds;
        return this;
    }

    public Exports with(JobContext context) {
        job = context;
        return this;
    }

    public Exports encodedBy(String encoder, List<Path> programs) {
        encoders = List.of(encoder);
        systemPrograms = programs;
        return this;
    }

    public Exports readBy(RenditionReader other) {
        reader = Optional.of(other);
        return this;
    }

    public static MediaFacts facts(Path file) throws MediaException {
        return new FfprobeProber(Ffmpeg.load()).probe(file, JobContext.silent());
    }

    /// The finished file of the last `of`.
    public Path file() {
        return folder.resolve("made.mp4");
    }

    public Path picture() {
        return folder.resolve("made.jpg");
    }

    public Rendition of(Path source) throws MediaException {
        return of(source, facts(source));
    }

    public Rendition of(Path source, MediaFacts facts) throws MediaException {
        RenditionSpec.Picture picture =
                new RenditionSpec.Picture("h264", width, height, framing, rate, gopSeconds, 2, 0, minBps, maxBps);
        Optional<RenditionSpec.Sound> sound = facts.hasAudio()
                ? Optional.of(new RenditionSpec.Sound("aac-lc", 48_000, 2, 128_000))
                : Optional.empty();
        return recipe().export(request(source, facts, picture, sound, file(), "mp4"), job);
    }

    public Rendition still(Path source) throws MediaException {
        RenditionSpec.Picture picture =
                new RenditionSpec.Picture("", width, height, framing, Rational.ZERO, 0, 0, 0, 0, Long.MAX_VALUE);
        return recipe().export(request(source, facts(source), picture, Optional.empty(), picture(), "jpg"), job);
    }

    private ExportRequest request(
            Path source,
            MediaFacts facts,
            RenditionSpec.Picture picture,
            Optional<RenditionSpec.Sound> sound,
            Path target,
            String container) {
        RenditionSpec spec = new RenditionSpec(
                List.of("youtube/shorts"),
                moment,
                0,
                container,
                true,
                picture,
                sound,
                0,
                maxBytes,
                RenditionSpec.SafeZone.NONE,
                List.of());
        return new ExportRequest(
                source, facts, spec, crop, captions, target, "renditions/made." + container, cut, List.of());
    }

    private ExportRecipe recipe() throws MediaException {
        Ffmpeg tools = Ffmpeg.load();
        return new ExportRecipe(
                ProbedEncoders.only(tools, encoders, systemPrograms),
                new ChildRenditionMaker(tools),
                reader.orElse(new ChildRenditionReader(tools)),
                new FfprobeProber(tools));
    }
}
