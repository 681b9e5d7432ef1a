package studio.fanz.media.prep;

import java.util.List;
import java.util.Optional;
import studio.fanz.core.platform.Limits;
import studio.fanz.core.platform.PostPreflight;
import studio.fanz.core.platform.PostText;
import studio.fanz.core.platform.Preflight;
import studio.fanz.core.platform.RenditionPlan;
import studio.fanz.core.platform.RenditionSpec;
import studio.fanz.core.platform.Target;
import studio.fanz.core.post.Draft;
import studio.fanz.core.review.Finding;
import studio.fanz.core.review.Review;

/// What a target says to the file that is planned for it and to the words drafted for it.
///
/// @param plan   the files
/// @param draft  the words
/// @param limits the rows both were made from
record PlannedLimits(RenditionPlan plan, Draft draft, Limits limits) {

    Review of(Target target) {
        Review file = file(target);
        Review words = words(target);
        return new Review(
                both(file.findings(), words.findings()),
                both(file.ran(), words.ran()),
                both(file.skipped(), words.skipped()),
                List.of());
    }

    private Review file(Target target) {
        Optional<RenditionSpec> spec = plan.renditions().stream()
                .filter(planned -> planned.targets().contains(target.id()))
                .findFirst();
        if (spec.isPresent()) {
            return new Preflight(limits).check(target, spec.get().expectedFacts());
        }
        List<Finding> refused = plan.refused().stream()
                .filter(refusal -> refusal.target().equals(target.id()))
                .map(RenditionPlan.Refusal::finding)
                .toList();
        return new Review(refused, List.of(), List.of(), List.of());
    }

    private Review words(Target target) {
        return draft.variants().stream()
                .filter(variant -> variant.target().equals(target.id()))
                .findFirst()
                .map(variant ->
                        new PostPreflight(limits).checkText(target, new PostText(variant.title(), variant.text())))
                .orElse(new Review(List.of(), List.of(), List.of(), List.of()));
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        return java.util.stream.Stream.concat(one.stream(), other.stream()).toList();
    }
}
