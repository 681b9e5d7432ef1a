package studio.fanz.media.frame;

/// Sees every frame of a file once, small, in order of presentation. Called by one thread; must keep up.
@FunctionalInterface
public interface FrameObserver {

    /// One frame.
    ///
    /// @param frame  number in presentation order, from 0
    /// @param timeMs presentation time from the start of the source
    /// @param small  the frame; its planes are reused, copy what is kept
    void frame(long frame, long timeMs, SmallFrame small);
}
