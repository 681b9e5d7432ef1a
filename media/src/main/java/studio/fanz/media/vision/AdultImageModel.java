package studio.fanz.media.vision;

import studio.fanz.core.insight.ModelUse;
import studio.fanz.media.MediaException;
import studio.fanz.media.frame.Picture;

/// Guesses whether a picture shows sexual acts or nudity. An opinion, never a verdict. Blocks some ten milliseconds;
/// any thread, one at a time inside.
public interface AdultImageModel {

    /// 0..1, of explicit classes only: bare skin alone does not count.
    ///
    /// @throws MediaException MODEL_MISSING, MODEL_CORRUPT, MODEL_FAILED
    double score(Picture picture) throws MediaException;

    /// Which model says so.
    ///
    /// @throws MediaException MODEL_MISSING, MODEL_CORRUPT
    ModelUse use() throws MediaException;
}
