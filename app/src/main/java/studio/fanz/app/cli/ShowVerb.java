package studio.fanz.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import studio.fanz.app.task.AssetReport;
import studio.fanz.app.task.ShowAsset;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.json.Documents;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.store.StoreException;

/// `studio show`: everything the library knows of one recording.
@Command(name = "show", description = "Everything known of one recording.", mixinStandardHelpOptions = true)
final class ShowVerb extends Verb {

    @Parameters(paramLabel = "ID", description = "the id, the beginning of it, or the file")
    private String typed = "";

    @Override
    Answer work(Workbench bench, JobContext job) throws StudioException {
        ShowAsset show = bench.library().show();
        List<Asset.Id> meant = show.meant(typed);
        if (meant.isEmpty()) {
            throw new StoreException(StoreException.Code.NOT_IN_LIBRARY, typed, "");
        }
        if (meant.size() > 1) {
            throw new CliException(CliException.Code.AMBIGUOUS, typed, "");
        }
        AssetReport report = show.report(meant.getFirst());
        return new Answer(Documents.of("show", 1, report), lines(report));
    }

    private static List<String> lines(AssetReport report) {
        MediaFacts facts = report.asset().facts();
        var lines = new ArrayList<String>();
        lines.add(report.asset().name());
        lines.add(report.asset().id() + (report.present() ? "" : "  (the file is not where it was)"));
        lines.add(report.asset().path().toString());
        lines.add(String.format(
                Locale.ROOT,
                "%s, %s, %.1f s, %.1f MB",
                facts.kind().name().toLowerCase(Locale.ROOT),
                facts.container(),
                facts.durationMs() / 1000.0,
                facts.sizeBytes() / 1e6));
        facts.video()
                .ifPresent(v -> lines.add(String.format(
                        Locale.ROOT,
                        "picture %s, %d x %d, %.2f fps",
                        v.codec(),
                        v.displayWidth(),
                        v.displayHeight(),
                        v.frameRate().toDouble())));
        facts.audio().forEach(a -> lines.add("sound %s, %d Hz, %s".formatted(a.codec(), a.sampleRate(), a.layout())));
        if (!report.tags().isEmpty()) {
            lines.add("tags " + String.join(", ", report.tags()));
        }
        report.transcript().map(ShowVerb::line).ifPresent(lines::add);
        return lines;
    }

    private static String line(Transcript transcript) {
        return "speech " + transcript.language() + ", " + transcript.words().size() + " words";
    }
}
