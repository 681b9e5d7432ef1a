package studio.fanz.core.store.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import studio.fanz.core.store.StoreException;

/// Owner threads in front of connections: each thread has its own, all take from one queue, most urgent first,
/// then first come first served. Never interrupted. JDBC never runs on the caller's thread, which may be a
/// virtual one.
final class Lane implements AutoCloseable {

    /// What a person waits for goes before what runs in the background.
    enum Urgency {
        PERSON,
        BACKGROUND,
        CLOSING
    }

    /// Something done with a connection.
    @FunctionalInterface
    interface Task<T> {
        T run(Sql sql) throws SQLException, StoreException;
    }

    /// Makes a thread's connection.
    @FunctionalInterface
    interface Opener {
        Sql open() throws SQLException;
    }

    private final Path file;
    private final PriorityBlockingQueue<Ticket> queue = new PriorityBlockingQueue<>();
    private final AtomicLong order = new AtomicLong();
    private final Thread[] threads;
    private volatile boolean closed;

    Lane(Path file, String name, int threads, Opener opener) throws StoreException {
        this.file = file;
        this.threads = new Thread[threads];
        for (int i = 0; i < threads; i++) {
            Sql sql = open(opener);
            this.threads[i] = Thread.ofPlatform().daemon().name(name + "-" + i).start(() -> serve(sql));
        }
    }

    private Sql open(Opener opener) throws StoreException {
        try {
            return opener.open();
        } catch (SQLException e) {
            close();
            throw Faults.of(file, e);
        }
    }

    /// Runs the task on one of the threads and waits for it.
    <T> T call(Urgency urgency, Task<T> task) throws StoreException {
        var result = new CompletableFuture<T>();
        put(urgency, sql -> {
            try {
                result.complete(task.run(sql));
            } catch (SQLException | StoreException | RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
            return true;
        });
        try {
            return result.join();
        } catch (CompletionException e) {
            throw unwrap(e);
        }
    }

    private void put(Urgency urgency, Step step) throws StoreException {
        synchronized (queue) {
            if (closed) {
                throw new StoreException(StoreException.Code.LIBRARY_UNREADABLE, file.toString(), "closed");
            }
            queue.add(new Ticket(urgency, order.getAndIncrement(), step));
        }
    }

    private StoreException unwrap(CompletionException e) {
        return switch (e.getCause()) {
            case StoreException expected -> expected;
            case SQLException fault -> Faults.of(file, fault);
            case RuntimeException bug -> throw bug;
            case Error bug -> throw bug;
            case null, default -> throw e;
        };
    }

    private void serve(Sql sql) {
        try (sql) {
            boolean goOn = true;
            while (goOn) {
                goOn = next().step.run(sql);
            }
        } catch (SQLException atClosing) {
            // The connection is gone either way; everything committed is on disk.
        }
    }

    private Ticket next() {
        while (true) {
            try {
                return queue.take();
            } catch (InterruptedException e) {
                // Owner threads are stopped by a ticket, never by an interrupt.
            }
        }
    }

    /// Finishes what is queued, then closes the connections.
    @Override
    public void close() {
        synchronized (queue) {
            if (closed) {
                return;
            }
            closed = true;
            for (int i = 0; i < threads.length; i++) {
                queue.add(new Ticket(Urgency.CLOSING, order.getAndIncrement(), _ -> false));
            }
        }
        for (Thread thread : threads) {
            if (thread != null) {
                join(thread);
            }
        }
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Returns false to end the thread.
    @FunctionalInterface
    private interface Step {
        boolean run(Sql sql);
    }

    private record Ticket(Urgency urgency, long order, Step step) implements Comparable<Ticket> {
        @Override
        public int compareTo(Ticket other) {
            int byUrgency = urgency.compareTo(other.urgency);
            return byUrgency != 0 ? byUrgency : Long.compare(order, other.order);
        }
    }
}
