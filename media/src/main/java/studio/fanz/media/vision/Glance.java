package studio.fanz.media.vision;

import studio.fanz.media.frame.Picture;
import studio.fanz.media.frame.Sampling;

/// A picture remembered in 32 x 18 patches of luma, to notice that nothing changed without keeping pixels.
///
/// @param patches 0..255
record Glance(float[] patches) {

    private static final int ACROSS = 32;
    private static final int DOWN = 18;

    /// A patch that differs by so much holds something new; noise and compression stay below.
    private static final float NEW = 12;

    private static final float ALIKE = 12.75f;

    static Glance at(Picture picture) {
        return new Glance(PictureMeasures.luma(Sampling.shrunk(picture, ACROSS, DOWN)));
    }

    /// Whether the two show much the same: mean difference of the patches under a twentieth of the range.
    boolean resembles(Glance other) {
        float sum = 0;
        for (int i = 0; i < Math.min(patches.length, other.patches.length); i++) {
            sum += Math.abs(patches[i] - other.patches[i]);
        }
        return patches.length == other.patches.length && sum < ALIKE * patches.length;
    }

    /// Whether any patch holds something new.
    boolean differs(Glance other) {
        if (patches.length != other.patches.length) {
            return true;
        }
        for (int i = 0; i < patches.length; i++) {
            if (Math.abs(patches[i] - other.patches[i]) > NEW) {
                return true;
            }
        }
        return false;
    }
}
