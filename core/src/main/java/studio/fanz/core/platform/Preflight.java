package studio.fanz.core.platform;

import java.util.List;
import java.util.Optional;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.review.Finding;
import studio.fanz.core.review.Review;

/// Compares a file with every limit known for a target. Pure; safe for use by any thread.
///
/// @param limits        the rows, a creator's own already merged in
/// @param circumstances what is known about accounts and placements; the file adds its own
public record Preflight(Limits limits, Circumstances circumstances) {

    /// With what is known without asking anyone.
    public Preflight(Limits limits) {
        this(limits, Circumstances.usual());
    }

    /// Findings, what was compared (`ran`), and what could not be (`skipped`: silence is not approval). Limits on
    /// words and covers are [PostPreflight]'s.
    public Review check(Target target, MediaFacts facts) {
        var verdicts = new Verdicts(target, limits, circumstances.of(facts));
        needs(target, facts).ifPresent(verdicts::add);
        List<Limit> rows = limits.of(target.id());
        if (rows.isEmpty()) {
            return withoutLimits(verdicts.review(), target);
        }
        for (String limit : rows.stream().map(Limit::name).distinct().toList()) {
            if (Measures.concerns(limit)) {
                verdicts.judge(limit, "file", _ -> Measures.of(limit, facts));
            } else if (LimitNames.PACE.contains(limit)) {
                verdicts.skip(limit, "when-posting");
            } else if (!LimitNames.known(limit)) {
                verdicts.skip(limit, "unknown-limit");
            }
        }
        return verdicts.review();
    }

    /// A target's first need: a video or a picture.
    static Optional<Finding> needs(Target target, MediaFacts facts) {
        boolean lacksVideo = target.kind() == Target.Kind.VIDEO && facts.kind() != AssetKind.VIDEO;
        boolean lacksPicture = target.kind() == Target.Kind.IMAGE && facts.kind() != AssetKind.IMAGE;
        if (!lacksVideo && !lacksPicture) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                lacksVideo ? "target:needs-video" : "target:needs-picture",
                Finding.Severity.BLOCKS,
                Optional.empty(),
                "file",
                List.of(target.id()),
                facts.kind().name().toLowerCase(java.util.Locale.ROOT),
                "",
                "targets.csv",
                1,
                Optional.empty()));
    }

    private static Review withoutLimits(Review review, Target target) {
        return new Review(
                review.findings(),
                review.ran(),
                List.of(new Review.Skipped("limits", "no-limits-known", List.of(target.id()))),
                List.of());
    }
}
