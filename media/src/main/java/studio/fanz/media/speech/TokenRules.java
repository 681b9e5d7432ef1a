package studio.fanz.media.speech;

import java.util.Arrays;
import java.util.List;

/// What Whisper may write next, as OpenAI's decoder has it: suppressed tokens, no blank first, times in pairs and never
/// backwards, the first within a second, and a time whenever all times together are likelier than any text token. One
/// rule is ours: text does not end at a time that more than two seconds of speech follow. Whisper likes to leave an
/// unfinished sentence at the end of a window to the next one, which costs a run of the encoder to hear it again.
final class TokenRules {

    private static final float NEVER = Float.NEGATIVE_INFINITY;
    /// The first time is at most one second: 51 time tokens of 20 ms.
    private static final int FIRST_TIMES = 51;
    /// Pauses of up to two seconds are part of speech.
    private static final double REST_SECONDS = 2;

    private final Vocabulary vocabulary;
    private final int firstTime;

    TokenRules(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.firstTime = vocabulary.firstTime();
    }

    /// Rules out tokens of one row.
    ///
    /// @param logits  raw; those ruled out become minus infinity
    /// @param written tokens of this row so far
    /// @param speech  seconds of the window up to which there is speech
    void apply(float[] logits, List<Integer> written, double speech) {
        for (int token : vocabulary.suppress()) {
            logits[token] = NEVER;
        }
        logits[vocabulary.noTimes()] = NEVER;
        if (written.isEmpty()) {
            for (int token : vocabulary.suppressFirst()) {
                logits[token] = NEVER;
            }
        }
        if (endsAtTime(written) && speech - vocabulary.seconds(written.getLast()) > REST_SECONDS) {
            logits[vocabulary.end()] = NEVER;
        }
        pairs(logits, written);
        if (written.isEmpty()) {
            Arrays.fill(logits, 0, firstTime, NEVER);
            Arrays.fill(logits, firstTime + FIRST_TIMES, logits.length, NEVER);
        }
        if (timesOutweighText(logits)) {
            Arrays.fill(logits, 0, firstTime, NEVER);
        }
    }

    private void pairs(float[] logits, List<Integer> written) {
        int count = written.size();
        boolean last = endsAtTime(written);
        boolean before = count < 2 || vocabulary.isTime(written.get(count - 2));
        if (last && before) {
            Arrays.fill(logits, firstTime, logits.length, NEVER);
        } else if (last) {
            Arrays.fill(logits, 0, vocabulary.end(), NEVER);
        }
        int latest = latestTime(written);
        if (latest >= 0) {
            // A closing time may be repeated as the next opening one; otherwise a segment has a length.
            int allowed = last && !before ? latest : latest + 1;
            Arrays.fill(logits, firstTime, Math.min(allowed, logits.length), NEVER);
        }
    }

    private boolean endsAtTime(List<Integer> written) {
        return !written.isEmpty() && vocabulary.isTime(written.getLast());
    }

    private int latestTime(List<Integer> written) {
        for (int i = written.size() - 1; i >= 0; i--) {
            if (vocabulary.isTime(written.get(i))) {
                return written.get(i);
            }
        }
        return -1;
    }

    private boolean timesOutweighText(float[] logits) {
        float text = NEVER;
        for (int i = 0; i < firstTime; i++) {
            text = Math.max(text, logits[i]);
        }
        return Logits.logSumExp(logits, firstTime, logits.length) > text;
    }
}
