package studio.fanz.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CancellableContextTest {

    private final CancellableContext job = new CancellableContext(progress -> {});

    @Test
    void stopsAtTheNextCheckpoint() {
        job.checkpoint();
        job.cancel();
        assertThat(job.cancelled()).isTrue();
        assertThatThrownBy(job::checkpoint).isInstanceOf(CancellationException.class);
    }

    @Test
    void actionsRunOnceLatestFirstAndNotWhenTakenBack() {
        var ran = new ArrayList<String>();
        try (var _ = job.onCancel(() -> ran.add("first"));
                var _ = job.onCancel(() -> ran.add("second"))) {
            job.onCancel(() -> ran.add("taken back")).close();
            job.cancel();
            job.cancel();
        }
        assertThat(ran).containsExactly("second", "first");
    }

    @Test
    void anActionRegisteredTooLateRunsAtOnce() {
        job.cancel();
        var ran = new AtomicBoolean();
        job.onCancel(() -> ran.set(true)).close();
        assertThat(ran).isTrue();
    }

    @Test
    void anActionThatBreaksDoesNotKeepTheOthersFromRunning() {
        var ran = new AtomicBoolean();
        var _ = job.onCancel(() -> ran.set(true));
        var _ = job.onCancel(() -> {
            throw new IllegalStateException("first");
        });
        assertThatThrownBy(job::cancel).hasMessage("first");
        assertThat(ran).isTrue();
    }

    @Test
    void whateverTheOrderAnActionRunsExactlyOnceOrWasTakenBackFirst() throws Exception {
        for (int round = 0; round < 2_000; round++) {
            var context = new CancellableContext(progress -> {});
            var runs = new AtomicInteger();
            var ranAfterClose = new AtomicBoolean();
            var closed = new AtomicBoolean();
            var barrier = new CyclicBarrier(2);
            Thread canceller = Thread.ofPlatform().start(() -> {
                meet(barrier);
                context.cancel();
            });
            meet(barrier);
            var handle = context.onCancel(() -> {
                runs.incrementAndGet();
                ranAfterClose.compareAndSet(false, closed.get());
            });
            handle.close();
            closed.set(true);
            canceller.join();
            assertThat(runs.get()).isLessThanOrEqualTo(1);
            assertThat(ranAfterClose).as("what was released is never touched").isFalse();
        }
    }

    @Test
    void reportsPassStraightThrough() {
        List<Progress> heard = new ArrayList<>();
        var progress = new Progress("probe", 1, 2, Progress.Unit.FILES);
        new CancellableContext(heard::add).report(progress);
        assertThat(heard).containsExactly(progress);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
            throw new AssertionError(e);
        }
    }
}
