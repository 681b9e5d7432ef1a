package studio.fanz.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.problem.StudioException;

/// One verb of the command line: says what it needs, works, answers. Printing, exit codes and Ctrl-C are [Run]'s.
abstract class Verb implements Callable<Integer> {

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli before anything is called
    Common common;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // set before the verb works
    StudioCommand studio;

    /// Does it.
    abstract Answer work(Workbench bench, JobContext job) throws StudioException;

    @Override
    public final Integer call() {
        studio = (StudioCommand) spec.root().userObject();
        return studio.run().of(common, this::work);
    }
}
