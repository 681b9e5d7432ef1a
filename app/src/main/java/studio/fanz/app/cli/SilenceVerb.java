package studio.fanz.app.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.caption.Silences;
import studio.fanz.core.caption.Word;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.time.Span;
import studio.fanz.media.prep.PrepListener;
import studio.fanz.media.prep.PrepOptions;
import studio.fanz.media.prep.Preparation;

/// `studio silence`: pauses that may go, as a cut list that `studio cut` accepts.
@Command(name = "silence", description = "Pauses that may go, as a cut list.", mixinStandardHelpOptions = true)
final class SilenceVerb extends Verb {

    @Parameters(paramLabel = "FILE")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--language", paramLabel = "auto|xx", description = "language spoken (default: found out)")
    private String language = "auto";

    @Option(names = "--min", paramLabel = "SECONDS", description = "shorter pauses stay (default: ${DEFAULT-VALUE})")
    private double min = 0.6;

    @Option(
            names = "--keep",
            paramLabel = "SECONDS",
            description = "what is left at either side of speech (default: ${DEFAULT-VALUE})")
    private double keep = 0.12;

    @Override
    Answer work(Workbench bench, JobContext job) throws StudioException {
        PrepOptions options = Choices.listening(Choices.language(language));
        var preparation = Preparation.of(bench.tools(), file, options, PrepListener.deaf(), job);
        if (!(min > 0) || !(keep >= 0) || min > 3600 || 2 * keep > min) {
            throw new CliException(
                    CliException.Code.USAGE,
                    "--min",
                    "--min is above 0, and --keep at most half of it: a breath at either side has to fit into the pause.");
        }
        List<Word> words = preparation.transcript().words();
        long durationMs = preparation.source().facts().durationMs();
        List<Span> pauses =
                Silences.find(preparation.speech(), words, durationMs, Math.round(min * 1000), Math.round(keep * 1000));
        return CutList.without(pauses, List.of(), durationMs).answer();
    }
}
