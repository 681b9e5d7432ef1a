package studio.fanz.app.fx;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Brings the latest of many values to the FX thread: at most one update is pending, older values are dropped. Any
/// thread may offer.
///
/// @param <T> an immutable value
public final class Latest<T> {

    private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();
    private final Executor thread;
    private final Consumer<T> sink;

    /// `sink` is called on `thread` (the FX thread outside tests).
    public Latest(Executor thread, Consumer<T> sink) {
        this.thread = thread;
        this.sink = sink;
    }

    /// Replaces the value that waits, if one does.
    public void offer(T value) {
        if (waiting.getAndSet(value) == null) {
            thread.execute(this::deliver);
        }
    }

    private void deliver() {
        T value = waiting.getAndSet(null);
        if (value != null) {
            sink.accept(value);
        }
    }
}
