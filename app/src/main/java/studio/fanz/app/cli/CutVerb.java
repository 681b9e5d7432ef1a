package studio.fanz.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.json.Documents;
import studio.fanz.core.problem.StudioException;
import studio.fanz.media.cut.Container;
import studio.fanz.media.cut.Cut;
import studio.fanz.media.cut.CutMode;
import studio.fanz.media.cut.CutRequest;
import studio.fanz.media.cut.Keep;

/// `studio cut`: keeps stretches of a recording, exact to the frame, copying whatever can be copied.
@Command(
        name = "cut",
        description = {
            "Keeps stretches of a recording, exact to the frame. What can be copied is copied; --out names the new file"
                    + " (default: ./NAME-cut.EXT)."
        },
        mixinStandardHelpOptions = true)
final class CutVerb extends Verb {

    @Parameters(paramLabel = "FILE")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--keep",
            paramLabel = "START-END",
            split = ",",
            description = "stretches to keep: times (1:05.2-1:09), frames (f100-f400) or end; END is not included")
    private List<String> keeps = List.of();

    @Option(names = "--mode", paramLabel = "MODE", description = "auto, lossless, smart or encode (default: auto)")
    private CutMode mode = CutMode.AUTO;

    @Option(names = "--join", paramLabel = "FILE", arity = "1..*", description = "recordings that follow as a whole")
    private List<Path> joined = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything is called
    private CommandSpec spec;

    @Override
    Answer work(Workbench bench, JobContext job) throws StudioException {
        Path target = target();
        Cut cut = bench.cutting().cut(new CutRequest(file, stretches(), joined, mode, target), job);
        return new Answer(Documents.of("cut", 1, cut), lines(target, cut));
    }

    private List<Keep> stretches() throws CliException {
        if (keeps.isEmpty() && joined.isEmpty()) {
            throw new CliException(CliException.Code.USAGE, "--keep", "Nothing to keep: add --keep START-END.");
        }
        List<Keep> stretches = new ArrayList<>();
        for (String typed : keeps) {
            stretches.add(Keep.parse(typed)
                    .orElseThrow(() -> new CliException(
                            CliException.Code.USAGE,
                            typed,
                            "\"" + typed + "\" is no stretch: type START-END, such as 00:01:05.2-00:01:09,"
                                    + " f100-f400 or 2:00-end.")));
        }
        return stretches;
    }

    /// `--out` names a file here, unlike for other verbs.
    private Path target() {
        if (spec.commandLine().getParseResult().hasMatchedOption("--out")) {
            return common.out;
        }
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String ending = Container.of(file).isPresent() ? name.substring(dot + 1) : Container.MP4.ending();
        return Path.of(stem + "-cut." + ending);
    }

    private static List<String> lines(Path target, Cut cut) {
        List<String> lines = new ArrayList<>();
        for (Cut.KeptPiece piece : cut.pieces()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s - %s  frames %d-%d of %s",
                    time(piece.startMs()),
                    time(piece.endMs()),
                    piece.firstFrame(),
                    piece.endFrame() - 1,
                    piece.source()));
            if (piece.moved().start() != 0 || piece.moved().end() != 0) {
                lines.add(String.format(
                        Locale.ROOT,
                        "    moved to where copying can begin and end: start by %+d frames, end by %+d frames",
                        piece.moved().start(),
                        piece.moved().end()));
            }
            for (Cut.KeptPart part : piece.parts()) {
                String why = part.why().isEmpty() ? "" : "  (" + part.why() + ")";
                lines.add(String.format(
                        Locale.ROOT, "    %s %s, %d frames%s", time(part.startMs()), part.how(), part.frames(), why));
            }
        }
        lines.add(String.format(
                Locale.ROOT, "%s  %d frames, %.1f %% copied", target, cut.frames(), cut.copiedRatio() * 100));
        return lines;
    }

    private static String time(long ms) {
        return String.format(Locale.ROOT, "%02d:%02d:%06.3f", ms / 3_600_000, ms / 60_000 % 60, ms % 60_000 / 1000.0);
    }
}
