package studio.fanz.media.speech;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.job.Progress;
import studio.fanz.core.time.Span;
import studio.fanz.media.MediaException;
import studio.fanz.media.frame.SoundReader;

/// Finds where somebody speaks, to a thirtieth of a second: finer than what the transcriber needs, for cutting
/// pauses.
/// Blocks; any thread.
public final class SpeechFinder {

    private final VoiceActivity voice;
    private final SoundReader sound;

    /// @param voice says how likely somebody speaks
    /// @param sound gives the samples
    public SpeechFinder(VoiceActivity voice, SoundReader sound) {
        this.voice = voice;
        this.sound = sound;
    }

    /// Where somebody speaks, in order of time, not overlapping; empty without sound.
    ///
    /// @throws MediaException DECODE_FAILED, MODEL_MISSING, MODEL_CORRUPT, MODEL_FAILED
    public List<Span> find(Path file, MediaFacts facts, JobContext job) throws MediaException {
        if (!facts.hasAudio()) {
            return List.of();
        }
        var spans = new VoicedSpans();
        var chunk = new Chunk();
        try (VoiceActivity.Pass pass = voice.start(job)) {
            sound.read(
                    file,
                    facts,
                    LogMel.RATE,
                    (samples, length) -> {
                        job.checkpoint();
                        chunk.add(samples, length, pass, spans);
                        job.report(
                                new Progress("voice", spans.heardMs(), facts.durationMs(), Progress.Unit.MILLISECONDS));
                        return true;
                    },
                    job);
        }
        return spans.finish();
    }

    private static final class Chunk {

        private final float[] samples = new float[VoiceActivity.CHUNK];
        private int filled;

        void add(float[] block, int length, VoiceActivity.Pass pass, VoicedSpans spans) throws MediaException {
            int used = 0;
            while (used < length) {
                int part = Math.min(length - used, samples.length - filled);
                System.arraycopy(block, used, samples, filled, part);
                used += part;
                filled += part;
                if (filled == samples.length) {
                    spans.hear(pass.hear(samples, 0));
                    filled = 0;
                }
            }
        }
    }

    /// Speech is on at 0.5 and off below 0.35 (Silero's usual hysteresis); pauses shorter than a syllable are
    /// speech, and
    /// a chunk at either end is added because the detector answers a little late.
    static final class VoicedSpans {

        private static final double ON = 0.5;
        private static final double OFF = 0.35;
        private static final int SHORTEST_PAUSE = 4;
        private static final int SHORTEST_SPEECH = 3;
        private static final double CHUNK_MS = VoiceActivity.CHUNK * 1000.0 / LogMel.RATE;

        private final List<Span> spans = new ArrayList<>();
        private int at;
        private int start = -1;
        private int quiet = -1;

        void hear(double probability) {
            if (probability >= ON) {
                start = start < 0 ? at : start;
                quiet = -1;
            } else if (start >= 0 && probability < OFF) {
                quiet = quiet < 0 ? at : quiet;
                if (at - quiet + 1 >= SHORTEST_PAUSE) {
                    end(quiet);
                }
            }
            at++;
        }

        long heardMs() {
            return Math.round(at * CHUNK_MS);
        }

        List<Span> finish() {
            if (start >= 0) {
                end(quiet < 0 ? at : quiet);
            }
            return List.copyOf(spans);
        }

        private void end(int to) {
            if (to - start >= SHORTEST_SPEECH) {
                long from = Math.round(Math.max(0, start - 1) * CHUNK_MS);
                long last = spans.isEmpty() ? 0 : spans.getLast().endMs();
                spans.add(new Span(Math.max(last, from), Math.round((to + 1) * CHUNK_MS)));
            }
            start = -1;
            quiet = -1;
        }
    }
}
