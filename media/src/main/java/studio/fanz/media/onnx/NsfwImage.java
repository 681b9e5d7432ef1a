package studio.fanz.media.onnx;

import java.util.Objects;
import studio.fanz.core.insight.ModelUse;
import studio.fanz.media.MediaException;
import studio.fanz.media.frame.Picture;
import studio.fanz.media.frame.Sampling;
import studio.fanz.media.vision.AdultImageModel;

/// nsfwjs, the middle model. Only its classes Porn and Hentai count: Sexy fires on plain portraits, Drawing on cats.
final class NsfwImage implements AdultImageModel {

    private static final int SIDE = 224;
    private static final int HENTAI = 1;
    private static final int PORN = 3;

    private final PictureModel model;

    NsfwImage(PictureModel model) {
        this.model = model;
    }

    @Override
    public double score(Picture picture) throws MediaException {
        float[] classes = classes(picture);
        return Math.min(1, classes[HENTAI] + classes[PORN]);
    }

    /// Drawing, Hentai, Neutral, Porn, Sexy.
    float[] classes(Picture picture) throws MediaException {
        float[] input = Planes.scaled(Sampling.cornersAligned(picture, SIDE, SIDE), 1 / 255f, 0);
        return Objects.requireNonNull(model.run(input, 1, SIDE, SIDE, 3).get("Identity_out"));
    }

    @Override
    public ModelUse use() throws MediaException {
        return model.use();
    }
}
