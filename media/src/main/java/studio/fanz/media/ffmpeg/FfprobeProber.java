package studio.fanz.media.ffmpeg;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;
import studio.fanz.media.probe.Prober;

/// Probes by FFmpeg's `ffprobe`. Reads the headers; packets too where the stated frame rate cannot be relied on, and
/// all of them where no length is stated (recordings out of a browser).
public final class FfprobeProber implements Prober {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Ffmpeg tools;

    /// @param tools the executables to use
    public FfprobeProber(Ffmpeg tools) {
        this.tools = tools;
    }

    @Override
    public MediaFacts probe(Path file, JobContext job) throws MediaException {
        InputFile input = InputFile.open(file);
        Optional<Mp4Boxes> boxes = boxes(input);
        String printed = sections(input, boxes, job);
        ProbedFile probed = new ProbedFile(input, Sections.parse(printed), boxes);
        if (probed.streams().isEmpty()) {
            throw new MediaException(Code.NOT_MEDIA, input.name(), "no picture and no sound in it");
        }
        refuseCutOff(input, boxes);
        return new FactsReader(tools, probed, job).read();
    }

    private static Optional<Mp4Boxes> boxes(InputFile input) throws MediaException {
        if (input.magic() != InputFile.Magic.MP4) {
            return Optional.empty();
        }
        try {
            return Optional.of(Mp4Boxes.read(input.path()));
        } catch (IOException e) {
            throw new MediaException(Code.FILE_UNREADABLE, input.name(), String.valueOf(e.getMessage()), e);
        }
    }

    private String sections(InputFile input, Optional<Mp4Boxes> boxes, JobContext job) throws MediaException {
        List<String> command = new ArrayList<>(List.of(tools.ffprobe().toString(), "-v", "error", "-of", "ini"));
        command.addAll(List.of("-show_format", "-show_streams", "-show_chapters"));
        command.addAll(input.arguments());
        try (Child child = Child.start(command, job, PATIENCE)) {
            String printed = new String(child.output().readAllBytes(), StandardCharsets.UTF_8);
            int status = child.await();
            child.throwIfStalled(input.path());
            if (status != 0) {
                throw refused(input, boxes, child.errorTail());
            }
            return printed;
        } catch (IOException e) {
            job.checkpoint();
            throw new MediaException(Code.FILE_UNREADABLE, input.name(), String.valueOf(e.getMessage()), e);
        }
    }

    private static MediaException refused(InputFile input, Optional<Mp4Boxes> boxes, String errors) {
        if (!Files.isReadable(input.path())) {
            return new MediaException(Code.FILE_UNREADABLE, input.name(), "it went away while it was read");
        }
        if (boxes.isPresent() && !boxes.get().hasIndex()) {
            return new MediaException(
                    Code.DAMAGED, input.name(), "its index (the moov box) is missing, so the recording was cut off");
        }
        if (input.magic() == InputFile.Magic.OTHER) {
            return new MediaException(Code.NOT_MEDIA, input.name(), "no recording or picture format fits its content");
        }
        return new MediaException(Code.DAMAGED, input.name(), lastSentence(errors, input));
    }

    private static void refuseCutOff(InputFile input, Optional<Mp4Boxes> boxes) throws MediaException {
        long missing = boxes.map(Mp4Boxes::missingBytes).orElse(0L);
        if (missing > 0) {
            throw new MediaException(
                    Code.DAMAGED, input.name(), "it was cut off: " + missing + " bytes are missing at its end");
        }
    }

    /// The last thing FFmpeg said, without the path and the address of its own objects.
    private static String lastSentence(String errors, InputFile input) {
        String last = errors.lines().reduce("", (a, b) -> b);
        return last.replace("file:" + input.path() + ": ", "").replaceAll("^\\[[^\\]]*] ", "");
    }
}
