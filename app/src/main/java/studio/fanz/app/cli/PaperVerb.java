package studio.fanz.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.caption.PaperEdit;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.caption.Word;
import studio.fanz.core.edit.WordCuts;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.json.Documents;
import studio.fanz.core.problem.StudioException;
import studio.fanz.media.prep.OutputFolder;
import studio.fanz.media.prep.PrepListener;
import studio.fanz.media.prep.PrepOptions;
import studio.fanz.media.prep.Preparation;

/// `studio paper`: the transcript as Markdown, to be struck in any editor; struck, it comes back as a cut list.
@Command(
        name = "paper",
        description = "The transcript as Markdown to strike, or a struck one as a cut list.",
        mixinStandardHelpOptions = true)
final class PaperVerb extends Verb {

    @Parameters(paramLabel = "FILE")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--language", paramLabel = "auto|xx", description = "language spoken (default: found out)")
    private String language = "auto";

    @Option(names = "--read", paramLabel = "MD", description = "a page that was struck")
    private Optional<Path> read = Optional.empty();

    @Override
    Answer work(Workbench bench, JobContext job) throws StudioException {
        PrepOptions options = Choices.listening(Choices.language(language));
        var preparation = Preparation.of(bench.tools(), file, options, PrepListener.deaf(), job);
        Transcript transcript = preparation.transcript();
        List<Word> words = transcript.words();
        if (read.isPresent()) {
            Set<Integer> struck = struck(read.get(), words.size());
            long durationMs = preparation.source().facts().durationMs();
            return CutList.without(WordCuts.stretches(words, struck), words, durationMs)
                    .answer();
        }
        OutputFolder folder = OutputFolder.of(common.out, preparation.source());
        String page = PaperEdit.write(String.valueOf(file.getFileName()), transcript, Set.of());
        Path written = folder.page("paper.md", page);
        ObjectNode document = Documents.of("paper", 1, new Paper(written.toString(), words.size()));
        return new Answer(document, List.of(written.toString()));
    }

    private static Set<Integer> struck(Path page, int count) throws CliException {
        try {
            return PaperEdit.read(Files.readString(page), count);
        } catch (IOException | IllegalArgumentException unusable) {
            throw new CliException(CliException.Code.NO_PAGE, String.valueOf(page.getFileName()), "");
        }
    }

    /// `fanz/paper@1`.
    record Paper(String file, int words) {}
}
