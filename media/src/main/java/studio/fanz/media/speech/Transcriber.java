package studio.fanz.media.speech;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.caption.Segment;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.job.Progress;
import studio.fanz.media.MediaException;
import studio.fanz.media.frame.SoundReader;

/// Writes down what is said in a recording. Sound is read, searched for speech and recognised as it comes, half
/// a minute of speech at a time: the first words of a long recording come as early as those of a short one, and
/// memory does not grow with its length. Blocks; any thread; one recogniser may serve several callers, one
/// network call at a time.
public final class Transcriber {

    private final VoiceActivity voice;
    private final SpeechModel model;
    private final SoundReader sound;

    /// @param voice finds speech, so that nothing is read into silence, noise or music
    /// @param model recognises it
    /// @param sound gives the samples
    public Transcriber(VoiceActivity voice, SpeechModel model, SoundReader sound) {
        this.voice = voice;
        this.model = model;
        this.sound = sound;
    }

    /// What a person may choose.
    ///
    /// @param language code as in the model's vocabulary (`en`, `pt`), empty to let the model find out
    public record Options(Optional<String> language) {

        /// Everything found out by itself.
        public static Options automatic() {
            return new Options(Optional.empty());
        }
    }

    /// Hears words as they are recognised. Called by the thread that transcribes.
    @FunctionalInterface
    public interface Listener {

        /// @param fresh segments that follow those of earlier calls, in order of time; final
        void heard(List<Segment> fresh);
    }

    /// Transcribes the whole recording. Progress is told in milliseconds of the source, as step `transcribe`.
    ///
    /// @return words in order of time that never overlap; without words it carries the note `no-audio` or
    /// `no-speech`
    /// @throws MediaException        LANGUAGE_UNKNOWN, DECODE_FAILED, MODEL_MISSING, MODEL_CORRUPT, MODEL_FAILED
    /// @throws CancellationException soon after the job was cancelled
    public Transcript transcribe(Path file, MediaFacts facts, Options options, Listener listener, JobContext job)
            throws MediaException {
        SpokenLanguage language = SpokenLanguage.of(options.language(), model.vocabulary());
        if (!facts.hasAudio()) {
            return new Transcript("", 0, model.use(), List.of(), List.of("no-audio"));
        }
        try (Transcription transcription = new Transcription(model, language, listener, job);
                VoiceActivity.Pass pass = voice.start(job)) {
            WindowPacker packer = new WindowPacker(pass, transcription::accept);
            sound.read(
                    file,
                    facts,
                    LogMel.RATE,
                    (samples, length) -> {
                        job.checkpoint();
                        packer.accept(samples, length);
                        report(packer.settledMs(), facts, job);
                        return true;
                    },
                    job);
            packer.finish();
            Transcript transcript = transcription.finish();
            report(facts.durationMs(), facts, job);
            return transcript;
        }
    }

    private static void report(long doneMs, MediaFacts facts, JobContext job) {
        job.report(new Progress("transcribe", doneMs, facts.durationMs(), Progress.Unit.MILLISECONDS));
    }
}
