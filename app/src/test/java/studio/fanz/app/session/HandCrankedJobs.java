package studio.fanz.app.session;

import java.util.ArrayDeque;
import java.util.Queue;
import studio.fanz.core.job.Job;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.job.JobListener;
import studio.fanz.core.job.Jobs;
import studio.fanz.core.job.Outcome;
import studio.fanz.core.job.Work;
import studio.fanz.core.problem.StudioException;

/// Jobs that do nothing until the test turns the crank, in the order it likes.
public final class HandCrankedJobs implements Jobs {

    private final Queue<Runnable> waiting = new ArrayDeque<>();

    @Override
    public <T> Job start(String title, Lane lane, Work<T> work, JobListener<T> listener) {
        waiting.add(() -> listener.ended(outcome(work)));
        return () -> {};
    }

    /// Runs the oldest job to its end.
    public void turn() {
        waiting.remove().run();
    }

    /// Runs all that wait, and what they start.
    public void turnAll() {
        while (!waiting.isEmpty()) {
            turn();
        }
    }

    /// Lets the oldest wait behind the others.
    public void oldestLast() {
        waiting.add(waiting.remove());
    }

    private static <T> Outcome<T> outcome(Work<T> work) {
        try {
            return new Outcome.Done<>(work.run(JobContext.silent()));
        } catch (StudioException problem) {
            return new Outcome.Failed<>(problem);
        }
    }
}
