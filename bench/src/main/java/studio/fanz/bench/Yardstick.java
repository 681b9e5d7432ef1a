package studio.fanz.bench;

import java.util.Arrays;
import java.util.List;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;
import studio.fanz.media.speech.LogMel;
import studio.fanz.media.speech.SpeechModel;

/// What the bare networks take.
///
/// @param encoder one window
/// @param step    one row, sixty tokens and more behind it
record Yardstick(Stopwatch.Time encoder, Stopwatch.Time step) {

    private static final int PAST = 60;
    private static final int ENCODES = 6;
    private static final int STEPS = 100;

    static Yardstick measure(SpeechModel model) throws MediaException {
        JobContext job = JobContext.silent();
        List<float[]> window = List.of(new float[LogMel.BANDS * LogMel.FRAMES]);
        Stopwatch encoding = new Stopwatch();
        for (int i = 0; i < ENCODES; i++) {
            model.encode(window, job).close();
        }
        Stopwatch.Time encoded = encoding.read();
        int[] past = new int[PAST];
        Arrays.fill(past, 400);
        try (SpeechModel.Encoded windows = model.encode(window, job);
                SpeechModel.State state = model.start(windows, 1)) {
            model.step(new int[][] {past}, state, job);
            Stopwatch stepping = new Stopwatch();
            for (int i = 0; i < STEPS; i++) {
                model.step(new int[][] {{400}}, state, job);
            }
            return new Yardstick(part(encoded, ENCODES), part(stepping.read(), STEPS));
        }
    }

    Yardstick mean(Yardstick other) {
        return new Yardstick(mean(encoder, other.encoder), mean(step, other.step));
    }

    Stopwatch.Time cost(double packedSeconds, long tokens) {
        return new Stopwatch.Time(
                encoder.wall() * packedSeconds / 30 + step.wall() * tokens,
                encoder.cpu() * packedSeconds / 30 + step.cpu() * tokens);
    }

    private static Stopwatch.Time mean(Stopwatch.Time a, Stopwatch.Time b) {
        return new Stopwatch.Time((a.wall() + b.wall()) / 2, (a.cpu() + b.cpu()) / 2);
    }

    private static Stopwatch.Time part(Stopwatch.Time all, int parts) {
        return new Stopwatch.Time(all.wall() / parts, all.cpu() / parts);
    }
}
