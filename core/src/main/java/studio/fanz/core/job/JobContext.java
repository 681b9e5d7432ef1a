package studio.fanz.core.job;

/// What running work may say to whoever started it, and how it hears that it should stop. Any thread may call it.
public interface JobContext {

    /// Reports how far the work is. Cheap: only the latest value is kept, so call it for every frame.
    void report(Progress progress);

    /// Gives cancellation a place to happen. Call it at least every 50 ms and between native calls.
    ///
    /// @throws java.util.concurrent.CancellationException when the person asked to stop
    void checkpoint();

    /// Runs `stop` as soon as cancellation is asked for (at once when it already was): to kill a child process or
    /// terminate an inference that cannot look at `checkpoint()`. Close the handle when the call has returned.
    Registration onCancel(Runnable stop);

    /// Takes an `onCancel` action back.
    @FunctionalInterface
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /// For work nobody watches or stops.
    static JobContext silent() {
        return SilentContext.INSTANCE;
    }
}
