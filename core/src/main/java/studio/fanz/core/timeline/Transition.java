package studio.fanz.core.timeline;

/// How one clip goes over into the next. It begins at the cut: the clip before goes on below for its length, as far
/// as
/// its source reaches, then stands still.
///
/// @param kind   what is seen
/// @param frames how long, 1 or more
public record Transition(Kind kind, long frames) {

    /// What is seen.
    public enum Kind {
        CROSS_FADE,
        DIP_TO_BLACK,
        DIP_TO_WHITE
    }

    public Transition {
        if (frames < 1) {
            throw new IllegalArgumentException("a transition lasts");
        }
    }
}
