package studio.fanz.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.fanz.app.task.PlainExports;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.json.Documents;
import studio.fanz.core.platform.RenditionPlan;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.project.Rendition;
import studio.fanz.core.time.Span;
import studio.fanz.core.time.Timecode;
import studio.fanz.media.export.PlainKind;
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

    @Option(names = "--for", paramLabel = "TARGET", split = ",", description = "targets to make files for")
    private List<String> targets = List.of();

    @Option(
            names = "--as",
            paramLabel = "KIND",
            description = "instead of files for targets, one file: still, gif, webp (at most 60 s, no sound), or the"
                    + " sound as aac, mp3, flac, opus")
    private Optional<String> as = Optional.empty();

    @Option(names = "--at", paramLabel = "T", description = "the moment of a still (default: the beginning)")
    private Optional<String> at = Optional.empty();

    @Mixin
    private Shaping shaping = new Shaping();

    @Override
    Answer work(Workbench bench, JobContext job) throws StudioException {
        if (as.isPresent()) {
            return plain(bench, as.get(), job);
        }
        if (targets.isEmpty()) {
            throw new CliException(CliException.Code.USAGE, "", "export takes --for TARGET or --as KIND.");
        }
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

    private Answer plain(Workbench bench, String word, JobContext job) throws StudioException {
        PlainKind kind = PlainKind.named(word)
                .orElseThrow(() -> new CliException(
                        CliException.Code.USAGE,
                        word,
                        "\"" + word + "\" is no kind: " + String.join(", ", PlainKind.words()) + "."));
        Optional<Span> moment = shaping.stretch();
        if (at.isPresent()) {
            long ms = Timecode.parse(at.get())
                    .orElseThrow(() -> new CliException(CliException.Code.NOT_A_MOMENT, at.get(), "it is no time."));
            moment = Optional.of(new Span(ms, ms + 1));
        }
        Preparation preparation = new Exported(bench, typed, cut).prepare(Choices.nothing(), job);
        var made = new PlainExports(bench.tools().prober()).make(preparation, kind, moment, common.out, job);
        return new Answer(
                Documents.of("export-as", 1, made), List.of(made.file() + "  " + made.sizeBytes() + " bytes"));
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
