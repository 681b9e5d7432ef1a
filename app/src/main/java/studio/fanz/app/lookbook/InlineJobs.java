package studio.fanz.app.lookbook;

import java.util.function.Predicate;
import studio.fanz.core.job.Job;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.job.JobListener;
import studio.fanz.core.job.Jobs;
import studio.fanz.core.job.Outcome;
import studio.fanz.core.job.Work;
import studio.fanz.core.problem.StudioException;

/// Runs work where it is asked for, so that a picture can be taken at once; work with a title that `stuck` names never
/// ends, for pictures of running work.
record InlineJobs(Predicate<String> stuck) implements Jobs {

    @Override
    public <T> Job start(String title, Lane lane, Work<T> work, JobListener<T> listener) {
        if (!stuck.test(title)) {
            listener.ended(outcome(work));
        }
        return () -> {};
    }

    private static <T> Outcome<T> outcome(Work<T> work) {
        try {
            return new Outcome.Done<>(work.run(JobContext.silent()));
        } catch (StudioException problem) {
            return new Outcome.Failed<>(problem);
        }
    }
}
