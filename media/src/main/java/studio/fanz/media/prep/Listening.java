package studio.fanz.media.prep;

import java.util.List;
import java.util.Optional;
import studio.fanz.core.asset.Loudness;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.job.Progress;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.store.StepKey;
import studio.fanz.media.frame.SoundPass;
import studio.fanz.media.probe.SilenceDetector;

/// The step that measures the sound.
final class Listening {

    private static final int HEARING = 1;
    private static final int RATE = 16_000;

    /// Shorter pauses belong to speech.
    private static final long SILENCE_FROM_MS = 2000;

    private final Memory memory;
    private final SoundPass sound;

    Listening(Memory memory, SoundPass sound) {
        this.memory = memory;
        this.sound = sound;
    }

    Hearing hearing(Source source, JobContext job) throws StudioException {
        if (!source.facts().hasAudio()) {
            return new Hearing(Optional.empty(), List.of());
        }
        StepKey key = Memory.key(source, "hearing", HEARING, "");
        return memory.of(key, Hearing.class, _ -> {
            job.report(new Progress("listen", 0, 0, Progress.Unit.STEPS));
            var silence = new SilenceDetector(RATE, SILENCE_FROM_MS);
            Loudness loudness = sound.run(source.file(), source.facts(), RATE, silence, job);
            return new Hearing(Optional.of(loudness), silence.finish());
        });
    }
}
