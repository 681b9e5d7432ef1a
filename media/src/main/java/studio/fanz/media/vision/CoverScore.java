package studio.fanz.media.vision;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import studio.fanz.media.frame.Picture;
import studio.fanz.media.frame.Sampling;

/// The named parts of a cover's score, each 0..1, and their weights. Where a formula is not somebody else's, its
/// bounds were set by looking at pictures. Pure.
final class CoverScore {

    /// The one place of the weights; they add up to 1. A face is what most makes people look.
    private static final SequencedMap<String, Double> WEIGHTS = new LinkedHashMap<>();

    static {
        WEIGHTS.put("sharpness", 0.16);
        WEIGHTS.put("exposure", 0.12);
        WEIGHTS.put("contrast", 0.10);
        WEIGHTS.put("colourfulness", 0.12);
        WEIGHTS.put("face", 0.20);
        WEIGHTS.put("eyesOpen", 0.08);
        WEIGHTS.put("thirds", 0.06);
        WEIGHTS.put("shotDistance", 0.08);
        WEIGHTS.put("legibility", 0.08);
    }

    /// What a part says that has nothing to judge.
    private static final double NEUTRAL = 0.5;

    /// A cover as small as the places that list videos show it.
    private static final int SMALL_WIDTH = 168;

    private static final int SMALL_HEIGHT = 94;

    /// Letters of a line are about this high in that size when the eye begins to read them, and when it reads well.
    private static final double UNREADABLE_PX = 4;

    private static final double READABLE_PX = 8;

    private CoverScore() {}

    /// All parts in the fixed order.
    static SequencedMap<String, Double> parts(CoverLook look) {
        PictureMeasures m = look.measures();
        SequencedMap<String, Double> parts = new LinkedHashMap<>();
        parts.put("sharpness", falling(m.blur(), 0.25, 0.65));
        parts.put("exposure", exposure(m));
        parts.put("contrast", rising(m.deviation(), 0.04, 0.22));
        parts.put("colourfulness", rising(m.colourfulness(), 0, 59));
        parts.put("face", face(look));
        parts.put("eyesOpen", eyesOpen(look));
        parts.put("thirds", thirds(look));
        parts.put("shotDistance", look.cutMs().map(ms -> rising(ms, 0, 1000)).orElse(NEUTRAL));
        parts.put("legibility", legibility(look));
        parts.replaceAll((name, value) -> Math.round(value * 1000) / 1000.0);
        return parts;
    }

    /// The weighted sum, 0..1.
    static double total(SequencedMap<String, Double> parts) {
        double sum = 0;
        for (var weight : WEIGHTS.entrySet()) {
            sum += weight.getValue() * parts.getOrDefault(weight.getKey(), 0.0);
        }
        return Math.round(sum * 1000) / 1000.0;
    }

    /// Full between a third and two thirds of the range, less towards both ends, and less for large areas in pure
    /// black or white.
    private static double exposure(PictureMeasures m) {
        double middle = Math.min(rising(m.brightness(), 0.05, 0.33), falling(m.brightness(), 0.66, 0.95));
        return middle * (1 - 0.5 * rising(m.clipped(), 0.25, 0.9));
    }

    /// Size of the largest face against the picture's height: full from 0.22 to 0.6, half at 0.1.
    private static double face(CoverLook look) {
        if (look.faces().isEmpty()) {
            return 0;
        }
        double size = look.faces().getFirst().box().height() / look.picture().height();
        return Math.min(rising(size, -0.02, 0.22), 1 - 0.6 * rising(size, 0.6, 1.0));
    }

    private static double eyesOpen(CoverLook look) {
        return look.faces().isEmpty() ? NEUTRAL : rising(look.faces().getFirst().eyesOpen(), 0.15, 0.27);
    }

    /// How near the face (else the detail) is to a crossing of the lines of thirds: 1 on it, 0 at two fifths of the
    /// picture away.
    private static double thirds(CoverLook look) {
        Picture picture = look.picture();
        Optional<Box> face = look.faces().stream().map(Face::box).findFirst();
        double x = face.map(box -> box.centreX() / picture.width())
                .orElse(look.measures().focusX());
        double y = face.map(box -> box.centreY() / picture.height())
                .orElse(look.measures().focusY());
        double dx = Math.min(Math.abs(x - 1 / 3.0), Math.abs(x - 2 / 3.0));
        double dy = Math.min(Math.abs(y - 1 / 3.0), Math.abs(y - 2 / 3.0));
        return falling(Math.hypot(dx, dy), 0, 0.4);
    }

    /// How well the writing survives at 168x94: by the height of its lines and their contrast there; lines count by
    /// their height. Neutral without writing.
    private static double legibility(CoverLook look) {
        if (look.text().isEmpty() || look.text().get().isEmpty()) {
            return NEUTRAL;
        }
        Picture picture = look.picture();
        double scale = Math.min((double) SMALL_WIDTH / picture.width(), (double) SMALL_HEIGHT / picture.height());
        Picture small =
                Sampling.shrunk(picture, Math.max(1, (int) Math.round(picture.width() * scale)), Math.max(1, (int)
                        Math.round(picture.height() * scale)));
        double sum = 0;
        double weights = 0;
        for (TextLine line : look.text().get()) {
            Box box = line.box().scaled(scale, scale);
            double height = Math.min(box.height(), box.width());
            sum += height * rising(height, UNREADABLE_PX, READABLE_PX) * rising(range(small, box), 0.1, 0.4);
            weights += height;
        }
        return weights == 0 ? NEUTRAL : sum / weights;
    }

    /// Lightest minus darkest luma inside a box, 0..1.
    private static double range(Picture picture, Box box) {
        float[] luma = PictureMeasures.luma(picture);
        float darkest = 255;
        float lightest = 0;
        int bottom = Math.min(picture.height(), (int) Math.ceil(box.bottom()));
        int right = Math.min(picture.width(), (int) Math.ceil(box.right()));
        for (int y = Math.max(0, (int) box.top()); y < bottom; y++) {
            for (int x = Math.max(0, (int) box.left()); x < right; x++) {
                darkest = Math.min(darkest, luma[y * picture.width() + x]);
                lightest = Math.max(lightest, luma[y * picture.width() + x]);
            }
        }
        return Math.max(0, lightest - darkest) / 255;
    }

    private static double rising(double value, double from, double to) {
        return Math.clamp((value - from) / (to - from), 0, 1);
    }

    private static double falling(double value, double from, double to) {
        return 1 - rising(value, from, to);
    }
}
