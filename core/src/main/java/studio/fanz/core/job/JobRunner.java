package studio.fanz.core.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Runs jobs: light ones on a virtual thread each, heavy ones on a bounded pool of platform threads, first
/// come first served. Listeners are called through one `Executor` (the window's brings them to the FX thread).
/// Any thread may start and cancel. Never interrupts: an interrupt closes file channels.
public final class JobRunner implements Jobs, AutoCloseable {

    /// How many heavy jobs run side by side unless said otherwise: one decodes while one infers.
    public static final int HEAVY_LANES = 2;

    private static final long CLOSE_WAIT_SECONDS = 10;

    private final ExecutorService light = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("light-", 0).factory());
    private final ExecutorService heavy;
    private final Executor delivery;
    private final Consumer<Throwable> bugs;
    private final Set<RunningJob<?>> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /// @param heavyLanes heavy jobs side by side, 1 or more
    /// @param delivery   calls listeners; must keep the order of what it is given
    /// @param bugs       hears about every unchecked exception of a job, on the job's thread, before the job
    ///                   ends
    public JobRunner(int heavyLanes, Executor delivery, Consumer<Throwable> bugs) {
        this.heavy = Executors.newFixedThreadPool(
                heavyLanes, Thread.ofPlatform().daemon().name("heavy-", 0).factory());
        this.delivery = delivery;
        this.bugs = bugs;
    }

    /// Starts the work. A job that ends by a bug is told to the bug handler, and to its listener as a failure
    /// with a [BrokenJobException], so that nobody waits for ever.
    ///
    /// @throws IllegalStateException after [#close()]
    @Override
    public <T> Job start(String title, Lane lane, Work<T> work, JobListener<T> listener) {
        var job = new RunningJob<>(title, work, new Delivery<>(listener, delivery, bugs), bugs, running::remove);
        running.add(job);
        try {
            if (closed) {
                throw new RejectedExecutionException();
            }
            (lane == Lane.HEAVY ? heavy : light).execute(job);
        } catch (RejectedExecutionException e) {
            running.remove(job);
            throw new IllegalStateException("the runner is closed", e);
        }
        return job;
    }

    /// Titles of the jobs that wait or run, in no order.
    public List<String> titles() {
        var titles = new ArrayList<String>();
        running.forEach(job -> titles.add(job.title()));
        return List.copyOf(titles);
    }

    /// Cancels everything and waits up to ten seconds for it to end; every listener hears its end. Starts
    /// nothing more.
    @Override
    public void close() {
        closed = true;
        running.forEach(RunningJob::cancel);
        light.shutdown();
        heavy.shutdown();
        try {
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(CLOSE_WAIT_SECONDS);
            boolean idle = light.awaitTermination(CLOSE_WAIT_SECONDS, TimeUnit.SECONDS);
            if (idle) {
                idle = heavy.awaitTermination(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
