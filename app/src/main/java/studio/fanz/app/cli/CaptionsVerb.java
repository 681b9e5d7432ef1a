package studio.fanz.app.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.json.Documents;
import studio.fanz.core.problem.StudioException;
import studio.fanz.media.prep.OutputFolder;
import studio.fanz.media.prep.Prep;
import studio.fanz.media.prep.PrepListener;
import studio.fanz.media.prep.PrepOptions;
import studio.fanz.media.prep.Preparation;

/// `studio captions`: captions that obey a profile.
@Command(name = "captions", description = "Captions that obey a profile.", mixinStandardHelpOptions = true)
final class CaptionsVerb extends Verb {

    @Parameters(paramLabel = "FILE")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--language", paramLabel = "auto|xx", description = "language spoken (default: found out)")
    private String language = "auto";

    @Option(names = "--profile", paramLabel = "P", description = "rules of the captions (default: ${DEFAULT-VALUE})")
    private String profile = Choices.DEFAULT_PROFILE;

    @Option(
            names = "--format",
            paramLabel = "F",
            split = ",",
            description = "srt, vtt, ass, ttml, json (default: the first four)")
    private List<String> formats = Prep.CAPTION_FORMATS;

    @Override
    Answer work(Workbench bench, JobContext job) throws StudioException {
        Choices.formats(formats);
        Choices.profile(bench, profile);
        PrepOptions options = Choices.captioning(Choices.language(language), profile);
        var preparation = Preparation.of(bench.tools(), file, options, PrepListener.deaf(), job);
        Captions captions = preparation.captions();
        OutputFolder folder = OutputFolder.of(common.out, preparation.source());
        List<String> files = folder.captions(captions, formats);
        return new Answer(
                Documents.of("captions", 1, captions),
                files.stream()
                        .map(name -> folder.path().resolve(name).toString())
                        .toList());
    }
}
