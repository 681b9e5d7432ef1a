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
import studio.fanz.media.vision.Face;

/// MediaPipe's BlazeFace, back camera model (Bazarevsky et al. 2019): candidates for faces with six points, without
/// the second opinion of [FaceMesh].
final class BlazeFace {

    private static final int SIDE = 256;
    private static final double SAME_FACE = 0.3;
    private static final int NUMBERS = 16;

    private final PictureModel model;

    BlazeFace(PictureModel model) {
        this.model = model;
    }

    /// A face perhaps: box and points in pixels of the picture.
    record Candidate(Box box, double score, List<Face.Point> points) {}

    /// Candidates of at least that score, surest first, overlapping ones averaged (weighted by score).
    List<Candidate> find(Picture picture, double threshold) throws MediaException {
        float[] input = Planes.scaled(Sampling.letterboxed(picture, SIDE), 1 / 127.5f, -1);
        Map<String, float[]> out = model.run(input, 1, SIDE, SIDE, 3);
        List<Raw> raw = new ArrayList<>();
        collect(out, "Identity:0", "Identity_2:0", 16, 2, threshold, raw);
        collect(out, "Identity_1:0", "Identity_3:0", 8, 6, threshold, raw);
        raw.sort(Comparator.comparingDouble(Raw::score).reversed());
        Sampling.Letterbox square = Sampling.Letterbox.of(picture);
        List<Candidate> found = new ArrayList<>();
        while (!raw.isEmpty()) {
            Raw best = raw.getFirst();
            List<Raw> same = raw.stream()
                    .filter(r -> r.equals(best) || r.box().overlap(best.box()) > SAME_FACE)
                    .toList();
            raw.removeAll(same);
            found.add(averaged(best.score(), same).in(square));
        }
        return found;
    }

    /// A detection in parts of the square; numbers are left, top, right, bottom, then six points.
    private record Raw(double score, double[] numbers) {

        Box box() {
            return new Box(numbers[0], numbers[1], numbers[2], numbers[3]);
        }

        Candidate in(Sampling.Letterbox square) {
            double[] px = new double[NUMBERS];
            for (int i = 0; i < NUMBERS; i++) {
                px[i] = numbers[i] * square.longer() - (i % 2 == 0 ? square.offsetX() : square.offsetY());
            }
            List<Face.Point> points = new ArrayList<>();
            for (int i = 4; i < NUMBERS; i += 2) {
                points.add(new Face.Point(px[i], px[i + 1]));
            }
            return new Candidate(new Box(px[0], px[1], px[2], px[3]), score, List.copyOf(points));
        }
    }

    private static void collect(
            Map<String, float[]> out,
            String scores,
            String boxes,
            int grid,
            int anchors,
            double threshold,
            List<Raw> found) {
        float[] logits = Objects.requireNonNull(out.get(scores), scores);
        float[] numbers = Objects.requireNonNull(out.get(boxes), boxes);
        for (int i = 0; i < logits.length; i++) {
            double score = 1 / (1 + Math.exp(-Math.clamp(logits[i], -100f, 100f)));
            if (score >= threshold) {
                int cell = i / anchors;
                int column = cell % grid;
                double x = (column + 0.5) / grid;
                int row = cell / grid;
                double y = (row + 0.5) / grid;
                found.add(new Raw(score, decoded(numbers, i * NUMBERS, x, y)));
            }
        }
    }

    private static double[] decoded(float[] r, int at, double anchorX, double anchorY) {
        double[] out = new double[NUMBERS];
        double cx = r[at] / (double) SIDE + anchorX;
        double cy = r[at + 1] / (double) SIDE + anchorY;
        double halfWidth = r[at + 2] / (double) SIDE / 2;
        double halfHeight = r[at + 3] / (double) SIDE / 2;
        out[0] = cx - halfWidth;
        out[1] = cy - halfHeight;
        out[2] = cx + halfWidth;
        out[3] = cy + halfHeight;
        for (int k = 4; k < NUMBERS; k += 2) {
            out[k] = r[at + k] / (double) SIDE + anchorX;
            out[k + 1] = r[at + k + 1] / (double) SIDE + anchorY;
        }
        return out;
    }

    private static Raw averaged(double score, List<Raw> same) {
        double[] sum = new double[NUMBERS];
        double weights = 0;
        for (Raw raw : same) {
            weights += raw.score();
            for (int i = 0; i < NUMBERS; i++) {
                sum[i] += raw.score() * raw.numbers()[i];
            }
        }
        for (int i = 0; i < NUMBERS; i++) {
            sum[i] /= weights;
        }
        return new Raw(score, sum);
    }
}
