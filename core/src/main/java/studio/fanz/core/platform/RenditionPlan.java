package studio.fanz.core.platform;

import java.util.List;
import java.util.Optional;
import studio.fanz.core.review.Finding;

/// Which files to make for the targets asked for, and which targets get none.
///
/// @param renditions in the order in which their first target was asked for
/// @param refused    targets for which no legal file can be made, with why and the way out
/// @param textOnly   ids of targets that take no file of this kind but a post without one
public record RenditionPlan(List<RenditionSpec> renditions, List<Refusal> refused, List<String> textOnly) {

    public RenditionPlan {
        renditions = List.copyOf(renditions);
        refused = List.copyOf(refused);
        textOnly = List.copyOf(textOnly);
    }

    /// A target that gets no file.
    ///
    /// @param target  its id
    /// @param finding which row (`limit:duration_max_s`) or need (`target:needs-video`) refuses it; its fix is the
    ///                way out (`moment` with the longest and shortest stretch in milliseconds)
    /// @param moment  how long a stretch would be taken, when the source's length is all that is wrong
    public record Refusal(String target, Finding finding, Optional<MomentBounds> moment) {}

    /// How long a stretch may be, in milliseconds, both bounds allowed.
    public record MomentBounds(long minMs, long maxMs) {}

    /// The bounds that one stretch must keep to serve every target refused for its length; empty when none was.
    public Optional<MomentBounds> momentNeeded() {
        return refused.stream()
                .flatMap(refusal -> refusal.moment().stream())
                .reduce((a, b) -> new MomentBounds(Math.max(a.minMs, b.minMs), Math.min(a.maxMs, b.maxMs)));
    }
}
