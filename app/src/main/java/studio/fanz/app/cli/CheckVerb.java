package studio.fanz.app.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.json.Documents;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.review.Review;
import studio.fanz.media.prep.OutputFolder;
import studio.fanz.media.prep.PrepListener;
import studio.fanz.media.prep.PrepOptions;
import studio.fanz.media.prep.Preparation;

/// `studio check`: what a platform, a viewer or a moderator would object to.
@Command(
        name = "check",
        description = "What a platform, a viewer or a moderator would object to.",
        mixinStandardHelpOptions = true)
final class CheckVerb extends Verb {

    @Parameters(paramLabel = "FILE")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--for", paramLabel = "TARGET", split = ",", description = "targets to check the file for")
    private List<String> targets = List.of();

    @Option(names = "--language", paramLabel = "auto|xx", description = "language spoken (default: found out)")
    private String language = "auto";

    @Option(names = "--profile", paramLabel = "P", description = "rules of the captions (default: ${DEFAULT-VALUE})")
    private String profile = Choices.DEFAULT_PROFILE;

    @Override
    Answer work(Workbench bench, JobContext job) throws StudioException {
        Choices.profile(bench, profile);
        PrepOptions options =
                Choices.captioning(Choices.language(language), profile).withTargets(Choices.targets(bench, targets));
        var preparation = Preparation.of(bench.tools(), file, options, PrepListener.deaf(), job);
        Review review = preparation.reviewAsItIs();
        OutputFolder.of(common.out, preparation.source()).document("review", Documents.of("review", 1, review));
        return new Answer(Documents.of("review", 1, review), new FindingLines(studio.run()).of(review));
    }
}
