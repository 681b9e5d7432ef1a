package studio.fanz.media.ffmpeg;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.platform.RenditionSpec;
import studio.fanz.core.platform.RenditionSpec.Framing;
import studio.fanz.core.store.DraftFile;
import studio.fanz.core.store.StoreException;
import studio.fanz.core.time.Rational;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;
import studio.fanz.media.export.PlainExporter;
import studio.fanz.media.export.PlainKind;
import studio.fanz.media.probe.Prober;
import studio.fanz.media.render.Montage;
import studio.fanz.media.render.PictureGraph;
import studio.fanz.media.render.SoundGraph;

/// Makes plain files through ffmpeg children, with our own executables.
public final class ChildPlainExporter implements PlainExporter {

    private static final int ANIMATION_WIDTH = 480;
    private static final Rational ANIMATION_RATE = new Rational(15, 1);
    private static final int ANIMATION_SECONDS = 60;
    private static final int SOUND_RATE = 48_000;

    /// A made file may be this much longer or shorter: encoders of sound work in frames.
    private static final double TOLERATED_SECONDS = 0.15;

    private final Ffmpeg tools;
    private final Prober prober;

    /// @param tools  the executables to use
    /// @param prober reads what was made
    public ChildPlainExporter(Ffmpeg tools, Prober prober) {
        this.tools = tools;
        this.prober = prober;
    }

    @Override
    public long export(Montage cut, PlainKind kind, Path target, JobContext job) throws MediaException {
        String name = InputFile.nameOf(target);
        Montage wanted = kind == PlainKind.STILL ? cut.within(0, 1) : cut;
        if (kind.picture() && wanted.pictures().isEmpty()) {
            throw new MediaException(Code.NO_VIDEO, name, "there is nothing to see");
        } else if (!kind.picture() && !wanted.hasSound()) {
            throw new MediaException(Code.NO_AUDIO, name, "there is nothing to hear");
        } else if (kind.animation() && seconds(wanted) > ANIMATION_SECONDS) {
            throw new MediaException(Code.TARGET_REFUSED, name, "it would last longer than a minute; choose a moment");
        }
        Montage anchored = new ChildRenditionMaker(tools).anchor(wanted, job);
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            try (DraftFile draft = DraftFile.beside(target)) {
                run(command(anchored, kind, draft.file()), name, job);
                long lasts = checked(anchored, kind, draft.file(), name, job);
                draft.publish();
                return lasts;
            }
        } catch (StoreException e) {
            Code code = e.code() == StoreException.Code.DISK_FULL ? Code.DISK_FULL : Code.WRITE_FAILED;
            throw new MediaException(code, name, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            job.checkpoint();
            throw new MediaException(Code.WRITE_FAILED, name, String.valueOf(e.getMessage()), e);
        }
    }

    private List<String> command(Montage cut, PlainKind kind, Path draft) throws MediaException {
        List<String> command = new ArrayList<>(List.of(tools.ffmpeg().toString(), "-hide_banner", "-nostdin", "-y"));
        command.addAll(List.of("-v", "warning"));
        command.addAll(EncodeProgress.ARGUMENTS);
        command.addAll(List.of("-copyts", "-start_at_zero"));
        for (Montage.Reading reading : cut.readings()) {
            command.addAll(ExportCommand.opened(reading));
        }
        command.addAll(List.of("-filter_complex", graph(cut, kind), "-map", "[out]"));
        command.addAll(
                switch (kind) {
                    case STILL ->
                        List.of("-frames:v", "1", "-c:v", "mjpeg", "-q:v", "2", "-f", "image2", "-update", "1");
                    case GIF -> List.of("-c:v", "gif", "-loop", "0", "-f", "gif");
                    case WEBP -> List.of("-c:v", "libwebp_anim", "-quality", "75", "-loop", "0", "-f", "webp");
                    case AAC -> List.of("-c:a", "aac", "-b:a", "192k", "-movflags", "+faststart", "-f", "mp4");
                    case MP3 -> List.of("-c:a", "libmp3lame", "-q:a", "2", "-f", "mp3");
                    case FLAC -> List.of("-c:a", "flac", "-sample_fmt", "s16", "-f", "flac");
                    case OPUS -> List.of("-c:a", "libopus", "-b:a", "128k", "-f", "ogg");
                });
        command.addAll(List.of("-map_metadata", "-1", "file:" + draft.toAbsolutePath()));
        return command;
    }

    private static String graph(Montage cut, PlainKind kind) {
        if (!kind.picture()) {
            return SoundGraph.asMixed(cut, SOUND_RATE) + "[out]";
        }
        VideoFacts video = cut.reels().getFirst().facts().video().orElseThrow();
        boolean small = kind.animation() && video.displayWidth() > ANIMATION_WIDTH;
        int width = even(small ? ANIMATION_WIDTH : video.displayWidth());
        int height = even(Math.round((float) width * video.displayHeight() / video.displayWidth()));
        boolean slow = kind.animation() && cut.rate().compareTo(ANIMATION_RATE) > 0;
        Rational rate = kind == PlainKind.STILL ? Rational.ZERO : slow ? ANIMATION_RATE : cut.rate();
        var picture = new RenditionSpec.Picture("", width, height, Framing.SCALE, rate, 0, 0, 0, 0, Long.MAX_VALUE);
        var graph =
                new PictureGraph(video, picture, cut.stretch(Optional.empty()), 0, Optional.empty(), Optional.of(cut));
        return switch (kind) {
            case STILL -> graph.stillText() + ";[picture]null[out]";
            case GIF ->
                graph.text() + ";[picture]split[shown][looked];[looked]palettegen=stats_mode=diff[palette];"
                        + "[shown][palette]paletteuse=dither=bayer:bayer_scale=4[out]";
            default -> graph.text() + ";[picture]null[out]";
        };
    }

    private static int even(int length) {
        return Math.max(2, length / 2 * 2);
    }

    private static void run(List<String> command, String name, JobContext job) throws MediaException {
        try (GraphFile graph = GraphFile.of(command, true);
                Child child = Child.start(graph.command(), job)) {
            EncodeProgress.follow(child, "export", 0, job);
            if (child.await() != 0) {
                boolean full = child.errorTail().contains("No space left");
                throw new MediaException(full ? Code.DISK_FULL : Code.ENCODER_FAILED, name, lastLine(child));
            }
        } catch (IOException e) {
            job.checkpoint();
            throw new MediaException(Code.WRITE_FAILED, name, String.valueOf(e.getMessage()), e);
        }
    }

    private static String lastLine(Child child) {
        return child.errorTail().lines().reduce((a, b) -> b).orElse("the encoder stopped without a word");
    }

    private long checked(Montage cut, PlainKind kind, Path draft, String name, JobContext job)
            throws MediaException, IOException {
        if (kind == PlainKind.WEBP) {
            // FFmpeg writes animations that it does not read itself: the header and the frames' marks are looked at.
            String bytes = new String(Files.readAllBytes(draft), StandardCharsets.ISO_8859_1);
            boolean moving = bytes.startsWith("RIFF") && bytes.startsWith("WEBPVP8X", 8) && bytes.contains("ANMF");
            boolean single = bytes.startsWith("RIFF") && bytes.startsWith("WEBPVP8", 8) && cut.frames() == 1;
            if (!moving && !single) {
                throw new MediaException(Code.CHECK_FAILED, name, "it is no animation");
            }
            return 0;
        }
        MediaFacts made = prober.probe(draft, job);
        boolean there = kind.picture() ? made.video().isPresent() : made.hasAudio();
        double off = Math.abs(made.durationMs() / 1000.0 - seconds(cut));
        if (!there || (kind != PlainKind.STILL && off > TOLERATED_SECONDS)) {
            throw new MediaException(Code.CHECK_FAILED, name, "it lasts " + made.durationMs() + " ms");
        }
        return made.durationMs();
    }

    private static double seconds(Montage cut) {
        return cut.seconds(cut.frames()).toDouble();
    }
}
