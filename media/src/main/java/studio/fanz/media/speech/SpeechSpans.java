package studio.fanz.media.speech;

import java.util.Optional;

/// Makes stretches of speech from one probability per chunk, as they come: speech is on at 0.5 and off below 0.35
/// (Silero's usual hysteresis), pauses of up to two seconds belong to the speech around them, less than a
/// quarter of a second of it is none. Not for use by two threads.
final class SpeechSpans {

    private static final double ON = 0.5;
    private static final double OFF = 0.35;
    private static final long MIN_SPEECH = LogMel.RATE / 4;
    private static final long MIN_PAUSE = 2 * LogMel.RATE;
    private static final long NONE = -1;

    private long at;
    private long start = NONE;
    private long quiet = NONE;
    private long voiced;
    private long voicedTo;
    private boolean continued;

    /// Takes the next chunk.
    ///
    /// @return a stretch that is now known to be over
    Optional<Stretch> hear(double probability) {
        long chunk = at;
        at += VoiceActivity.CHUNK;
        if (probability >= ON) {
            quiet = NONE;
            voicedTo = at;
            voiced += VoiceActivity.CHUNK;
            start = start == NONE ? chunk : start;
        } else if (start != NONE && probability < OFF) {
            quiet = quiet == NONE ? chunk : quiet;
            if (at - quiet > MIN_PAUSE) {
                return end(quiet);
            }
        }
        return Optional.empty();
    }

    /// The sound is over.
    Optional<Stretch> finish() {
        return start == NONE ? Optional.empty() : end(quiet == NONE ? at : quiet);
    }

    /// Where the speech that is still going on began.
    Optional<Long> open() {
        return start == NONE ? Optional.empty() : Optional.of(start);
    }

    /// Where the last sound of speech so far ended.
    long voicedTo() {
        return voicedTo;
    }

    /// The speech that is going on was used up to there.
    void cut(long sample) {
        start = sample;
        continued = true;
    }

    private Optional<Stretch> end(long to) {
        Stretch stretch = new Stretch(start, to);
        // What is left of longer speech is speech, however short.
        boolean speech = voiced >= MIN_SPEECH || (continued && stretch.length() > 0);
        start = NONE;
        quiet = NONE;
        voiced = 0;
        continued = false;
        return speech ? Optional.of(stretch) : Optional.empty();
    }
}
