package studio.fanz.core.job;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/// A job that can be stopped from outside: by the runner, or by the command line, which works on its own
/// thread and cancels from a shutdown hook. Any thread may call anything.
public final class CancellableContext implements JobContext {

    private final Consumer<Progress> progress;
    private final List<Stop> stops = new ArrayList<>();
    private volatile boolean cancelled;

    /// @param progress takes every report at once, on the thread that reports; must be quick
    public CancellableContext(Consumer<Progress> progress) {
        this.progress = progress;
    }

    @Override
    public void report(Progress now) {
        progress.accept(now);
    }

    @Override
    public void checkpoint() {
        if (cancelled) {
            throw new CancellationException("asked to stop");
        }
    }

    /// Whether somebody asked to stop.
    public boolean cancelled() {
        return cancelled;
    }

    /// Asks to stop: raises the flag, then runs the `onCancel` actions on this thread, latest first, each
    /// once. The second call does nothing. When an action throws, the others still run, and the first
    /// exception is thrown then.
    public void cancel() {
        List<Stop> now;
        synchronized (stops) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            now = List.copyOf(stops.reversed());
            stops.clear();
        }
        runAll(now);
    }

    private static void runAll(List<Stop> stops) {
        RuntimeException first = null;
        for (Stop stop : stops) {
            try {
                stop.run();
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /// When `stop` is running on another thread while the handle is closed, closing waits for it: what `stop`
    /// works on may be released right after.
    @Override
    public Registration onCancel(Runnable stop) {
        Stop entry = new Stop(stop);
        boolean late;
        synchronized (stops) {
            late = cancelled;
            if (!late) {
                stops.add(entry);
            }
        }
        if (late) {
            entry.run();
        }
        return () -> remove(entry);
    }

    private void remove(Stop entry) {
        synchronized (stops) {
            stops.remove(entry);
        }
        entry.close();
    }

    /// One action: run at most once, never after it was taken back.
    private static final class Stop {

        private final Runnable action;
        private boolean over;

        Stop(Runnable action) {
            this.action = action;
        }

        synchronized void run() {
            if (!over) {
                over = true;
                action.run();
            }
        }

        synchronized void close() {
            over = true;
        }
    }
}
