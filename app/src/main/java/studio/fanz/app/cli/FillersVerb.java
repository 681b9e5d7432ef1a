package studio.fanz.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.caption.Fillers;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.caption.Word;
import studio.fanz.core.edit.WordCuts;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.time.Span;
import studio.fanz.media.prep.PrepListener;
import studio.fanz.media.prep.PrepOptions;
import studio.fanz.media.prep.Preparation;

/// `studio fillers`: sounds of hesitation, as a cut list that `studio cut` accepts.
@Command(name = "fillers", description = "Sounds of hesitation, as a cut list.", mixinStandardHelpOptions = true)
final class FillersVerb extends Verb {

    @Parameters(paramLabel = "FILE")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--language", paramLabel = "auto|xx", description = "language spoken (default: found out)")
    private String language = "auto";

    @Override
    Answer work(Workbench bench, JobContext job) throws StudioException {
        PrepOptions options = Choices.listening(Choices.language(language));
        var preparation = Preparation.of(bench.tools(), file, options, PrepListener.deaf(), job);
        Transcript transcript = preparation.transcript();
        List<Word> words = transcript.words();
        var cuts = new ArrayList<>(WordCuts.stretches(words, bench.fillers().words(transcript)));
        cuts.addAll(Fillers.unheard(preparation.speech(), words));
        cuts.sort(Comparator.comparingLong(Span::startMs));
        long durationMs = preparation.source().facts().durationMs();
        return CutList.without(cuts, words, durationMs).answer();
    }
}
