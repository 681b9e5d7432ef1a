package studio.fanz.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import studio.fanz.app.task.Imported;
import studio.fanz.app.task.Imported.Status;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.json.Json;
import studio.fanz.core.problem.StudioException;

/// `studio import`: files and folders into the library.
@Command(name = "import", description = "Bring recordings into the library.", mixinStandardHelpOptions = true)
final class ImportVerb extends Verb {

    @Parameters(paramLabel = "FILE|DIR", arity = "1..*", description = "recordings, or folders of them")
    private List<Path> files = new ArrayList<>();

    @Override
    Answer work(Workbench bench, JobContext job) throws StudioException {
        Imported imported = bench.library().importer().run(files, job);
        List<Imported.Item> items = imported.files();
        if (items.size() == 1 && items.getFirst().status() == Status.REFUSED) {
            throw items.getFirst().problem().orElseThrow();
        }
        return new Answer(document(imported), lines(imported));
    }

    /// `fanz/import@1`.
    private ObjectNode document(Imported imported) {
        ObjectNode document = Json.object().put("schema", "fanz/import@1");
        for (Status status : Status.values()) {
            document.put(word(status), imported.count(status));
        }
        ArrayNode files = document.putArray("files");
        imported.files().forEach(item -> files.add(file(item)));
        return document;
    }

    private ObjectNode file(Imported.Item item) {
        ObjectNode node = Json.object().put("file", item.file().toString()).put("status", word(item.status()));
        item.asset().ifPresent(asset -> node.put("id", asset.id().toString()).put("name", asset.name()));
        item.problem().ifPresent(problem -> node.set("error", studio.run().error(problem)));
        return node;
    }

    private List<String> lines(Imported imported) {
        var lines = new ArrayList<String>();
        for (Imported.Item item : imported.files()) {
            String id = item.asset().map(asset -> asset.id().toString()).orElse("");
            lines.add(String.format(
                    Locale.ROOT,
                    "%-8s %-36s %s",
                    word(item.status()),
                    id,
                    item.file().getFileName()));
            item.problem()
                    .ifPresent(problem -> lines.add("         " + studio.run().sentence(problem)));
        }
        lines.add(studio.run()
                .texts()
                .get(
                        "import.summary",
                        imported.count(Status.ADDED),
                        imported.count(Status.KNOWN),
                        imported.count(Status.MOVED),
                        imported.count(Status.REFUSED)));
        return lines;
    }

    private static String word(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
