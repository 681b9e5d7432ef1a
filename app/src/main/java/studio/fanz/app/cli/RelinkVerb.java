package studio.fanz.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.fanz.app.task.RelinkAsset;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.json.Documents;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.store.StoreException;

/// `studio relink`: says where a recording's file lies now.
@Command(name = "relink", description = "Say where a recording's file lies now.", mixinStandardHelpOptions = true)
final class RelinkVerb extends Verb {

    @Parameters(index = "0", paramLabel = "ID", description = "the recording's id, or the beginning of it")
    private String typed = "";

    @Parameters(index = "1", paramLabel = "FILE|DIR", description = "its file, or a folder to look through")
    private Path where = Path.of("");

    @Option(names = "--replace", description = "also when it is another file; says what is different")
    private boolean replace;

    @Override
    Answer work(Workbench bench, JobContext job) throws StudioException {
        List<Asset.Id> meant = bench.library().show().meant(typed);
        if (meant.isEmpty()) {
            throw new StoreException(StoreException.Code.NOT_IN_LIBRARY, typed, "");
        }
        if (meant.size() > 1) {
            throw new CliException(CliException.Code.AMBIGUOUS, typed, "");
        }
        RelinkAsset.Relinked relinked = bench.library().relinker().run(meant.getFirst(), where, replace, job);
        var lines = new ArrayList<String>();
        String status = relinked.status().name().toLowerCase(Locale.ROOT);
        lines.add(status + "  " + relinked.name() + "  " + relinked.file());
        relinked.changes().forEach(change -> lines.add("    " + change));
        return new Answer(Documents.of("relink", 1, relinked), lines);
    }
}
