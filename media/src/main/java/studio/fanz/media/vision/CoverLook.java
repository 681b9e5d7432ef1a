package studio.fanz.media.vision;

import java.util.List;
import java.util.Optional;
import studio.fanz.media.frame.Picture;

/// One frame looked at as a cover.
///
/// @param timeMs   of the frame in the source
/// @param picture  scaled down
/// @param measures of the picture
/// @param glance   of the picture
/// @param faces    found in it, largest first
/// @param cutMs    milliseconds to the nearest shot change, empty when no shots are known
/// @param text     lines of writing, empty while nobody has read it
record CoverLook(
        long timeMs,
        Picture picture,
        PictureMeasures measures,
        Glance glance,
        List<Face> faces,
        Optional<Long> cutMs,
        Optional<List<TextLine>> text) {

    /// Black, or so dark that nothing is to be seen.
    private static final double DARK = 0.06;

    /// One colour, or a fade through one.
    private static final double FLAT = 0.035;

    private static final double BLURRED = 0.62;

    /// Eyes under this are shut (ratio of height to width; a rule of thumb of the mesh's authors).
    private static final double SHUT = 0.17;

    /// A face smaller than this part of the picture's height does not show its eyes.
    private static final double EYES_VISIBLE = 0.12;

    /// Nearer to a change of shots than this, pictures may still be mixed.
    private static final long NEAR_CUT_MS = 120;

    CoverLook with(List<Face> found) {
        return new CoverLook(timeMs, picture, measures, glance, found, cutMs, text);
    }

    CoverLook reading(List<TextLine> lines) {
        return new CoverLook(timeMs, picture, measures, glance, faces, cutMs, Optional.of(lines));
    }

    /// Why it can never be a cover; empty when it can.
    String refused() {
        if (measures.brightness() < DARK) {
            return "dark";
        }
        return measures.deviation() < FLAT ? "flat" : "";
    }

    /// Why it is a cover only when there is nothing better; empty when it is a good one.
    String poor() {
        if (measures.blur() > BLURRED) {
            return "blurred";
        }
        if (eyesShut()) {
            return "eyes-closed";
        }
        return cutMs.filter(ms -> ms < NEAR_CUT_MS).isPresent() ? "near-cut" : "";
    }

    private boolean eyesShut() {
        return !faces.isEmpty()
                && faces.getFirst().box().height() >= EYES_VISIBLE * picture.height()
                && faces.getFirst().eyesOpen() < SHUT;
    }
}
