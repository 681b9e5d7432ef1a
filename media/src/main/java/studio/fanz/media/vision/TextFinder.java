package studio.fanz.media.vision;

import java.util.List;
import studio.fanz.media.MediaException;
import studio.fanz.media.frame.Picture;

/// Reads the writing in a picture. Blocks some hundred milliseconds; any thread, one at a time inside.
@FunctionalInterface
public interface TextFinder {

    /// The lines from top to bottom, then left to right; unsure ones are left out.
    ///
    /// @throws MediaException MODEL_MISSING, MODEL_CORRUPT, MODEL_FAILED
    List<TextLine> find(Picture picture) throws MediaException;
}
