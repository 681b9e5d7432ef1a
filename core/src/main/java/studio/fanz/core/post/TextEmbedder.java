package studio.fanz.core.post;

import studio.fanz.core.problem.StudioException;

/// Puts the meaning of a text into a vector, so that texts can be compared. English only. Any thread; may block
/// while
/// weights load.
public interface TextEmbedder {

    /// A vector of length 1; the same number of components for every text.
    ///
    /// @throws StudioException when the model cannot be used
    float[] embed(String text) throws StudioException;
}
