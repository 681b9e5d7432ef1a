package studio.fanz.media.ffmpeg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.fanz.core.asset.AudioFacts;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;
import studio.fanz.media.frame.SoundReader;

/// Reads sound through an ffmpeg child. The stream read is the first of the facts: the one a player chooses.
public final class ChildSoundReader implements SoundReader {

    private final Ffmpeg tools;

    /// @param tools the executables to use
    public ChildSoundReader(Ffmpeg tools) {
        this.tools = tools;
    }

    @Override
    public void read(Path file, MediaFacts facts, int sampleRate, Sink sink, JobContext job) throws MediaException {
        InputFile input = InputFile.open(file);
        if (!facts.hasAudio()) {
            throw new MediaException(Code.NO_AUDIO, input.name(), "it holds no sound");
        }
        AudioFacts stream = facts.audio().getFirst();
        Downmix downmix = Downmix.of(stream);
        try (Child child = Child.start(command(input, stream, downmix, sampleRate), job)) {
            long samples = MonoPump.run(child.output(), downmix, sampleRate, sink, job);
            if (samples == 0 && child.await() != 0) {
                throw new MediaException(Code.DECODE_FAILED, input.name(), child.errorTail());
            }
            child.throwIfStalled(input.path());
            input.throwIfChanged();
        } catch (IOException e) {
            job.checkpoint();
            throw new MediaException(Code.DECODE_FAILED, input.name(), String.valueOf(e.getMessage()), e);
        }
    }

    private List<String> command(InputFile input, AudioFacts stream, Downmix downmix, int sampleRate) {
        List<String> command = new ArrayList<>(List.of(tools.ffmpeg().toString(), "-nostdin", "-v", "error"));
        command.addAll(input.arguments());
        command.addAll(List.of("-map", "0:" + stream.index(), "-af", downmix.filters(sampleRate)));
        command.addAll(List.of("-c:a", "pcm_f32le", "-f", "f32le", "pipe:1"));
        return command;
    }
}
