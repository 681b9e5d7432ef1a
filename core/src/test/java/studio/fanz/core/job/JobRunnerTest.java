package studio.fanz.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serial;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.fanz.core.job.Jobs.Lane;
import studio.fanz.core.problem.ProblemCode;
import studio.fanz.core.problem.StudioException;

@Timeout(60)
@SuppressWarnings("try") // closes by hand where the test asks what closing does
class JobRunnerTest {

    private final ConcurrentLinkedQueue<Throwable> bugs = new ConcurrentLinkedQueue<>();

    @ParameterizedTest
    @EnumSource(Lane.class)
    void workThatEndsGivesItsValue(Lane lane) throws Exception {
        try (var runner = new JobRunner(2, Runnable::run, bugs::add)) {
            var ear = new Ear<Integer>();
            runner.start("count", lane, job -> 42, ear);
            assertThat(ear.ended.get(10, TimeUnit.SECONDS)).isEqualTo(new Outcome.Done<>(42));
        }
        assertThat(bugs).isEmpty();
    }

    @Test
    void anExpectedProblemIsAFailureAndNoBug() throws Exception {
        var problem = new Trouble();
        try (var runner = new JobRunner(1, Runnable::run, bugs::add)) {
            var ear = new Ear<Integer>();
            runner.start(
                    "fail",
                    Lane.LIGHT,
                    job -> {
                        throw problem;
                    },
                    ear);
            assertThat(ear.ended.get(10, TimeUnit.SECONDS)).isEqualTo(new Outcome.Failed<>(problem));
        }
        assertThat(bugs).isEmpty();
    }

    @Test
    void aBugReachesTheHandlerAndStillEndsTheJob() throws Exception {
        try (var runner = new JobRunner(1, Runnable::run, bugs::add)) {
            for (Throwable bug :
                    List.of(new IllegalStateException("x"), new StackOverflowError(), new CancellationException())) {
                var ear = new Ear<Integer>();
                runner.start(
                        "break",
                        Lane.HEAVY,
                        job -> {
                            throw sneaky(bug);
                        },
                        ear);
                assertThat(ear.ended.get(10, TimeUnit.SECONDS))
                        .isInstanceOfSatisfying(
                                Outcome.Failed.class,
                                f -> assertThat(f.problem()).hasCause(bug));
                assertThat(bugs.poll()).isSameAs(bug);
            }
        }
    }

    @Test
    void whateverIsThrownAfterCancelTheJobWasCancelled() throws Exception {
        for (Throwable thrown :
                List.of(new Trouble(), new IllegalStateException("pipe closed"), new CancellationException())) {
            try (var runner = new JobRunner(1, Runnable::run, bugs::add)) {
                var started = new CountDownLatch(1);
                var killed = new CountDownLatch(1);
                var ear = new Ear<Integer>();
                Job handle = runner.start(
                        "long",
                        Lane.HEAVY,
                        job -> {
                            try (var _ = job.onCancel(killed::countDown)) {
                                started.countDown();
                                await(killed);
                                throw sneaky(thrown);
                            }
                        },
                        ear);
                await(started);
                handle.cancel();
                assertThat(ear.ended.get(10, TimeUnit.SECONDS)).isEqualTo(new Outcome.Cancelled<>());
            }
        }
        assertThat(bugs).isEmpty();
    }

    @Test
    void workThatFinishedAnywayIsDone() throws Exception {
        try (var runner = new JobRunner(1, Runnable::run, bugs::add)) {
            var started = new CountDownLatch(1);
            var goOn = new CountDownLatch(1);
            var ear = new Ear<String>();
            Job handle = runner.start(
                    "quick",
                    Lane.LIGHT,
                    job -> {
                        started.countDown();
                        await(goOn);
                        return "made";
                    },
                    ear);
            await(started);
            handle.cancel();
            goOn.countDown();
            assertThat(ear.ended.get(10, TimeUnit.SECONDS)).isEqualTo(new Outcome.Done<>("made"));
        }
    }

    @Test
    void aWaitingJobEndsAtOnceWhenCancelledAndNeverRuns() throws Exception {
        try (var runner = new JobRunner(1, Runnable::run, bugs::add)) {
            var goOn = new CountDownLatch(1);
            runner.start(
                    "first",
                    Lane.HEAVY,
                    job -> {
                        await(goOn);
                        return 1;
                    },
                    new Ear<>());
            var ran = new AtomicInteger();
            var ear = new Ear<Integer>();
            Job second = runner.start("second", Lane.HEAVY, job -> ran.incrementAndGet(), ear);
            assertThat(runner.titles()).containsExactlyInAnyOrder("first", "second");
            second.cancel();
            assertThat(ear.ended.getNow(null)).isEqualTo(new Outcome.Cancelled<>());
            goOn.countDown();
            runner.close();
            assertThat(ran).hasValue(0);
        }
    }

    @Test
    void noMoreHeavyJobsRunSideBySideThanThereAreLanes() throws Exception {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        try (var runner = new JobRunner(2, Runnable::run, bugs::add)) {
            var ears = new ArrayList<Ear<Integer>>();
            for (int i = 0; i < 40; i++) {
                var ear = new Ear<Integer>();
                ears.add(ear);
                runner.start(
                        "heavy",
                        Lane.HEAVY,
                        job -> {
                            most.accumulateAndGet(now.incrementAndGet(), Math::max);
                            LockSupport.parkNanos(1_000_000);
                            return now.decrementAndGet();
                        },
                        ear);
            }
            for (var ear : ears) {
                ear.ended.get(10, TimeUnit.SECONDS);
            }
        }
        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void progressIsLatestValueWinsWithOneWaitingDelivery() throws Exception {
        var mailbox = new ArrayDeque<Runnable>();
        var reported = new CountDownLatch(1);
        try (var runner = new JobRunner(
                1,
                news -> {
                    synchronized (mailbox) {
                        mailbox.add(news);
                    }
                },
                bugs::add)) {
            var ear = new Ear<Integer>();
            runner.start(
                    "many",
                    Lane.LIGHT,
                    job -> {
                        for (int i = 1; i <= 10_000; i++) {
                            job.report(new Progress("step", i, 10_000, Progress.Unit.FRAMES));
                        }
                        reported.countDown();
                        return 1;
                    },
                    ear);
            await(reported);
            runner.close();
            assertThat(mailbox).as("one progress and the end").hasSize(2);
            mailbox.forEach(Runnable::run);
            assertThat(ear.heard).extracting(Progress::done).containsExactly(10_000L);
            assertThat(ear.ended.getNow(null)).isEqualTo(new Outcome.Done<>(1));
        }
    }

    @Test
    void nothingIsHeardAfterTheEndAndTheEndIsHeardOnce() throws Exception {
        for (int round = 0; round < 300; round++) {
            try (var runner = new JobRunner(2, Runnable::run, bugs::add)) {
                var ear = new Ear<Integer>();
                var started = new CountDownLatch(1);
                Job handle = runner.start(
                        "race",
                        Lane.HEAVY,
                        job -> {
                            var talker = Thread.ofVirtual().start(() -> {
                                for (int i = 0; i < 200; i++) {
                                    job.report(new Progress("talk", i, 200, Progress.Unit.STEPS));
                                }
                            });
                            started.countDown();
                            while (talker.isAlive()) {
                                job.checkpoint();
                                Thread.onSpinWait();
                            }
                            return 1;
                        },
                        ear);
                await(started);
                handle.cancel();
                ear.ended.get(10, TimeUnit.SECONDS);
            }
        }
        assertThat(bugs).isEmpty();
    }

    @Test
    void aListenersBugIsReportedAndDoesNotSpoilTheJob() throws Exception {
        try (var runner = new JobRunner(1, Runnable::run, bugs::add)) {
            var ended = new CompletableFuture<Outcome<Integer>>();
            runner.start(
                    "ok",
                    Lane.LIGHT,
                    job -> {
                        job.report(new Progress("a", 1, 2, Progress.Unit.STEPS));
                        return 7;
                    },
                    new JobListener<Integer>() {
                        @Override
                        public void progressed(Progress progress) {
                            throw new IllegalStateException("window bug");
                        }

                        @Override
                        public void ended(Outcome<Integer> outcome) {
                            ended.complete(outcome);
                        }
                    });
            assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo(new Outcome.Done<>(7));
            assertThat(bugs).extracting(Throwable::getMessage).containsExactly("window bug");
        }
    }

    @Test
    void closingCancelsWhatRunsAndTellsEveryListener() throws Exception {
        var runner = new JobRunner(1, Runnable::run, bugs::add);
        var ears = new ArrayList<Ear<Integer>>();
        for (int i = 0; i < 8; i++) {
            var ear = new Ear<Integer>();
            ears.add(ear);
            runner.start(
                    "forever",
                    i % 2 == 0 ? Lane.HEAVY : Lane.LIGHT,
                    job -> {
                        while (true) {
                            job.checkpoint();
                            Thread.onSpinWait();
                        }
                    },
                    ear);
        }
        runner.close();
        for (var ear : ears) {
            assertThat(ear.ended.getNow(null)).isEqualTo(new Outcome.Cancelled<>());
        }
        assertThat(runner.titles()).isEmpty();
        assertThatThrownBy(() -> runner.start("late", Lane.LIGHT, job -> 1, new Ear<>()))
                .isInstanceOf(IllegalStateException.class);
    }

    private static void await(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("unchecked")
    private static <X extends Throwable> RuntimeException sneaky(Throwable thrown) throws X {
        throw (X) thrown;
    }

    /// Remembers what it heard, and breaks when it hears anything twice or late.
    private static final class Ear<T> implements JobListener<T> {
        final ConcurrentLinkedQueue<Progress> heard = new ConcurrentLinkedQueue<>();
        final CompletableFuture<Outcome<T>> ended = new CompletableFuture<>();

        @Override
        public void progressed(Progress progress) {
            if (ended.isDone()) {
                throw new AssertionError("progress after the end");
            }
            heard.add(progress);
        }

        @Override
        public void ended(Outcome<T> outcome) {
            if (!ended.complete(outcome)) {
                throw new AssertionError("ended twice");
            }
        }
    }

    private static final class Trouble extends StudioException {
        @Serial
        private static final long serialVersionUID = 1L;

        Trouble() {
            super(BrokenJobException.Code.BROKEN, List.of("thing"), null);
        }

        @Override
        public ProblemCode code() {
            return BrokenJobException.Code.BROKEN;
        }
    }
}
