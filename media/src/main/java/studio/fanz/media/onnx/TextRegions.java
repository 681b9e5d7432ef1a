package studio.fanz.media.onnx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import studio.fanz.media.vision.Box;

/// Boxes around connected patches of text probability: PP-OCR's DB post-processing (Liao et al. 2020) with upright
/// boxes. Pure.
final class TextRegions {

    private static final double INK = 0.2;
    private static final double BOX_SCORE = 0.45;
    private static final double GROWTH = 1.4;
    private static final int SHORTEST = 3;

    private final float[] map;
    private final int width;
    private final int height;
    private final boolean[] seen;
    private final int[] stack;

    private TextRegions(float[] map, int width, int height) {
        this.map = map;
        this.width = width;
        this.height = height;
        this.seen = new boolean[map.length];
        this.stack = new int[map.length];
    }

    /// A box with the mean probability inside it.
    record Region(Box box, double score) {}

    /// Regions in pixels of the map, from top to bottom, then left to right.
    static List<Region> of(float[] map, int width, int height) {
        TextRegions search = new TextRegions(map, width, height);
        List<Region> found = new ArrayList<>();
        for (int i = 0; i < map.length; i++) {
            if (map[i] > INK && !search.seen[i]) {
                search.patch(i, found);
            }
        }
        found.sort(Comparator.<Region>comparingDouble(r -> r.box().top())
                .thenComparingDouble(r -> r.box().left()));
        return found;
    }

    private void patch(int start, List<Region> found) {
        int left = width;
        int top = height;
        int right = -1;
        int bottom = -1;
        int waiting = 0;
        stack[waiting++] = start;
        seen[start] = true;
        while (waiting > 0) {
            int at = stack[--waiting];
            int x = at % width;
            int y = at / width;
            left = Math.min(left, x);
            right = Math.max(right, x + 1);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y + 1);
            waiting = neighbours(x, y, waiting);
        }
        if (right - left >= SHORTEST && bottom - top >= SHORTEST) {
            double score = mean(left, top, right, bottom);
            if (score >= BOX_SCORE) {
                found.add(new Region(grown(left, top, right, bottom), score));
            }
        }
    }

    private int neighbours(int x, int y, int waiting) {
        int count = waiting;
        for (int j = Math.max(0, y - 1); j <= Math.min(height - 1, y + 1); j++) {
            for (int i = Math.max(0, x - 1); i <= Math.min(width - 1, x + 1); i++) {
                int at = j * width + i;
                if (!seen[at] && map[at] > INK) {
                    seen[at] = true;
                    stack[count++] = at;
                }
            }
        }
        return count;
    }

    private double mean(int left, int top, int right, int bottom) {
        double sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += map[y * width + x];
            }
        }
        return sum / ((double) (right - left) * (bottom - top));
    }

    private Box grown(int left, int top, int right, int bottom) {
        double across = right - left;
        double down = bottom - top;
        double more = GROWTH * across * down / (2 * (across + down));
        return new Box(
                Math.max(0, left - more),
                Math.max(0, top - more),
                Math.min(width, right + more),
                Math.min(height, bottom + more));
    }
}
