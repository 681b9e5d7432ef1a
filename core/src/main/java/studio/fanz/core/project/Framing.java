package studio.fanz.core.project;

import java.util.Optional;

/// How a project is laid out in one aspect.
///
/// @param middle    where the picture's window is, 0 = left or top edge, 1 = right or bottom; empty = it follows
///                  the face
/// @param captionY  middle of the captions, 0 = top of the picture, 1 = bottom; empty = where the place's safe zone
///                  says
/// @param captionPct height of a caption's letters in percent of the picture's height; empty = the usual
public record Framing(Optional<Double> middle, Optional<Double> captionY, Optional<Double> captionPct) {

    /// @throws IllegalArgumentException when a figure is out of range
    public Framing {
        if (out(middle, 0, 1) || out(captionY, 0, 1) || out(captionPct, 1, 20)) {
            throw new IllegalArgumentException("a layout out of range");
        }
    }

    private static boolean out(Optional<Double> figure, double least, double most) {
        return figure.filter(f -> !(f >= least) || f > most).isPresent();
    }
}
