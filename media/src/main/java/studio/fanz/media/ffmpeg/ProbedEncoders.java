package studio.fanz.media.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.platform.RenditionSpec;
import studio.fanz.core.time.Rational;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;
import studio.fanz.media.export.EncoderChoice;
import studio.fanz.media.export.Encoders;
import studio.fanz.media.export.Survey.Quality;

/// Finds the encoder by trying: each candidate encodes a second of a moving picture, and what comes back out of our own
/// decoder must look like it. An encoder that is listed and fails, hangs, or writes black or garbage is passed over.
public final class ProbedEncoders implements Encoders {

    /// A driver that says nothing for this long will not say anything.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String PATTERN = "testsrc2=size=640x360:rate=30:duration=1";
    private static final double ALIKE = 0.9;
    private static final int FRAMES = 30;
    private static final Pattern SSIM = Pattern.compile("SSIM Y:[0-9.]+ .*?All:([0-9.]+)");

    /// Everything our graphs use, for a system's ffmpeg that has to understand them.
    private static final String TRIAL_GRAPH = "format=yuv420p10le,bwdif=mode=send_frame:deint=interlaced,"
            + "fps=30:start_time=0,tpad=stop_mode=clone:stop=2,trim=end_frame=8,"
            + "setparams=color_primaries=bt2020:color_trc=arib-std-b67:colorspace=bt2020nc:range=tv,"
            + "zscale=transfer=linear:npl=203,format=gbrpf32le,zscale=primaries=bt709,"
            + "tonemap=tonemap=mobius:param=0.6:desat=0:peak=4.9,zscale=transfer=bt709:matrix=bt709:range=limited,"
            + "format=yuv420p,gblur=sigma=3,lutyuv=y=16+(val-16)*0.5,crop=w=320:h=180:x='lerp(0,9,clip(t,0,1))':exact=1";

    private static final String TRIAL_SOUND =
            "aresample=192000,alimiter=limit=0.8:attack=5:release=80:level=false:latency=true,aresample=48000";

    private final Ffmpeg tools;
    private final Optional<Path> cache;
    private final List<Path> systemPrograms;
    private final List<String> pinned;
    private @Nullable EncoderChoice chosen;

    /// Tries what this machine has.
    ///
    /// @param tools our executables
    /// @param cache folder that remembers the answer (`HOME/cache`)
    public ProbedEncoders(Ffmpeg tools, Path cache) {
        this(tools, Optional.of(cache), SystemPrograms.named("ffmpeg"), List.of());
    }

    private ProbedEncoders(Ffmpeg tools, Optional<Path> cache, List<Path> systemPrograms, List<String> pinned) {
        this.tools = tools;
        this.cache = cache;
        this.systemPrograms = systemPrograms;
        this.pinned = pinned;
    }

    /// Tries only these encoders, in this order, and remembers nothing.
    ///
    /// @param encoders       FFmpeg's names; `libx264` is looked for in the system's programs, others in our own
    /// @param systemPrograms ffmpeg executables of the system
    public static ProbedEncoders only(Ffmpeg tools, List<String> encoders, List<Path> systemPrograms) {
        return new ProbedEncoders(tools, Optional.empty(), systemPrograms, encoders);
    }

    @Override
    public synchronized EncoderChoice choose(JobContext job) throws MediaException {
        if (chosen == null) {
            EncoderMemory memory = new EncoderMemory(cache, fingerprint());
            Optional<EncoderChoice> remembered = memory.recall();
            chosen = remembered.isPresent() ? remembered.get() : tryAll(job);
            if (remembered.isEmpty()) {
                memory.keep(chosen);
            }
        }
        return chosen;
    }

    private EncoderChoice tryAll(JobContext job) throws MediaException {
        List<String> reasons = new ArrayList<>();
        for (EncoderChoice candidate : candidates()) {
            Optional<String> fault = fault(candidate, job);
            if (fault.isEmpty()) {
                return new EncoderChoice(candidate.name(), candidate.program(), String.join("; ", reasons));
            }
            reasons.add(candidate.name() + ": " + fault.get());
        }
        throw new MediaException(Code.NO_ENCODER, "H.264", String.join("; ", reasons));
    }

    /// Hardware, then libx264 of the system, then our own.
    private List<EncoderChoice> candidates() {
        List<EncoderChoice> all = new ArrayList<>();
        for (EncoderArguments one : EncoderArguments.values()) {
            if (!pinned.isEmpty() && !pinned.contains(one.encoder())) {
                continue;
            }
            if (one == EncoderArguments.X264) {
                systemPrograms.forEach(program -> all.add(new EncoderChoice(one.encoder(), program.toString(), "")));
            } else {
                all.add(new EncoderChoice(one.encoder(), EncoderChoice.BUNDLED.program(), ""));
            }
        }
        return all;
    }

    /// What is wrong with an encoder; empty when it works.
    private Optional<String> fault(EncoderChoice candidate, JobContext job) throws MediaException {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("fanz-encoder");
            Path file = folder.resolve("trial.mp4");
            Optional<String> refused = run(encode(candidate, file), job);
            return refused.isPresent() ? refused : compare(file, job);
        } catch (IOException e) {
            throw new MediaException(Code.WRITE_FAILED, "the encoder's trial", String.valueOf(e.getMessage()), e);
        } finally {
            SystemPrograms.delete(folder);
        }
    }

    private List<String> encode(EncoderChoice candidate, Path file) {
        EncoderArguments encoder = EncoderArguments.of(candidate.name());
        RenditionSpec.Picture picture = new RenditionSpec.Picture(
                "h264", 640, 360, RenditionSpec.Framing.SCALE, new Rational(30, 1), 1, 2, 0, 0, 2_000_000);
        if (!candidate.bundled()) {
            return systemTrial(candidate, file, encoder, picture);
        }
        List<String> command = new ArrayList<>(List.of(tools.ffmpeg().toString(), "-hide_banner", "-nostdin", "-y"));
        command.addAll(List.of("-v", "error"));
        command.addAll(encoder.device());
        command.addAll(List.of("-f", "lavfi", "-i", PATTERN));
        command.addAll(List.of("-vf", "format=yuv420p" + encoder.upload(), "-fps_mode", "passthrough"));
        command.addAll(encoder.output(picture, new Quality(24, 0, 0, 0)));
        command.addAll(List.of("-use_editlist", "0", "-movflags", "+faststart+negative_cts_offsets"));
        command.add("file:" + file);
        return command;
    }

    /// A system's program also runs our graphs, so it has to know their filters.
    private static List<String> systemTrial(
            EncoderChoice candidate, Path file, EncoderArguments encoder, RenditionSpec.Picture picture) {
        List<String> command =
                new ArrayList<>(List.of(candidate.program(), "-hide_banner", "-nostdin", "-y", "-v", "error"));
        command.addAll(List.of("-f", "lavfi", "-i", PATTERN, "-f", "lavfi", "-i", "sine=duration=1"));
        command.addAll(List.of("-filter_complex"));
        command.add("[0:v]split[a][b];[a]format=yuv420p[plain];[b]" + TRIAL_GRAPH + "[mapped];[1:a]" + TRIAL_SOUND
                + "[sound]");
        command.addAll(List.of("-map", "[plain]", "-map", "[sound]", "-fps_mode", "passthrough"));
        command.addAll(encoder.output(picture, new Quality(24, 0, 0, 0)));
        command.addAll(List.of("-c:a", "aac", "-use_editlist", "0"));
        command.addAll(List.of("-movflags", "+faststart+negative_cts_offsets", "file:" + file));
        command.addAll(List.of("-map", "[mapped]", "-f", "null", "-"));
        return command;
    }

    private Optional<String> compare(Path file, JobContext job) throws MediaException {
        List<String> command = new ArrayList<>(List.of(tools.ffmpeg().toString(), "-hide_banner", "-nostdin"));
        command.addAll(List.of("-nostats", "-v", "info", "-i", "file:" + file, "-f", "lavfi", "-i", PATTERN));
        command.addAll(List.of(
                "-lavfi",
                "[0:v]settb=AVTB,setpts=N/30/TB[made];[1:v]settb=AVTB,format=yuv420p[shown];"
                        + "[made][shown]ssim=shortest=1",
                "-fps_mode",
                "passthrough",
                "-f",
                "null",
                "-"));
        try (Child child = Child.start(command, job, PATIENCE)) {
            if (child.await() != 0) {
                return Optional.of("what it writes cannot be decoded");
            }
            Matcher matcher = SSIM.matcher(child.errorTail());
            double alike = matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
            boolean complete = child.errorTail().contains("frame=" + String.format("%5d", FRAMES));
            if (!complete) {
                return Optional.of("it loses frames");
            }
            return alike >= ALIKE ? Optional.empty() : Optional.of("its picture is not what went in");
        }
    }

    private static Optional<String> run(List<String> command, JobContext job) throws MediaException {
        try (Child child = Child.start(command, job, PATIENCE)) {
            int status = child.await();
            String said = child.errorTail().lines().findFirst().orElse("no word why");
            return status == 0 ? Optional.empty() : Optional.of(said.replaceAll("^\\[.*?\\] *", ""));
        } catch (MediaException cannotStart) {
            return Optional.of(cannotStart.arguments().getLast());
        }
    }

    private String fingerprint() {
        StringBuilder all = new StringBuilder(System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        all.append(" ").append(SystemPrograms.machine());
        all.append(" ").append(tools.ffmpeg().getParent());
        systemPrograms.forEach(program -> all.append(" ").append(SystemPrograms.version(program)));
        return all.toString();
    }
}
