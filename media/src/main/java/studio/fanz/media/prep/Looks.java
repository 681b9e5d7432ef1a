package studio.fanz.media.prep;

import java.util.List;
import studio.fanz.core.asset.Shot;
import studio.fanz.core.review.Finding;

/// What looking at every frame once found.
///
/// @param frames   number of frames seen
/// @param shots    in order, together the whole picture; empty without a picture
/// @param findings flashes, black and frozen stretches
public record Looks(long frames, List<Shot> shots, List<Finding> findings) {

    public Looks {
        shots = List.copyOf(shots);
        findings = List.copyOf(findings);
    }
}
