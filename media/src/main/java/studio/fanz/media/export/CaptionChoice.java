package studio.fanz.media.export;

import studio.fanz.core.caption.Captions;
import studio.fanz.media.render.CaptionOverlay;

/// What a rendition does with the captions.
public sealed interface CaptionChoice {

    /// It has none.
    record None() implements CaptionChoice {}

    /// They are a track that a player may show.
    ///
    /// @param captions in the rendition's own time (see [Captions#within])
    record Track(Captions captions) implements CaptionChoice {}

    /// They are part of the picture.
    ///
    /// @param overlay drawn for the rendition's size and time; its folder must stay until the export has ended
    record BurnedIn(CaptionOverlay overlay) implements CaptionChoice {}

    /// The word for `Rendition.captions`.
    default String word() {
        return switch (this) {
            case None() -> "none";
            case Track(var _) -> "track";
            case BurnedIn(var _) -> "burned-in";
        };
    }
}
