package studio.fanz.media.prep;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.platform.Limits;
import studio.fanz.core.platform.RenditionPlan;
import studio.fanz.core.platform.RenditionPlanner;
import studio.fanz.core.platform.Target;
import studio.fanz.core.post.MomentPicker;
import studio.fanz.core.time.Span;

/// Decides which files to make: targets in the shape wanted, each with the stretch it shows. Pure.
///
/// @param limits what targets take
record Shaping(Limits limits) {

    private static final Map<String, int[]> SIZES = Map.of(
            "16:9", new int[] {1920, 1080},
            "9:16", new int[] {1080, 1920},
            "1:1", new int[] {1080, 1080},
            "4:5", new int[] {1080, 1350});

    RenditionPlan plan(MediaFacts facts, PrepOptions options, Transcript transcript) {
        List<Target> targets =
                options.targets().stream().map(t -> shaped(t, options.aspect())).toList();
        return switch (options.moment()) {
            case MomentChoice.Whole() -> RenditionPlanner.plan(facts, targets, limits, Optional.empty());
            case MomentChoice.Chosen(Span span) -> RenditionPlanner.plan(facts, targets, limits, Optional.of(span));
            case MomentChoice.Auto() -> auto(facts, targets, transcript);
        };
    }

    /// Only targets that take less than all of it get a stretch.
    private RenditionPlan auto(MediaFacts facts, List<Target> targets, Transcript transcript) {
        RenditionPlan whole = RenditionPlanner.plan(facts, targets, limits, Optional.empty());
        Map<String, Span> moments = new HashMap<>();
        for (RenditionPlan.Refusal refusal : whole.refused()) {
            refusal.moment()
                    .flatMap(bounds -> MomentPicker.pick(transcript, bounds.maxMs(), bounds.minMs()))
                    .ifPresent(moment -> moments.put(refusal.target(), moment.span()));
        }
        return moments.isEmpty()
                ? whole
                : RenditionPlanner.plan(
                        facts, targets, limits, target -> Optional.ofNullable(moments.get(target.id())));
    }

    private static Target shaped(Target target, Optional<String> aspect) {
        if (aspect.isEmpty() || target.kind() == Target.Kind.IMAGE) {
            return target;
        }
        int[] size = SIZES.getOrDefault(aspect.get(), new int[] {target.width(), target.height()});
        return new Target(
                target.id(),
                target.name(),
                target.kind(),
                aspect.get(),
                size[0],
                size[1],
                target.container(),
                target.videoCodec(),
                target.audioCodec(),
                target.notes());
    }
}
