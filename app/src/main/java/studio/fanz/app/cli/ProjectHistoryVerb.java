package studio.fanz.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import studio.fanz.app.task.ProjectDesk;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.json.Documents;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.store.JournalLine;

/// `studio project history`: everything that was done to a project.
@Command(name = "history", description = "Everything that was done to a project.", mixinStandardHelpOptions = true)
final class ProjectHistoryVerb extends Verb {

    @Parameters(paramLabel = "ID", description = "the project's or its recording's id, or the file")
    private String typed = "";

    @Override
    Answer work(Workbench bench, JobContext job) throws StudioException {
        ProjectDesk desk = bench.library().projects();
        ProjectDesk.States states = desk.states(desk.meant(typed));
        return new Answer(Documents.of("project-history", 1, states), lines(states));
    }

    private static List<String> lines(ProjectDesk.States states) {
        var lines = new ArrayList<String>();
        lines.add(states.project() + "  " + states.title());
        for (JournalLine line : states.lines()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%6d  %s  %-4s  %s%s",
                    line.seq(),
                    line.made(),
                    line.what().name().toLowerCase(Locale.ROOT),
                    line.kind(),
                    line.readable() ? "" : "  (damaged)"));
        }
        return lines;
    }
}
