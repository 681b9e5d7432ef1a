package studio.fanz.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.fanz.app.task.Listing;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.json.Documents;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.store.Card;
import studio.fanz.core.store.Facets;
import studio.fanz.core.store.SearchIndex.Moment;

/// `studio library`: what there is, or where something is said.
@Command(
        name = "library",
        description = "List the library, or find names, tags and spoken words in it.",
        mixinStandardHelpOptions = true)
final class LibraryVerb extends Verb {

    @Parameters(paramLabel = "QUERY", arity = "0..*", description = "words; \"quoted words\" stand together")
    private List<String> words = new ArrayList<>();

    @Option(names = "--offset", paramLabel = "N", description = "how many to pass over (default: 0)")
    private int offset;

    @Option(names = "--limit", paramLabel = "N", description = "how many at most (default: ${DEFAULT-VALUE})")
    private int limit = 50;

    @Override
    Answer work(Workbench bench, JobContext job) throws StudioException {
        if (offset < 0 || limit < 0) {
            throw new CliException(CliException.Code.USAGE, "", "--offset and --limit are 0 or more.");
        }
        Listing listing = bench.library().search().page(String.join(" ", words), Facets.ALL, offset, limit);
        var lines = new ArrayList<String>();
        listing.items().forEach(item -> lines.addAll(lines(item)));
        lines.add(studio.run().texts().get("library.summary", listing.items().size(), listing.total()));
        return new Answer(Documents.of("library", 1, listing), lines);
    }

    private static List<String> lines(Listing.Item item) {
        Card card = item.asset();
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                "%s  %-5s  %8s  %s",
                card.id(),
                card.kind().name().toLowerCase(Locale.ROOT),
                clock(card.durationMs()),
                card.name()));
        item.moment().map(LibraryVerb::line).ifPresent(lines::add);
        return lines;
    }

    private static String line(Moment moment) {
        return String.format(Locale.ROOT, "%38s%7s  \"%s\"", "", clock(moment.startMs()), moment.text());
    }

    private static String clock(long ms) {
        long seconds = ms / 1000;
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
