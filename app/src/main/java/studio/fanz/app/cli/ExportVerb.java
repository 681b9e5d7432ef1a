package studio.fanz.app.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.json.Documents;
import studio.fanz.core.platform.RenditionPlan;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.project.Rendition;
import studio.fanz.media.prep.OutputFolder;
import studio.fanz.media.prep.PrepOptions;
import studio.fanz.media.prep.Preparation;
import studio.fanz.media.prep.Renditions;

/// `studio export`: one file per group of targets it fits.
@Command(name = "export", description = "One file per group of targets it fits.", mixinStandardHelpOptions = true)
final class ExportVerb extends Verb {

    @Parameters(
            paramLabel = "ID|FILE",
            description = "a recording's id in the library (its project is exported as cut), or a file")
    private String typed = "";

    @Option(
            names = "--cut",
            description = "of a file that is in the library, too, export what its project makes of it (default: all of"
                    + " the file, as it is)")
    private boolean cut;

    @Option(
            names = "--for",
            paramLabel = "TARGET",
            split = ",",
            required = true,
            description = "targets to make files for")
    private List<String> targets = List.of();

    @Mixin
    private Shaping shaping = new Shaping();

    @Override
    Answer work(Workbench bench, JobContext job) throws StudioException {
        PrepOptions options = shaping.options(bench, Choices.targets(bench, targets));
        Preparation preparation = new Exported(bench, typed, cut).prepare(options, job);
        String name = preparation.source().name();
        OutputFolder folder = OutputFolder.of(common.out, preparation.source());
        Renditions made = preparation.renditions(folder);
        if (made.files().isEmpty() && !made.refused().isEmpty()) {
            throw Refusals.problem(made.refused().getFirst(), name);
        }
        for (Rendition rendition : made.files()) {
            folder.report(rendition);
        }
        return new Answer(Documents.of("export", 1, made), lines(folder, made, name));
    }

    private List<String> lines(OutputFolder folder, Renditions made, String name) {
        List<String> lines = new ArrayList<>();
        for (Rendition rendition : made.files()) {
            lines.add(folder.path().resolve(rendition.file()) + "  " + String.join(", ", rendition.targets()));
        }
        for (RenditionPlan.Refusal refusal : made.refused()) {
            var problem = Refusals.problem(refusal, name);
            lines.add(refusal.target() + ": " + studio.run().sentence(problem));
        }
        return lines;
    }
}
