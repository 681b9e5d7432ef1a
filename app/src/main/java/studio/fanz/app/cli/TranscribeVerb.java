package studio.fanz.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.json.Documents;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.time.Timecode;
import studio.fanz.media.prep.OutputFolder;
import studio.fanz.media.prep.PrepListener;
import studio.fanz.media.prep.PrepOptions;
import studio.fanz.media.prep.Preparation;

/// `studio transcribe`: what is said, with the time of every word.
@Command(
        name = "transcribe",
        description = "What is said, with the time of every word.",
        mixinStandardHelpOptions = true)
final class TranscribeVerb extends Verb {

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
        ObjectNode document = Documents.of("transcript", 1, transcript);
        OutputFolder.of(common.out, preparation.source()).document("transcript", document);
        return new Answer(document, lines(transcript));
    }

    private static List<String> lines(Transcript transcript) {
        return transcript.segments().stream()
                .map(segment ->
                        Timecode.of(segment.startMs()) + "  " + segment.text().strip())
                .toList();
    }
}
