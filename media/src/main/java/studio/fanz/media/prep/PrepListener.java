package studio.fanz.media.prep;

import studio.fanz.core.asset.Cover;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.post.Draft;
import studio.fanz.core.project.Rendition;
import studio.fanz.core.review.Review;

/// Hears each result as soon as it is there. Called by the thread that prepares; must not block.
public interface PrepListener {

    /// The file is known.
    default void source(Source source) {}

    /// Words so far; called again as more are recognised, last with all of them.
    default void words(Transcript soFar) {}

    /// Shots and what is wrong with the picture.
    default void looks(Looks looks) {}

    /// Captions under the chosen profile.
    default void captions(Captions captions) {}

    /// Three covers and why the others lost.
    default void covers(Cover.Choice covers) {}

    /// Findings, and what could not be checked.
    default void review(Review review) {}

    /// A finished file.
    default void rendition(Rendition rendition) {}

    /// The proposed post.
    default void draft(Draft draft) {}

    /// For nobody.
    static PrepListener deaf() {
        return new PrepListener() {};
    }
}
