package studio.fanz.core.job;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import studio.fanz.core.problem.StudioException;

/// One job from start to end.
final class RunningJob<T> implements Job, Runnable {

    private enum State {
        WAITING,
        RUNNING,
        OVER
    }

    private final String title;
    private final Work<T> work;
    private final Delivery<T> delivery;
    private final Consumer<Throwable> bugs;
    private final Consumer<RunningJob<T>> whenOver;
    private final CancellableContext context;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    RunningJob(
            String title,
            Work<T> work,
            Delivery<T> delivery,
            Consumer<Throwable> bugs,
            Consumer<RunningJob<T>> whenOver) {
        this.title = title;
        this.work = work;
        this.delivery = delivery;
        this.bugs = bugs;
        this.whenOver = whenOver;
        this.context = new CancellableContext(delivery::progress);
    }

    String title() {
        return title;
    }

    /// A job still waiting for its lane ends here and now.
    @Override
    public void cancel() {
        try {
            context.cancel();
        } catch (RuntimeException e) {
            bugs.accept(e);
        }
        if (state.compareAndSet(State.WAITING, State.OVER)) {
            end(new Outcome.Cancelled<>());
        }
    }

    @Override
    public void run() {
        if (state.compareAndSet(State.WAITING, State.RUNNING)) {
            Outcome<T> outcome = outcome();
            state.set(State.OVER);
            end(outcome);
        }
    }

    private void end(Outcome<T> outcome) {
        whenOver.accept(this);
        delivery.end(outcome);
    }

    /// Work that came to its end although it was asked to stop is done: its value may hold something to close.
    private Outcome<T> outcome() {
        try {
            return new Outcome.Done<>(work.run(context));
        } catch (StudioException e) {
            return context.cancelled() ? new Outcome.Cancelled<>() : new Outcome.Failed<>(e);
        } catch (RuntimeException e) {
            return context.cancelled() ? new Outcome.Cancelled<>() : broken(e);
        } catch (Error e) {
            Outcome<T> broken = broken(e);
            return context.cancelled() ? new Outcome.Cancelled<>() : broken;
        }
    }

    private Outcome<T> broken(Throwable bug) {
        bugs.accept(bug);
        return new Outcome.Failed<>(new BrokenJobException(bug));
    }
}
