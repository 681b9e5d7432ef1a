package studio.fanz.app.fx;

import java.util.concurrent.Executor;
import studio.fanz.core.job.Job;
import studio.fanz.core.job.JobListener;
import studio.fanz.core.job.Jobs;
import studio.fanz.core.job.Outcome;
import studio.fanz.core.job.Progress;
import studio.fanz.core.job.Work;

/// Jobs whose listeners hear everything on the FX thread, progress as the latest value only.
public final class FxJobs implements Jobs {

    private final Jobs runner;
    private final Executor thread;

    /// `runner` does the work; `thread` (the FX thread outside tests) hears of it.
    public FxJobs(Jobs runner, Executor thread) {
        this.runner = runner;
        this.thread = thread;
    }

    @Override
    public <T> Job start(String title, Lane lane, Work<T> work, JobListener<T> listener) {
        var progress = new Latest<Progress>(thread, listener::progressed);
        return runner.start(title, lane, work, new JobListener<T>() {
            @Override
            public void progressed(Progress latest) {
                progress.offer(latest);
            }

            @Override
            public void ended(Outcome<T> outcome) {
                thread.execute(() -> listener.ended(outcome));
            }
        });
    }
}
