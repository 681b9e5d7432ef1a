package studio.fanz.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `studio project VERB`: a project's states, and the file it travels in.
@Command(
        name = "project",
        description = "A project's states, and the file it travels in.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "VERB",
        subcommands = {
            ProjectHistoryVerb.class,
            ProjectAtVerb.class,
            ProjectRestoreVerb.class,
            ProjectExportVerb.class,
            ProjectImportVerb.class
        })
final class ProjectCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything is called
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "No verb: project history, at, restore, export or import.");
    }
}
