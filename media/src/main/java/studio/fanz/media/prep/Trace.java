package studio.fanz.media.prep;

import java.util.ArrayList;
import java.util.List;

/// What one run did: which steps it took and which it only remembered. One thread.
final class Trace {

    /// One step of a run.
    ///
    /// @param step      its code
    /// @param elapsedMs how long it took now
    /// @param reused    whether its result was there already
    record Ran(String step, long elapsedMs, boolean reused) {}

    private final List<Ran> ran = new ArrayList<>();

    void add(Ran step) {
        ran.add(step);
    }

    List<Ran> ran() {
        return List.copyOf(ran);
    }
}
