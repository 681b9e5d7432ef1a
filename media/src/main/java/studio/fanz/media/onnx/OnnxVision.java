package studio.fanz.media.onnx;

import java.util.List;
import studio.fanz.core.insight.ModelUse;
import studio.fanz.media.MediaException;
import studio.fanz.media.ModelFolder;
import studio.fanz.media.vision.AdultImageModel;
import studio.fanz.media.vision.CoverModels;
import studio.fanz.media.vision.FaceFinder;
import studio.fanz.media.vision.ImageTagger;
import studio.fanz.media.vision.PersonFinder;
import studio.fanz.media.vision.TextFinder;

/// Everything that looks at pictures, each model loaded at its first picture. Make one for the program, [#release()]
/// it when a piece of work is done, close it at the end. Any thread; each model works for one caller at a time.
public final class OnnxVision implements AutoCloseable {

    private final ModelFolder folder;
    private final PictureModel detector;
    private final PictureModel mesh;
    private final PictureModel objects;
    private final PictureModel adult;
    private final PictureModel tags;
    private final PictureModel textPlaces;
    private final PictureModel textReader;

    /// Loads nothing yet.
    ///
    /// @param threads for one run of a model, 1 or 2
    public OnnxVision(ModelFolder folder, int threads) {
        this.folder = folder;
        detector = new PictureModel(folder, "face_blazeface_back_256.onnx", "input:0", threads);
        mesh = new PictureModel(folder, "face_mesh_468.onnx", "input_1", threads);
        objects = new PictureModel(folder, "object_detection_nanodet_g_416.onnx", "image", threads);
        adult = new PictureModel(folder, "image_moderation_nsfwjs_mid.onnx", "input", threads);
        tags = new PictureModel(folder, "image_tags_efficientnet_lite0_fp16.onnx", "image", threads);
        textPlaces = new PictureModel(folder, "ocr_ppocrv6_tiny_det.onnx", "x", threads);
        textReader = new PictureModel(folder, "ocr_ppocrv6_tiny_rec.onnx", "x", threads);
    }

    /// Finds faces.
    public FaceFinder faces() {
        return new MeshedFaces(new BlazeFace(detector), new FaceMesh(mesh));
    }

    /// Finds people.
    public PersonFinder people() {
        return new NanoDetPeople(objects);
    }

    /// Scores explicit pictures.
    public AdultImageModel adultImages() {
        return new NsfwImage(adult);
    }

    /// Reads writing.
    ///
    /// @throws MediaException MODEL_MISSING, MODEL_CORRUPT for the list of characters
    public TextFinder text() throws MediaException {
        return new PaddleText(textPlaces, textReader, PaddleText.dictionary(folder));
    }

    /// Names what is shown, and tells look-alikes.
    ///
    /// @throws MediaException MODEL_MISSING, MODEL_CORRUPT for the list of words
    public ImageTagger tagger() throws MediaException {
        return new EfficientNetTagger(tags, EfficientNetTagger.labels(folder));
    }

    /// All that choosing covers takes.
    ///
    /// @throws MediaException MODEL_MISSING, MODEL_CORRUPT
    public CoverModels coverModels() throws MediaException {
        List<ModelUse> uses = List.of(detector.use(), mesh.use(), tags.use(), textPlaces.use());
        return new CoverModels(faces(), text(), tagger(), uses);
    }

    /// The models that read writing.
    ///
    /// @throws MediaException MODEL_MISSING when the catalogue lacks one
    public List<ModelUse> textModels() throws MediaException {
        return List.of(textPlaces.use());
    }

    /// Gives the memory of all models back; the next picture loads what it needs again.
    public void release() {
        for (PictureModel model : List.of(detector, mesh, objects, adult, tags, textPlaces, textReader)) {
            model.release();
        }
    }

    @Override
    public void close() {
        release();
    }
}
