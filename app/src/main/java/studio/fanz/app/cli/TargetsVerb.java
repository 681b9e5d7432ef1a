package studio.fanz.app.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.json.Documents;
import studio.fanz.core.platform.Limit;
import studio.fanz.core.platform.Limits;
import studio.fanz.core.platform.Target;
import studio.fanz.core.problem.StudioException;

/// `studio targets`: places to post, and what is known of what they take.
@Command(name = "targets", description = "Places to post, and what they take.", mixinStandardHelpOptions = true)
final class TargetsVerb extends Verb {

    @Override
    Answer work(Workbench bench, JobContext job) throws StudioException {
        Limits limits = bench.limits();
        List<Place> places = bench.targets().all().stream()
                .map(target -> new Place(target, limits.of(target.id())))
                .toList();
        return new Answer(
                Documents.of("targets", 1, new Places(places)),
                places.stream().map(TargetsVerb::line).toList());
    }

    private static String line(Place place) {
        return String.format(
                Locale.ROOT,
                "%-24s %-26s %s",
                place.target().id(),
                place.target().name(),
                place.limits().isEmpty() ? "no limits known" : place.limits().size() + " limits known");
    }

    /// `fanz/targets@1`.
    record Places(List<Place> targets) {}

    /// A target with every known limit, each with its level, source and date.
    record Place(Target target, List<Limit> limits) {}
}
