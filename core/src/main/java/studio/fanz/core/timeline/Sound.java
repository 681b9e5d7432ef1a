package studio.fanz.core.timeline;

/// How a clip's sound is heard.
///
/// @param gainDb  decibels, -60 (treated as silent) to 24
/// @param fadeIn  frames from silence to full level at its start
/// @param fadeOut frames from full level to silence at its end
/// @param ducked  whether it steps back while somebody speaks on another track
public record Sound(double gainDb, long fadeIn, long fadeOut, boolean ducked) {

    /// As recorded.
    public static final Sound AS_IS = new Sound(0, 0, 0, false);

    /// @throws IllegalArgumentException when a figure is out of range
    public Sound {
        if (!(gainDb >= -60) || gainDb > 24 || fadeIn < 0 || fadeOut < 0) {
            throw new IllegalArgumentException("gain " + gainDb + " dB, fades " + fadeIn + " and " + fadeOut);
        }
    }

    /// Whether nothing is to be heard of it.
    public boolean silent() {
        return gainDb <= -60;
    }

    /// With fades that fit into a shorter clip.
    Sound within(long frames) {
        return fadeIn + fadeOut <= frames
                ? this
                : new Sound(gainDb, Math.min(fadeIn, frames / 2), Math.min(fadeOut, frames / 2), ducked);
    }
}
