package studio.fanz.core.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.platform.GroupRows.Tier;
import studio.fanz.core.platform.RenditionPlan.MomentBounds;
import studio.fanz.core.platform.RenditionPlan.Refusal;
import studio.fanz.core.review.Finding;
import studio.fanz.core.time.Span;

/// Decides which files to make for which targets. Pure: the same source, targets and rows give the same plan.
public final class RenditionPlanner {

    private final MediaFacts source;
    private final Limits limits;
    private final List<Group> groups = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private final List<String> textOnly = new ArrayList<>();

    private RenditionPlanner(MediaFacts source, Limits limits) {
        this.source = source;
        this.limits = limits;
    }

    private record Group(List<Target> targets, Frames.Frame natural, Optional<Span> moment, RenditionSpec spec) {}

    /// Targets whose wanted frame is the same and whose limits intersect share one file. A target is refused when no
    /// legal file can be made: the source lacks a picture, or an official row cannot be obeyed without cutting time
    /// (then its refusal says how long a stretch may be).
    ///
    /// @param targets in the order asked, each once
    /// @param moment  the stretch that every file shows; empty = all of the source
    public static RenditionPlan plan(MediaFacts source, List<Target> targets, Limits limits, Optional<Span> moment) {
        return plan(source, targets, limits, _ -> moment);
    }

    /// As above, with a stretch for each target of its own.
    public static RenditionPlan plan(
            MediaFacts source, List<Target> targets, Limits limits, Function<Target, Optional<Span>> moments) {
        var planner = new RenditionPlanner(source, limits);
        for (Target target : targets) {
            planner.add(target, moments.apply(target).map(planner::inside));
        }
        return new RenditionPlan(planner.groups.stream().map(Group::spec).toList(), planner.refused, planner.textOnly);
    }

    private Span inside(Span moment) {
        if (source.durationMs() == 0) {
            return moment;
        }
        long start = Math.min(moment.startMs(), source.durationMs());
        return new Span(start, Math.clamp(moment.endMs(), start, source.durationMs()));
    }

    private void add(Target target, Optional<Span> moment) {
        Optional<Finding> lacking = Preflight.needs(target, source);
        if (lacking.isPresent()) {
            refused.add(new Refusal(target.id(), lacking.get(), Optional.empty()));
        } else if (source.video().isEmpty() || !takesFile(target)) {
            textOnly.add(target.id());
        } else {
            Optional<Span> stretch = source.kind() == AssetKind.IMAGE ? Optional.empty() : moment;
            refusal(target, stretch).ifPresentOrElse(refused::add, () -> place(target, stretch));
        }
    }

    /// A text target takes a video when its row names a codec for one; it takes any picture.
    private boolean takesFile(Target target) {
        return target.kind() != Target.Kind.TEXT
                || source.kind() == AssetKind.IMAGE
                || !target.videoCodec().isEmpty();
    }

    private Optional<Refusal> refusal(Target target, Optional<Span> moment) {
        return forLength(target, moment).or(() -> {
            RenditionSpec spec = fit(List.of(target), moment).spec();
            return GroupFit.broken(spec, target, limits, Tier.OFFICIAL)
                    .map(row -> new Refusal(target.id(), finding(target, row, spec), Optional.empty()));
        });
    }

    private Optional<Refusal> forLength(Target target, Optional<Span> moment) {
        long length = length(moment);
        if (source.kind() == AssetKind.IMAGE || (length == 0 && moment.isEmpty())) {
            return Optional.empty();
        }
        var circumstances = Circumstances.usual().with("media", "video");
        var verdicts = new Verdicts(target, limits, circumstances);
        for (String limit : List.of("duration_max_s", "duration_min_s")) {
            verdicts.judge(limit, "file", _ -> new Measured.Amount(length / 1000.0));
        }
        var range = new GroupRows(limits, List.of(target), circumstances)
                .range("duration_min_s", "duration_max_s", Tier.OFFICIAL);
        var bounds = new MomentBounds((long) Math.ceil(range.min() * 1000), millis(range.max()));
        return verdicts.review().findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.BLOCKS)
                .findFirst()
                .map(finding -> lengthRefusal(target, finding, bounds));
    }

    private Refusal lengthRefusal(Target target, Finding finding, MomentBounds bounds) {
        // A source that is itself too short holds no stretch that is long enough.
        boolean helps = source.durationMs() >= bounds.minMs();
        return new Refusal(
                target.id(),
                helps ? withMoment(finding, bounds) : finding,
                helps ? Optional.of(bounds) : Optional.empty());
    }

    private static Finding withMoment(Finding finding, MomentBounds bounds) {
        var fix = new Finding.Fix("moment", List.of(String.valueOf(bounds.maxMs()), String.valueOf(bounds.minMs())));
        return new Finding(
                finding.code(),
                finding.severity(),
                finding.span(),
                finding.where(),
                finding.targets(),
                finding.measured(),
                finding.limit(),
                finding.source(),
                finding.confidence(),
                Optional.of(fix),
                finding.level());
    }

    private static long millis(double seconds) {
        return seconds == Double.POSITIVE_INFINITY ? Long.MAX_VALUE : (long) Math.floor(seconds * 1000);
    }

    private Finding finding(Target target, Limit row, RenditionSpec spec) {
        var facts = ExpectedFacts.of(spec);
        var verdicts = new Verdicts(target, limits, Circumstances.usual().of(facts));
        verdicts.judge(row.name(), "file", _ -> LimitBounds.measure(row.name(), facts, spec));
        return verdicts.review().findings().getFirst();
    }

    private long length(Optional<Span> moment) {
        return moment.map(Span::lengthMs).orElse(source.durationMs());
    }

    private GroupFit fit(List<Target> targets, Optional<Span> moment) {
        return new GroupFit(source, source.video().orElseThrow(), targets, limits, moment, length(moment));
    }

    private void place(Target target, Optional<Span> moment) {
        Frames.Frame natural = Frames.natural(target, source.video().orElseThrow());
        RenditionSpec alone = fit(List.of(target), moment).spec();
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            if (group.natural().equals(natural) && group.moment().equals(moment)) {
                List<Target> together = new ArrayList<>(group.targets());
                together.add(target);
                RenditionSpec shared = fit(together, moment).spec();
                if (serves(shared, together) && !starves(shared, group.spec()) && !starves(shared, alone)) {
                    groups.set(i, new Group(together, natural, moment, shared));
                    return;
                }
            }
        }
        groups.add(new Group(List.of(target), natural, moment, alone));
    }

    /// Whether the shared file breaks no row, unless the target's own file would break it as well.
    private boolean serves(RenditionSpec shared, List<Target> together) {
        return together.stream().allMatch(target -> {
            Optional<Limit> broken = GroupFit.broken(shared, target, limits, Tier.BINDING);
            Optional<Limit> alone =
                    GroupFit.broken(fit(List.of(target), shared.moment()).spec(), target, limits, Tier.BINDING);
            return GroupFit.broken(shared, target, limits, Tier.OFFICIAL).isEmpty()
                    && (broken.isEmpty() || broken.equals(alone));
        });
    }

    /// Whether sharing would press the picture below good quality where a file of its own would not.
    private static boolean starves(RenditionSpec shared, RenditionSpec own) {
        return shared.notes().contains("bit-rate-low") && !own.notes().contains("bit-rate-low");
    }
}
