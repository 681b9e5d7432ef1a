package studio.fanz.app.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.platform.Target;
import studio.fanz.core.time.Span;
import studio.fanz.media.prep.MomentChoice;
import studio.fanz.media.prep.PrepOptions;

/// The options that shape what is made.
final class Shaping {

    @Option(names = "--language", paramLabel = "auto|xx", description = "language spoken (default: found out)")
    private String language = "auto";

    @Option(names = "--profile", paramLabel = "P", description = "rules of the captions (default: ${DEFAULT-VALUE})")
    private String profile = Choices.DEFAULT_PROFILE;

    @Option(names = "--burn-in", description = "draw the captions into the picture")
    private boolean burnIn;

    @Option(
            names = "--aspect",
            paramLabel = "A",
            description = "auto, 16:9, 9:16, 1:1 or 4:5 (default: each target's own)")
    private String aspect = "auto";

    @Option(
            names = "--moment",
            paramLabel = "auto|START-END",
            description = "the stretch to show, for targets that take less than all")
    private Optional<String> moment = Optional.empty();

    /// The stretch named, if one is.
    ///
    /// @throws CliException when it is none
    Optional<Span> stretch() throws CliException {
        return Choices.moment(moment) instanceof MomentChoice.Chosen(Span span) ? Optional.of(span) : Optional.empty();
    }

    /// @throws CliException when something typed is no language, profile, shape or moment
    PrepOptions options(Workbench bench, List<Target> targets) throws CliException {
        Choices.profile(bench, profile);
        return new PrepOptions(
                targets, Choices.language(language), profile, burnIn, Choices.aspect(aspect), Choices.moment(moment));
    }
}
