package studio.fanz.app.cli;

import picocli.CommandLine.Command;

/// `studio VERB`: the root of the command line.
@Command(
        name = "studio",
        description = "From a raw recording to posts, on your own computer, offline.",
        mixinStandardHelpOptions = true,
        version = "Fanz Studio 0.1.0",
        synopsisSubcommandLabel = "VERB",
        subcommands = {
            PrepVerb.class,
            ImportVerb.class,
            LibraryVerb.class,
            ShowVerb.class,
            TranscribeVerb.class,
            CaptionsVerb.class,
            ThumbsVerb.class,
            CheckVerb.class,
            ExportVerb.class,
            CutVerb.class,
            ShotsVerb.class,
            SilenceVerb.class,
            FillersVerb.class,
            RetakesVerb.class,
            PaperVerb.class,
            CutlistVerb.class,
            LoudnessVerb.class,
            TargetsVerb.class,
            ModelsVerb.class,
            DoctorVerb.class,
            LookbookVerb.class,
            ProjectCommand.class,
            RelinkVerb.class
        })
final class StudioCommand {

    private final Run run;

    StudioCommand(Run run) {
        this.run = run;
    }

    Run run() {
        return run;
    }
}
