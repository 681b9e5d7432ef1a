package studio.fanz.media.vision;

import java.util.List;
import studio.fanz.media.MediaException;
import studio.fanz.media.frame.Picture;

/// Finds whole people, also from behind: whom a window follows when no face is to be seen. Blocks up to a tenth of a
/// second; any thread, one at a time inside.
@FunctionalInterface
public interface PersonFinder {

    /// Boxes around people in pixels of the picture, surest first.
    ///
    /// @throws MediaException MODEL_MISSING, MODEL_CORRUPT, MODEL_FAILED
    List<Box> find(Picture picture) throws MediaException;
}
