package studio.fanz.core.job;

/// A handle on running work. Safe for use by any thread.
@FunctionalInterface
public interface Job {

    /// Asks the work to stop. Returns at once; the listener hears `Cancelled` when it has.
    void cancel();
}
