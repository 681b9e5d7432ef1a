package studio.fanz.core.job;

/// How far one step is. `done` and `total` count `unit`s; `total` is 0 while nobody can know it.
///
/// @param step the step's code (`probe`, `transcribe`, `export`), never a sentence: skins translate it
public record Progress(String step, long done, long total, Unit unit) {

    /// What is counted.
    public enum Unit {
        MILLISECONDS,
        BYTES,
        FRAMES,
        FILES,
        STEPS
    }

    /// 0..1, or -1 while the total is unknown.
    public double fraction() {
        return total <= 0 ? -1 : Math.clamp((double) done / total, 0, 1);
    }
}
