package studio.fanz.media.prep;

import java.util.List;
import java.util.Optional;
import studio.fanz.core.platform.Target;

/// What to prepare a recording for.
///
/// @param targets  where it may be posted; renditions and variants are made for these
/// @param language ISO 639-1 code spoken, empty = found out
/// @param profile  caption profile, a name in `caption-profiles.csv`
/// @param burnIn   whether captions are drawn into the picture
/// @param aspect   shape wanted (`9:16`), empty = each target's own
/// @param moment   which stretch
public record PrepOptions(
        List<Target> targets,
        Optional<String> language,
        String profile,
        boolean burnIn,
        Optional<String> aspect,
        MomentChoice moment) {

    public PrepOptions {
        targets = List.copyOf(targets);
    }

    /// The same for other targets.
    public PrepOptions withTargets(List<Target> others) {
        return new PrepOptions(others, language, profile, burnIn, aspect, moment);
    }
}
