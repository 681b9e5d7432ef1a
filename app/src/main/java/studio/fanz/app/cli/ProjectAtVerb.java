package studio.fanz.app.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import studio.fanz.app.task.ProjectDesk;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.json.Documents;
import studio.fanz.core.json.EditJson;
import studio.fanz.core.json.Json;
import studio.fanz.core.problem.StudioException;

/// `studio project at`: a project as it was after a line of its journal.
@Command(name = "at", description = "A project as it was after a line.", mixinStandardHelpOptions = true)
final class ProjectAtVerb extends Verb {

    @Parameters(index = "0", paramLabel = "ID", description = "the project's or its recording's id, or the file")
    private String typed = "";

    @Parameters(index = "1", paramLabel = "SEQ", description = "number of the line, 0 for the beginning")
    private long seq;

    @Override
    Answer work(Workbench bench, JobContext job) throws StudioException {
        ProjectDesk desk = bench.library().projects();
        return answer(desk.state(desk.meant(typed), seq));
    }

    static Answer answer(ProjectDesk.State state) {
        String shown = Json.pretty(EditJson.write(state.state())).stripTrailing();
        return new Answer(Documents.of("project-state", 1, state), List.of(shown));
    }
}
