package studio.fanz.media.prep;

import java.util.ArrayList;
import java.util.List;
import studio.fanz.core.platform.Limit;
import studio.fanz.core.platform.Limits;
import studio.fanz.core.platform.RenditionPlan;
import studio.fanz.core.platform.Target;
import studio.fanz.core.review.Finding;
import studio.fanz.core.review.Review;

/// What a target says to the files that are planned for it: a planned file obeys every row that can be obeyed, so only
/// what could not be planned is a finding.
///
/// @param plan   the files
/// @param limits the rows the plan was made from
record PlannedLimits(RenditionPlan plan, Limits limits) {

    Review of(Target target) {
        List<Finding> findings = plan.refused().stream()
                .filter(refusal -> refusal.target().equals(target.id()))
                .map(RenditionPlan.Refusal::finding)
                .toList();
        List<Review.Skipped> skipped = new ArrayList<>();
        List<Limit> rows = limits.of(target.id());
        if (rows.isEmpty()) {
            skipped.add(new Review.Skipped("limits", "no-limits-known", List.of(target.id())));
        }
        List<String> ran =
                rows.stream().map(row -> "limit:" + row.name()).distinct().toList();
        return new Review(findings, ran, skipped, List.of());
    }
}
