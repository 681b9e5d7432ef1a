package studio.fanz.kit;

import java.time.Duration;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/// Prints what a module's tests took against the budget its pom states, and fails the build when they took longer: a
/// suite that grows slow is noticed on the day it happens.
public final class SuiteBudget implements TestExecutionListener {

    private final long startNanos = System.nanoTime();

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        String budget = System.getProperty("suite.budget.seconds");
        if (budget == null || System.getProperty("test") != null) {
            return;
        }
        long took = Duration.ofNanos(System.nanoTime() - startNanos).toSeconds();
        System.out.println("suite " + System.getProperty("suite.name") + ": " + took + " s of " + budget + " s");
        if (took > Long.parseLong(budget)) {
            System.out.println("the suite took longer than its budget; make it faster or argue for a larger one");
            System.exit(1);
        }
    }
}
