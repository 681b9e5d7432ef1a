package studio.fanz.media.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import studio.fanz.media.MediaException;
import studio.fanz.media.ModelFolder;
import studio.fanz.media.frame.Picture;
import studio.fanz.media.frame.Sampling;
import studio.fanz.media.vision.ImageTagger;

/// EfficientNet-Lite0 over ImageNet's thousand classes. A wide picture is looked at twice, its middle and the whole
/// squashed, and the two opinions are averaged.
final class EfficientNetTagger implements ImageTagger {

    static final String LABELS = "image_tags_imagenet1k_labels.tsv";

    private static final int SIDE = 224;
    private static final double CROP = 0.875;
    private static final double WIDE = 1.5;
    private static final double WORTH_SHOWING = 0.35;

    private final PictureModel model;
    private final List<String> labels;

    EfficientNetTagger(PictureModel model, List<String> labels) {
        this.model = model;
        this.labels = List.copyOf(labels);
    }

    /// Third column of the labels' table.
    static List<String> labels(ModelFolder folder) throws MediaException {
        Path file = folder.file(LABELS);
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.split("\t"))
                    .filter(cells -> cells.length > 2 && Character.isDigit(cells[0].charAt(0)))
                    .map(cells -> cells[2])
                    .toList();
        } catch (IOException e) {
            throw new MediaException(MediaException.Code.MODEL_MISSING, LABELS, String.valueOf(e.getMessage()), e);
        }
    }

    /// Probabilities of the thousand classes and the pooled feature of one view.
    record View(float[] probabilities, float[] feature) {

        View averagedWith(View other) {
            return new View(mean(probabilities, other.probabilities), mean(feature, other.feature));
        }

        private static float[] mean(float[] a, float[] b) {
            float[] out = new float[a.length];
            for (int i = 0; i < out.length; i++) {
                out[i] = (a[i] + b[i]) / 2;
            }
            return out;
        }
    }

    @Override
    public Impression look(Picture picture) throws MediaException {
        View view = centre(picture);
        if (Math.max(picture.width(), picture.height()) >= WIDE * Math.min(picture.width(), picture.height())) {
            view = view.averagedWith(run(Sampling.whole(picture, SIDE, SIDE)));
        }
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; i < view.probabilities().length; i++) {
            if (view.probabilities()[i] >= WORTH_SHOWING) {
                tags.add(new Tag(labels.get(i), view.probabilities()[i]));
            }
        }
        tags.sort(Comparator.comparingDouble(Tag::probability).reversed());
        return new Impression(tags, view.feature());
    }

    /// The middle square of 0.875 of the shorter side.
    View centre(Picture picture) throws MediaException {
        double half = CROP * Math.min(picture.width(), picture.height()) / 2;
        double x = picture.width() / 2.0;
        double y = picture.height() / 2.0;
        return run(Sampling.region(picture, x - half, y - half, x + half, y + half, SIDE, SIDE));
    }

    private View run(float[] rgb) throws MediaException {
        Map<String, float[]> out = model.run(Planes.planar(rgb), 1, 3, SIDE, SIDE);
        return new View(Objects.requireNonNull(out.get("probs")), Objects.requireNonNull(out.get("features")));
    }
}
