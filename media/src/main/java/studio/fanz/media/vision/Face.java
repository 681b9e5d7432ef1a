package studio.fanz.media.vision;

import java.util.List;

/// A face that two models agree on.
///
/// @param box      around brow, ears and chin, in pixels of the picture
/// @param score    the detector's, 0.65..1
/// @param presence the mesh's own opinion that this is a face, 0.5..1
/// @param eyesOpen mean of both eyes' height over width: about 0.3 open, under 0.18 closed; shrinks as a head turns
/// @param points   right eye, left eye (the person's), tip of the nose, mouth, right ear, left ear, in pixels
public record Face(Box box, double score, double presence, double eyesOpen, List<Point> points) {

    public Face {
        points = List.copyOf(points);
    }

    /// A place in the picture, in pixels.
    public record Point(double x, double y) {}
}
