package studio.fanz.app.session;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.fanz.core.job.Job;
import studio.fanz.core.job.JobListener;
import studio.fanz.core.job.Jobs;
import studio.fanz.core.job.Outcome;
import studio.fanz.core.job.Progress;
import studio.fanz.core.job.Work;

/// The work that runs now, as the status bar shows it: figure, estimate, cancel. FX thread only.
public final class Activity {

    private final Jobs jobs;
    private boolean closed;
    private final ObservableList<Running> running = FXCollections.observableArrayList();

    /// `jobs` must bring its listeners to the FX thread.
    public Activity(Jobs jobs) {
        this.jobs = jobs;
    }

    /// Visible work, oldest first.
    public ObservableList<Running> running() {
        return running;
    }

    /// Nothing is started any more: what ends now must not begin anew while the window goes away.
    public void close() {
        closed = true;
    }

    /// Starts work that is shown; `end` hears how it ended.
    public <T> Job start(String title, Jobs.Lane lane, Work<T> work, Consumer<Outcome<T>> end) {
        if (closed) {
            return () -> {};
        }
        var shown = new Running(title);
        running.add(shown);
        Job job = jobs.start(title, lane, work, new JobListener<T>() {
            @Override
            public void progressed(Progress progress) {
                shown.progress.set(progress);
            }

            @Override
            public void ended(Outcome<T> outcome) {
                running.remove(shown);
                end.accept(outcome);
            }
        });
        shown.job = job;
        return job;
    }

    /// Starts work too short to be shown (a query, a picture).
    public <T> Job quietly(Work<T> work, Consumer<Outcome<T>> end) {
        if (closed) {
            return () -> {};
        }
        return jobs.start("", Jobs.Lane.LIGHT, work, new JobListener<T>() {
            @Override
            public void progressed(Progress progress) {}

            @Override
            public void ended(Outcome<T> outcome) {
                end.accept(outcome);
            }
        });
    }

    /// One piece of running work.
    public static final class Running {

        private static final long FIRST_ESTIMATE_NANOS = 2_000_000_000L;

        private final String title;
        private final long startNanos = System.nanoTime();
        private final ReadOnlyObjectWrapper<Progress> progress =
                new ReadOnlyObjectWrapper<>(new Progress("", 0, 0, Progress.Unit.STEPS));
        private @Nullable Job job;

        Running(String title) {
            this.title = title;
        }

        /// What it is, in words.
        public String title() {
            return title;
        }

        /// How far it is.
        public ReadOnlyObjectProperty<Progress> progressProperty() {
            return progress.getReadOnlyProperty();
        }

        /// Seconds it will probably still take, from what it took so far; -1 while nobody can know.
        public long secondsLeft() {
            return secondsLeft(progress.get().fraction(), System.nanoTime() - startNanos);
        }

        static long secondsLeft(double fraction, long elapsedNanos) {
            if (fraction <= 0.01 || elapsedNanos < FIRST_ESTIMATE_NANOS) {
                return -1;
            }
            return Math.round(elapsedNanos / 1e9 * (1 - fraction) / fraction);
        }

        /// Asks it to stop.
        public void cancel() {
            if (job != null) {
                job.cancel();
            }
        }
    }
}
