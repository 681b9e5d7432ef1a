package studio.fanz.media.onnx;

import java.util.concurrent.CancellationException;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.job.Progress;

/// A job that is cancelled in the middle of the next call that offers itself to be stopped.
final class CancelledAfter implements JobContext {

    private final int calls;
    private int offered;
    private boolean armed;
    private boolean cancelled;

    /// @param calls that may still begin after [#cancel()]
    CancelledAfter(int calls) {
        this.calls = calls;
    }

    void cancel() {
        armed = true;
    }

    @Override
    public void report(Progress progress) {}

    @Override
    public void checkpoint() {
        if (cancelled) {
            throw new CancellationException();
        }
    }

    @Override
    public Registration onCancel(Runnable stop) {
        if (armed && offered++ >= calls) {
            cancelled = true;
            stop.run();
        }
        return () -> {};
    }
}
