package studio.fanz.media.vision;

import java.util.List;
import studio.fanz.core.insight.ModelUse;

/// What looks at covers.
///
/// @param faces  finds faces and tells open eyes
/// @param text   reads writing
/// @param tagger tells look-alikes
/// @param uses   their names
public record CoverModels(FaceFinder faces, TextFinder text, ImageTagger tagger, List<ModelUse> uses) {

    public CoverModels {
        uses = List.copyOf(uses);
    }
}
