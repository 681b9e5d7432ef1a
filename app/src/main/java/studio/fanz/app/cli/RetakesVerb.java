package studio.fanz.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.caption.Retakes;
import studio.fanz.core.caption.Word;
import studio.fanz.core.edit.WordCuts;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.problem.StudioException;
import studio.fanz.media.prep.PrepListener;
import studio.fanz.media.prep.PrepOptions;
import studio.fanz.media.prep.Preparation;

/// `studio retakes`: sentences that were said again, as a cut list that `studio cut` accepts: a proposal.
@Command(
        name = "retakes",
        description = "Sentences that were said again, as a cut list.",
        mixinStandardHelpOptions = true)
final class RetakesVerb extends Verb {

    @Parameters(paramLabel = "FILE")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--language", paramLabel = "auto|xx", description = "language spoken (default: found out)")
    private String language = "auto";

    @Override
    Answer work(Workbench bench, JobContext job) throws StudioException {
        PrepOptions options = Choices.listening(Choices.language(language));
        var preparation = Preparation.of(bench.tools(), file, options, PrepListener.deaf(), job);
        List<Word> words = preparation.transcript().words();
        Set<Integer> said = new TreeSet<>();
        for (Retakes.Retake take : Retakes.find(preparation.transcript())) {
            IntStream.rangeClosed(take.first(), take.last()).forEach(said::add);
        }
        long durationMs = preparation.source().facts().durationMs();
        return CutList.without(WordCuts.stretches(words, said), words, durationMs)
                .answer();
    }
}
