package studio.fanz.media.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import studio.fanz.media.MediaException;
import studio.fanz.media.ModelFolder;
import studio.fanz.media.frame.Picture;
import studio.fanz.media.frame.Sampling;
import studio.fanz.media.vision.Box;
import studio.fanz.media.vision.TextFinder;
import studio.fanz.media.vision.TextLine;

/// PP-OCRv6 tiny: one network says where lines are, another reads each line. Latin letters with accents, Chinese; no
/// Cyrillic, Arabic, Devanagari, kana or Hangul.
final class PaddleText implements TextFinder {

    static final String DICTIONARY = "ocr_ppocrv6_tiny_dict.txt";

    private static final double SURE = 0.65;
    private static final int LONG_SIDE = 960;
    private static final int MULTIPLE = 32;
    private static final double UPRIGHT = 1.5;
    private static final int LINE_HEIGHT = 48;
    private static final int LINE_WIDTH = 320;
    /// A line wider than this many pixels of the reader is no line of writing.
    private static final int WIDEST = 3200;

    private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
    private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};

    private final PictureModel detector;
    private final PictureModel reader;
    private final List<String> dictionary;

    PaddleText(PictureModel detector, PictureModel reader, List<String> dictionary) {
        this.detector = detector;
        this.reader = reader;
        this.dictionary = List.copyOf(dictionary);
    }

    /// The characters in the reader's order; a line may be a blank and is never trimmed.
    static List<String> dictionary(ModelFolder folder) throws MediaException {
        try {
            return Files.readString(folder.file(DICTIONARY)).lines().toList();
        } catch (IOException e) {
            throw new MediaException(MediaException.Code.MODEL_MISSING, DICTIONARY, String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public List<TextLine> find(Picture picture) throws MediaException {
        List<TextLine> lines = new ArrayList<>();
        for (TextRegions.Region region : regions(picture)) {
            TextLine line = read(picture, region.box());
            if (line.confidence() >= SURE && !line.text().isBlank()) {
                lines.add(line);
            }
        }
        return lines;
    }

    /// Where lines stand, in pixels of the picture.
    List<TextRegions.Region> regions(Picture picture) throws MediaException {
        double scale = Math.min(1, (double) LONG_SIDE / Math.max(picture.width(), picture.height()));
        int width = multiple(picture.width() * scale);
        int height = multiple(picture.height() * scale);
        float[] map = map(picture, width, height);
        double x = (double) picture.width() / width;
        double y = (double) picture.height() / height;
        return TextRegions.of(map, width, height).stream()
                .map(r -> new TextRegions.Region(r.box().scaled(x, y), r.score()))
                .toList();
    }

    /// Probability of text for each pixel of the shrunk picture.
    float[] map(Picture picture, int width, int height) throws MediaException {
        float[] input = Planes.planarBgr(Sampling.whole(picture, width, height));
        int pixels = width * height;
        for (int c = 0; c < 3; c++) {
            for (int i = c * pixels; i < (c + 1) * pixels; i++) {
                input[i] = (input[i] / 255 - MEAN[c]) / DEVIATION[c];
            }
        }
        return Objects.requireNonNull(detector.run(input, 1, 3, height, width).get("fetch_name_0"));
    }

    /// Reads one line; an empty text has confidence 0. Writing in an upright box may run up or down: the surer
    /// reading counts.
    TextLine read(Picture picture, Box box) throws MediaException {
        int left = (int) Math.round(box.left());
        int top = (int) Math.round(box.top());
        int across = Math.max(1, (int) Math.round(box.right()) - left);
        int down = Math.max(1, (int) Math.round(box.bottom()) - top);
        if (down < UPRIGHT * across) {
            int width = lineWidth(across, down);
            float[] flat = Sampling.region(picture, left, top, left + across, top + down, width, LINE_HEIGHT);
            return read(flat, width, box);
        }
        int length = lineWidth(down, across);
        float[] standing = Sampling.region(picture, left, top, left + across, top + down, LINE_HEIGHT, length);
        TextLine downwards = read(quarterTurned(standing, false), length, box);
        TextLine upwards = read(quarterTurned(standing, true), length, box);
        return upwards.confidence() > downwards.confidence() ? upwards : downwards;
    }

    private TextLine read(float[] rgb, int width, Box box) throws MediaException {
        int padded = Math.max(LINE_WIDTH, width);
        float[] input = padded(Planes.planarBgr(Planes.scaled(rgb, 1 / 127.5f, -1)), width, padded);
        float[] steps = Objects.requireNonNull(
                reader.run(input, 1, 3, LINE_HEIGHT, padded).get("fetch_name_0"));
        return decoded(steps, box);
    }

    private static int lineWidth(int across, int down) {
        return Math.clamp((int) Math.ceil(LINE_HEIGHT * (double) across / down), 1, WIDEST);
    }

    private TextLine decoded(float[] steps, Box box) {
        int kinds = dictionary.size() + 2;
        StringBuilder text = new StringBuilder();
        double sum = 0;
        int kept = 0;
        int last = 0;
        for (int at = 0; at + kinds <= steps.length; at += kinds) {
            int best = 0;
            for (int k = 1; k < kinds; k++) {
                if (steps[at + k] > steps[at + best]) {
                    best = k;
                }
            }
            if (best != 0 && best != last) {
                text.append(best == kinds - 1 ? " " : dictionary.get(best - 1));
                sum += steps[at + best];
                kept++;
            }
            last = best;
        }
        return new TextLine(text.toString().strip(), box, kept == 0 ? 0 : sum / kept);
    }

    /// A standing line, `LINE_HEIGHT` wide, laid flat.
    private static float[] quarterTurned(float[] rgb, boolean clockwise) {
        int rows = rgb.length / 3 / LINE_HEIGHT;
        float[] out = new float[rgb.length];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < LINE_HEIGHT; x++) {
                int row = clockwise ? x : LINE_HEIGHT - 1 - x;
                int column = clockwise ? rows - 1 - y : y;
                System.arraycopy(rgb, (y * LINE_HEIGHT + x) * 3, out, (row * rows + column) * 3, 3);
            }
        }
        return out;
    }

    private static float[] padded(float[] planes, int width, int padded) {
        float[] out = new float[3 * LINE_HEIGHT * padded];
        for (int row = 0; row < 3 * LINE_HEIGHT; row++) {
            System.arraycopy(planes, row * width, out, row * padded, width);
        }
        return out;
    }

    private static int multiple(double size) {
        return Math.max(MULTIPLE, (int) Math.round(size / MULTIPLE) * MULTIPLE);
    }
}
