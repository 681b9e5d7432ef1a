package studio.fanz.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.asset.Cover;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.json.Documents;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.time.Timecode;
import studio.fanz.media.prep.OutputFolder;
import studio.fanz.media.prep.PrepListener;
import studio.fanz.media.prep.Preparation;

/// `studio thumbs`: three covers that differ, with every score.
@Command(name = "thumbs", description = "Three covers that differ, with every score.", mixinStandardHelpOptions = true)
final class ThumbsVerb extends Verb {

    @Parameters(paramLabel = "FILE")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Override
    Answer work(Workbench bench, JobContext job) throws StudioException {
        var preparation = Preparation.of(bench.tools(), file, Choices.nothing(), PrepListener.deaf(), job);
        OutputFolder folder = OutputFolder.of(common.out, preparation.source());
        Cover.Choice choice = preparation.covers(folder);
        return new Answer(Documents.of("thumbnails", 1, choice), lines(folder, choice));
    }

    private static List<String> lines(OutputFolder folder, Cover.Choice choice) {
        return choice.chosen().stream()
                .map(cover -> String.format(
                        Locale.ROOT,
                        "%s  %.2f  %s",
                        Timecode.of(cover.timeMs()),
                        cover.score(),
                        folder.path().resolve(cover.file())))
                .toList();
    }
}
