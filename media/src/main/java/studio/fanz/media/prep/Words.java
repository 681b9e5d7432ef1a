package studio.fanz.media.prep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.asset.Shot;
import studio.fanz.core.caption.CaptionProfile;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.caption.Segment;
import studio.fanz.core.caption.Segmenter;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.insight.ModelUse;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.store.StepKey;
import studio.fanz.media.speech.Transcriber;

/// The steps that turn sound into captions.
final class Words {

    /// Nobody listened.
    static final Transcript NONE = new Transcript("", 0, new ModelUse("", "", ""), List.of(), List.of("not-heard"));

    /// No captions.
    static final Captions NO_CAPTIONS = new Captions("", "", List.of());

    private static final int TRANSCRIPT = 1;

    private final Memory memory;
    private final Transcriber transcriber;

    Words(Memory memory, Transcriber transcriber) {
        this.memory = memory;
        this.transcriber = transcriber;
    }

    Transcript transcript(Source source, Optional<String> language, PrepListener listener, JobContext job)
            throws StudioException {
        StepKey key = Memory.key(source, "transcript", TRANSCRIPT, language.orElse("auto"));
        Transcript transcript = memory.of(key, Transcript.class, _ -> listen(source, language, listener, job));
        listener.words(transcript);
        return transcript;
    }

    private Transcript listen(Source source, Optional<String> language, PrepListener listener, JobContext job)
            throws StudioException {
        var soFar = new ArrayList<Segment>();
        return transcriber.transcribe(
                source.file(),
                source.facts(),
                new Transcriber.Options(language),
                fresh -> {
                    soFar.addAll(fresh);
                    listener.words(partial(language, soFar));
                },
                job);
    }

    /// What is heard so far, before the whole is there.
    private static Transcript partial(Optional<String> language, List<Segment> soFar) {
        return new Transcript(language.orElse(""), 0, new ModelUse("", "", ""), soFar, List.of("partial"));
    }

    /// Pure and quick, so never remembered.
    static Captions captions(Source source, Transcript transcript, CaptionProfile profile, List<Shot> shots) {
        if (transcript.segments().isEmpty()) {
            return new Captions(transcript.language(), profile.name(), List.of());
        }
        return Segmenter.segment(transcript, profile, source.captionRate(), shots);
    }
}
