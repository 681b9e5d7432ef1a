package studio.fanz.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.fanz.app.task.ProjectDesk;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.json.Documents;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.project.Project;
import studio.fanz.core.store.pack.ProjectExport;

/// `studio project export`: a project with its whole history as one file.
@Command(name = "export", description = "A project as one file.", mixinStandardHelpOptions = true)
final class ProjectExportVerb extends Verb {

    private static final String ENDING = ".fanzproject";

    @Parameters(paramLabel = "ID", description = "the project's or its recording's id, or the file")
    private String typed = "";

    @Option(names = "--pack", description = "put the recordings into the file")
    private boolean pack;

    @Override
    Answer work(Workbench bench, JobContext job) throws StudioException {
        ProjectDesk desk = bench.library().projects();
        Project.Id id = desk.meant(typed);
        ProjectExport.Exported made = desk.export(id, target(id), pack, job);
        return new Answer(Documents.of("project-export", 1, made), lines(made));
    }

    /// `--out` is the file, or the folder it goes into.
    private Path target(Project.Id id) {
        Path out = common.out.toAbsolutePath();
        return out.toString().endsWith(ENDING) ? out : out.resolve(id + ENDING);
    }

    private List<String> lines(ProjectExport.Exported made) {
        var lines = new ArrayList<String>();
        lines.add(studio.run().texts().get("project.exported", made.file(), made.lines()));
        if (!made.whole()) {
            lines.add(studio.run().texts().get("project.not-whole"));
        }
        if (!made.outside().isEmpty()) {
            lines.add(studio.run().texts().get("project.outside", String.join(", ", made.outside())));
        }
        return lines;
    }
}
