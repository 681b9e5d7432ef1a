package studio.fanz.media.ffmpeg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.fanz.core.asset.AudioFacts;
import studio.fanz.core.asset.Loudness;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;
import studio.fanz.media.frame.SoundPass;
import studio.fanz.media.frame.SoundReader;

/// One ffmpeg child decodes the sound, sends it folded to mono, and meters it by its `ebur128` filter (EBU R
/// 128, true peak four times oversampled).
public final class ChildSoundPass implements SoundPass {

    private final Ffmpeg tools;

    /// @param tools the executables to use
    public ChildSoundPass(Ffmpeg tools) {
        this.tools = tools;
    }

    @Override
    public Loudness run(Path file, MediaFacts facts, int sampleRate, SoundReader.Sink sink, JobContext job)
            throws MediaException {
        InputFile input = InputFile.open(file);
        if (!facts.hasAudio()) {
            throw new MediaException(Code.NO_AUDIO, input.name(), "it holds no sound");
        }
        AudioFacts stream = facts.audio().getFirst();
        Downmix downmix = Downmix.of(stream);
        try (Child child = Child.start(command(input, stream, downmix, sampleRate), job)) {
            SoundReader.Sink all = (samples, length) -> {
                sink.accept(samples, length);
                return true;
            };
            MonoPump.run(child.output(), downmix, sampleRate, all, job);
            child.await();
            child.throwIfStalled(input.path());
            input.throwIfChanged();
            String printed = child.errorTail();
            return Ebur128.parse(printed)
                    .orElseThrow(() -> new MediaException(Code.DECODE_FAILED, input.name(), printed));
        } catch (IOException e) {
            job.checkpoint();
            throw new MediaException(Code.DECODE_FAILED, input.name(), String.valueOf(e.getMessage()), e);
        }
    }

    private List<String> command(InputFile input, AudioFacts stream, Downmix downmix, int sampleRate) {
        String graph = "[0:" + stream.index() + "]asplit=2[heard][metered];[heard]" + downmix.filters(sampleRate)
                + "[mono];[metered]ebur128=peak=true:framelog=quiet,anullsink";
        List<String> command = new ArrayList<>(List.of(tools.ffmpeg().toString(), "-nostdin", "-hide_banner"));
        command.addAll(List.of("-nostats", "-v", "info"));
        command.addAll(input.arguments());
        command.addAll(List.of("-filter_complex", graph, "-map", "[mono]"));
        command.addAll(List.of("-c:a", "pcm_f32le", "-f", "f32le", "pipe:1"));
        return command;
    }
}
