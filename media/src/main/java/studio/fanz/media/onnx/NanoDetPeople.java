package studio.fanz.media.onnx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import studio.fanz.media.MediaException;
import studio.fanz.media.frame.Picture;
import studio.fanz.media.frame.Sampling;
import studio.fanz.media.vision.Box;
import studio.fanz.media.vision.PersonFinder;

/// NanoDet-g over COCO's eighty kinds of objects, of which we use the people. Box sides are distributions over eleven
/// bins (generalised focal loss, Li et al. 2020).
final class NanoDetPeople implements PersonFinder {

    static final int PERSON = 0;

    private static final int SIDE = 416;
    private static final int KINDS = 80;
    private static final int BINS = 11;
    private static final double THRESHOLD = 0.4;
    private static final double SAME_OBJECT = 0.6;

    private final PictureModel model;

    NanoDetPeople(PictureModel model) {
        this.model = model;
    }

    /// Something found: its kind's number, the model's score and the box in pixels of the picture.
    record Detection(int kind, double score, Box box) {}

    @Override
    public List<Box> find(Picture picture) throws MediaException {
        return detect(picture, THRESHOLD).stream()
                .filter(found -> found.kind() == PERSON)
                .map(Detection::box)
                .toList();
    }

    /// Everything of at least that score, surest first, doubles of one kind removed.
    List<Detection> detect(Picture picture, double threshold) throws MediaException {
        float[] input = Planes.planar(Sampling.letterboxed(picture, SIDE));
        Map<String, float[]> out = model.run(input, 1, 3, SIDE, SIDE);
        List<Detection> all = new ArrayList<>();
        Sampling.Letterbox square = Sampling.Letterbox.of(picture);
        for (int stride : new int[] {8, 16, 32}) {
            float[] scores = Objects.requireNonNull(out.get("cls_s" + stride));
            float[] sides = Objects.requireNonNull(out.get("reg_s" + stride));
            collect(scores, sides, stride, threshold, square, picture, all);
        }
        all.sort(Comparator.comparingDouble(Detection::score).reversed());
        List<Detection> kept = new ArrayList<>();
        for (Detection next : all) {
            if (kept.stream().noneMatch(k -> k.kind() == next.kind() && k.box().overlap(next.box()) > SAME_OBJECT)) {
                kept.add(next);
            }
        }
        return kept;
    }

    private static void collect(
            float[] scores,
            float[] sides,
            int stride,
            double threshold,
            Sampling.Letterbox square,
            Picture picture,
            List<Detection> found) {
        int grid = SIDE / stride;
        double scale = (double) square.longer() / SIDE;
        for (int i = 0; i < grid * grid; i++) {
            int kind = best(scores, i * KINDS);
            double score = scores[i * KINDS + kind];
            if (score >= threshold) {
                double x = (i % grid + 0.5) * stride;
                double y = (Math.floorDiv(i, grid) + 0.5) * stride;
                double[] reach = new double[4];
                for (int k = 0; k < 4; k++) {
                    reach[k] = expected(sides, (i * 4 + k) * BINS) * stride;
                }
                found.add(new Detection(
                        kind,
                        score,
                        new Box(
                                Math.clamp((x - reach[0]) * scale - square.offsetX(), 0, picture.width()),
                                Math.clamp((y - reach[1]) * scale - square.offsetY(), 0, picture.height()),
                                Math.clamp((x + reach[2]) * scale - square.offsetX(), 0, picture.width()),
                                Math.clamp((y + reach[3]) * scale - square.offsetY(), 0, picture.height()))));
            }
        }
    }

    private static int best(float[] scores, int at) {
        int best = 0;
        for (int k = 1; k < KINDS; k++) {
            if (scores[at + k] > scores[at + best]) {
                best = k;
            }
        }
        return best;
    }

    private static double expected(float[] logits, int at) {
        double top = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < BINS; k++) {
            top = Math.max(top, logits[at + k]);
        }
        double sum = 0;
        double weighted = 0;
        for (int k = 0; k < BINS; k++) {
            double part = Math.exp(logits[at + k] - top);
            sum += part;
            weighted += k * part;
        }
        return weighted / sum;
    }
}
