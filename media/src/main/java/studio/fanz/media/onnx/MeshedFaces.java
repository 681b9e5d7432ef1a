package studio.fanz.media.onnx;

import java.util.ArrayList;
import java.util.List;
import studio.fanz.media.MediaException;
import studio.fanz.media.frame.Picture;
import studio.fanz.media.vision.Face;
import studio.fanz.media.vision.FaceFinder;

/// Faces that the detector and the mesh agree on. The detector alone takes cats and cups for faces.
final class MeshedFaces implements FaceFinder {

    /// Measured together on 100 faces of LFW and 100 pictures of other things: 97 % found, none wrong.
    private static final double SCORE = 0.65;

    private static final double PRESENCE = 0.5;

    private final BlazeFace detector;
    private final FaceMesh mesh;

    MeshedFaces(BlazeFace detector, FaceMesh mesh) {
        this.detector = detector;
        this.mesh = mesh;
    }

    @Override
    public List<Face> find(Picture picture) throws MediaException {
        List<Face> faces = new ArrayList<>();
        for (BlazeFace.Candidate candidate : detector.find(picture, SCORE)) {
            FaceMesh.Mesh seen = mesh.look(picture, FaceMesh.Region.around(candidate));
            if (seen.presence() >= PRESENCE) {
                faces.add(new Face(
                        candidate.box(), candidate.score(), seen.presence(), seen.eyesOpen(), candidate.points()));
            }
        }
        return faces;
    }
}
