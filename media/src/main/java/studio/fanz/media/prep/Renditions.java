package studio.fanz.media.prep;

import java.util.List;
import studio.fanz.core.platform.RenditionPlan;
import studio.fanz.core.project.Rendition;

/// What was made for posting, and what could not be.
///
/// @param files    finished files with their reports
/// @param refused  targets that got none, with why and the way out
/// @param textOnly targets that take no file of this kind but a post without one
public record Renditions(List<Rendition> files, List<RenditionPlan.Refusal> refused, List<String> textOnly) {

    public Renditions {
        files = List.copyOf(files);
        refused = List.copyOf(refused);
        textOnly = List.copyOf(textOnly);
    }
}
