package studio.fanz.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.json.Documents;
import studio.fanz.core.json.Json;
import studio.fanz.core.problem.StudioException;
import studio.fanz.media.prep.OutputFolder;
import studio.fanz.media.prep.Prep;
import studio.fanz.media.prep.PrepListener;
import studio.fanz.media.prep.PrepOptions;
import studio.fanz.media.prep.Preparation;

/// `studio prep`: the main job, for one recording or several.
@Command(
        name = "prep",
        description = "Transcript, captions, covers, checks, renditions and a draft post, into OUT/<name>/.",
        mixinStandardHelpOptions = true)
final class PrepVerb extends Verb {

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "recordings")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--sample", description = "the bundled recording, 49 seconds")
    private boolean sample;

    @Option(
            names = "--for",
            paramLabel = "TARGET",
            split = ",",
            description = "targets to make files and texts for (default: ${DEFAULT-VALUE})")
    private List<String> targets = List.of("youtube/long", "youtube/shorts", "instagram/reel");

    @Mixin
    private Shaping shaping = new Shaping();

    @Override
    Answer work(Workbench bench, JobContext job) throws StudioException {
        List<Path> wanted = new ArrayList<>(files);
        if (sample) {
            wanted.add(bench.assets().sample());
        }
        if (wanted.isEmpty()) {
            throw new CliException(CliException.Code.USAGE, "", "prep takes recordings, or --sample.");
        }
        PrepOptions options = shaping.options(bench, Choices.targets(bench, targets));
        // A library that cannot be opened is better said now than after an hour of work.
        bench.library();
        if (wanted.size() == 1) {
            Prep.Result result = prepare(bench, wanted.getFirst(), options, job);
            var summary = new Summary(studio.run().texts());
            return new Answer(Documents.of("prep", 1, result.report()), summary.lines(result));
        }
        return several(bench, wanted, options, job);
    }

    /// One recording that cannot be used does not keep the others waiting.
    private Answer several(Workbench bench, List<Path> wanted, PrepOptions options, JobContext job) {
        ObjectNode list = Json.object().put("schema", "fanz/prep-list@1");
        ArrayNode items = list.putArray("items");
        List<String> lines = new ArrayList<>();
        int exit = ExitCode.DONE;
        for (Path file : wanted) {
            try {
                Prep.Result result = prepare(bench, file, options, job);
                items.add(Documents.of("prep", 1, result.report()));
                lines.addAll(new Summary(studio.run().texts()).lines(result));
            } catch (StudioException problem) {
                exit = Math.max(exit, ExitCode.of(problem));
                items.addObject()
                        .put("file", file.toString())
                        .set("error", studio.run().error(problem));
                lines.add(studio.run().sentence(problem));
            }
        }
        return new Answer(list, lines, exit);
    }

    private Prep.Result prepare(Workbench bench, Path file, PrepOptions options, JobContext job)
            throws StudioException {
        var preparation = Preparation.of(bench.tools(), file, options, PrepListener.deaf(), job);
        Prep.Result result = new Prep(preparation, OutputFolder.of(common.out, preparation.source())).run(options);
        bench.library().keeper().keep(result);
        return result;
    }
}
