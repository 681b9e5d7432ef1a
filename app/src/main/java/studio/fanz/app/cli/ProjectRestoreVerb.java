package studio.fanz.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import studio.fanz.app.task.ProjectDesk;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.problem.StudioException;

/// `studio project restore`: takes an earlier state back, as one more change that can be undone.
@Command(name = "restore", description = "Take an earlier state back.", mixinStandardHelpOptions = true)
final class ProjectRestoreVerb extends Verb {

    @Parameters(index = "0", paramLabel = "ID", description = "the project's or its recording's id, or the file")
    private String typed = "";

    @Parameters(index = "1", paramLabel = "SEQ", description = "number of the line, 0 for the beginning")
    private long seq;

    @Override
    Answer work(Workbench bench, JobContext job) throws StudioException {
        ProjectDesk desk = bench.library().projects();
        return ProjectAtVerb.answer(desk.restore(desk.meant(typed), seq));
    }
}
