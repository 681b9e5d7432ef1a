package studio.fanz.app.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.fanz.app.task.CutLists;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.json.Documents;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.timeline.Timeline;
import studio.fanz.core.timeline.format.EditList;

/// `studio cutlist`: a project's cuts for another editor, and back.
@Command(
        name = "cutlist",
        description = "A project's cuts for another editor (EDL, OTIO, CSV): cutlist ID prints them,"
                + " cutlist import FILE --for ID takes them in. Cuts and speeds only.",
        mixinStandardHelpOptions = true)
final class CutlistVerb extends Verb {

    @Parameters(paramLabel = "ID | import FILE", arity = "1..2", description = "a recording of the library, or a list")
    private List<String> words = new ArrayList<>();

    @Option(names = "--format", paramLabel = "F", description = "edl, otio or csv (default: ${DEFAULT-VALUE})")
    private String format = "edl";

    @Option(names = "--for", paramLabel = "ID", description = "the recording that an imported list cuts")
    private Optional<String> recording = Optional.empty();

    /// The answer.
    ///
    /// @param name   of the recording
    /// @param format of `text`; empty after an import
    /// @param frames of the cut
    /// @param rate   frames per second
    /// @param events stretches of it
    /// @param text   the list; empty after an import
    record Listed(String name, String format, long frames, String rate, int events, String text) {}

    @Override
    Answer work(Workbench bench, JobContext job) throws StudioException {
        var lists = new CutLists(bench.library().library(), InstantSource.system());
        if (words.getFirst().equals("import")) {
            if (words.size() != 2 || recording.isEmpty()) {
                throw new CliException(CliException.Code.USAGE, "", "cutlist import takes FILE and --for ID.");
            }
            Asset asset = new Exported(bench, recording.get(), true).asset();
            Timeline line = lists.read(Path.of(words.get(1)), asset);
            EditList now = lists.of(asset);
            return answer(asset, "", now, line.length(), "");
        }
        if (words.size() != 1 || !CutLists.FORMATS.contains(format)) {
            throw new CliException(
                    CliException.Code.USAGE, format, "cutlist takes one ID, and --format edl, otio or csv.");
        }
        Asset asset = new Exported(bench, words.getFirst(), true).asset();
        EditList list = lists.of(asset);
        long frames = list.events().isEmpty()
                ? 0
                : list.events().getLast().at() + list.events().getLast().frames();
        return answer(asset, format, list, frames, CutLists.write(list, format));
    }

    private static Answer answer(Asset asset, String format, EditList list, long frames, String text) {
        var listed = new Listed(
                asset.name(),
                format,
                frames,
                list.rate().toString(),
                list.events().size(),
                text);
        String said = "%s: %d pieces, %d frames".formatted(asset.name(), listed.events(), frames);
        return new Answer(
                Documents.of("cutlist", 1, listed),
                text.isEmpty() ? List.of(said) : text.lines().toList());
    }
}
