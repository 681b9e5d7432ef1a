package studio.fanz.media.onnx;

import java.util.Map;
import java.util.Objects;
import studio.fanz.media.MediaException;
import studio.fanz.media.frame.Picture;
import studio.fanz.media.frame.Sampling;
import studio.fanz.media.vision.Box;
import studio.fanz.media.vision.Face;

/// MediaPipe's face mesh of 468 landmarks (Kartynnik et al. 2019): whether a candidate is a face at all, and how open
/// its eyes are.
final class FaceMesh {

    private static final int SIDE = 192;
    private static final double MARGIN = 1.5;
    private static final int LANDMARK_NUMBERS = 468 * 3;
    private static final int[] RIGHT_EYE = {33, 160, 158, 133, 153, 144};
    private static final int[] LEFT_EYE = {362, 385, 387, 263, 373, 380};

    private final PictureModel model;

    FaceMesh(PictureModel model) {
        this.model = model;
    }

    /// The turned square around a candidate.
    record Region(double centreX, double centreY, double side, double angle) {

        static Region around(BlazeFace.Candidate face) {
            Box box = face.box();
            Face.Point right = face.points().get(0);
            Face.Point left = face.points().get(1);
            double angle = Math.atan2(left.y() - right.y(), left.x() - right.x());
            return new Region(box.centreX(), box.centreY(), MARGIN * Math.max(box.width(), box.height()), angle);
        }
    }

    /// What the mesh says about a region.
    ///
    /// @param presence  0..1, that this is a face
    /// @param landmarks 468 x (x, y, z) in pixels of the 192 x 192 crop
    record Mesh(double presence, float[] landmarks) {

        /// Mean over both eyes of (|p1p5| + |p2p4|) / (2 |p0p3|), after Soukupova and Cech 2016. The crop is only
        /// turned and scaled evenly, so that its pixels give the picture's ratio.
        double eyesOpen() {
            return (open(RIGHT_EYE) + open(LEFT_EYE)) / 2;
        }

        private double open(int[] eye) {
            double high = distance(eye[1], eye[5]) + distance(eye[2], eye[4]);
            return high / (2 * Math.max(1e-6, distance(eye[0], eye[3])));
        }

        private double distance(int a, int b) {
            return Math.hypot(landmarks[a * 3] - landmarks[b * 3], landmarks[a * 3 + 1] - landmarks[b * 3 + 1]);
        }
    }

    /// Looks at one region.
    Mesh look(Picture picture, Region region) throws MediaException {
        float[] crop =
                Sampling.turned(picture, region.centreX(), region.centreY(), region.side(), region.angle(), SIDE);
        Map<String, float[]> out = model.run(Planes.scaled(crop, 1 / 255f, 0), 1, SIDE, SIDE, 3);
        float[] landmarks = out.values().stream()
                .filter(values -> values.length == LANDMARK_NUMBERS)
                .findFirst()
                .orElseThrow();
        return new Mesh(Objects.requireNonNull(out.get("Identity_1_out"))[0], landmarks);
    }
}
