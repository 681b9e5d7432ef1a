package studio.fanz.core.job;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Brings one job's news to its listener: at most one progress call waits at any time and carries the latest
/// value; calls never overlap; after the end there is silence.
final class Delivery<T> {

    private final JobListener<T> listener;
    private final Executor executor;
    private final Consumer<Throwable> bugs;
    private final AtomicReference<@Nullable Progress> latest = new AtomicReference<>();
    private final Object turn = new Object();
    private boolean over;

    Delivery(JobListener<T> listener, Executor executor, Consumer<Throwable> bugs) {
        this.listener = listener;
        this.executor = executor;
        this.bugs = bugs;
    }

    void progress(Progress now) {
        if (latest.getAndSet(now) == null) {
            hand(this::deliverLatest);
        }
    }

    void end(Outcome<T> outcome) {
        hand(() -> deliverEnd(outcome));
    }

    private void deliverLatest() {
        synchronized (turn) {
            Progress now = latest.getAndSet(null);
            if (now != null && !over) {
                guarded(() -> listener.progressed(now));
            }
        }
    }

    private void deliverEnd(Outcome<T> outcome) {
        synchronized (turn) {
            over = true;
            guarded(() -> listener.ended(outcome));
        }
    }

    private void hand(Runnable news) {
        try {
            executor.execute(news);
        } catch (RejectedExecutionException e) {
            bugs.accept(e);
        }
    }

    /// A listener's bug must not become the job's.
    private void guarded(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException | Error e) {
            bugs.accept(e);
        }
    }
}
