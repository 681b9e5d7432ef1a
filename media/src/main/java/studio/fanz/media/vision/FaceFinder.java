package studio.fanz.media.vision;

import java.util.List;
import studio.fanz.media.MediaException;
import studio.fanz.media.frame.Picture;

/// Finds faces. Blocks some ten milliseconds; any thread, one at a time inside.
@FunctionalInterface
public interface FaceFinder {

    /// The faces in a picture, surest first; empty when there is none.
    ///
    /// @throws MediaException MODEL_MISSING, MODEL_CORRUPT, MODEL_FAILED
    List<Face> find(Picture picture) throws MediaException;
}
