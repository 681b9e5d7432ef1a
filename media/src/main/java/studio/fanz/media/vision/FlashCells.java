package studio.fanz.media.vision;

import studio.fanz.media.frame.SmallFrame;

/// Follows luminance and red of small cells of the picture and tells which passed a flash threshold. See
/// [FlashDetector] for the figures.
final class FlashCells {

    static final FlashCells NONE = new FlashCells(0, 0);

    private static final int SIDE = 4;
    private static final double LUMINANCE_STEP = 0.1;
    private static final double DARKER_BELOW = 0.8;
    private static final double RED_STEP = 20;
    private static final double RED_PART = 0.8;

    /// Linear light of a gamma-coded component of 0..255 (IEC 61966-2-1, as WCAG computes it).
    private static final double[] LINEAR = linear();

    private final int columns;
    private final int rows;
    private final Track luminance;
    private final Track red;
    private int ups;
    private int downs;
    private int redUps;
    private int redDowns;

    private FlashCells(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.luminance = new Track(columns * rows);
        this.red = new Track(columns * rows);
    }

    static FlashCells of(int width, int height) {
        return new FlashCells(Math.max(1, width / SIDE), Math.max(1, height / SIDE));
    }

    /// Takes the next frame; the shares below then speak of it.
    void look(SmallFrame small) {
        ups = 0;
        downs = 0;
        redUps = 0;
        redDowns = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                cell(small, row, column);
            }
        }
    }

    double brighter() {
        return part(ups);
    }

    double darker() {
        return part(downs);
    }

    double redder() {
        return part(redUps);
    }

    double lessRed() {
        return part(redDowns);
    }

    private double part(int cells) {
        return (double) cells / (columns * rows);
    }

    private void cell(SmallFrame small, int row, int column) {
        double y = mean(small.y(), small.width(), small.height(), row * SIDE, column * SIDE, SIDE);
        double cb =
                mean(small.cb(), small.width() / 2, small.height() / 2, row * SIDE / 2, column * SIDE / 2, SIDE / 2);
        double cr =
                mean(small.cr(), small.width() / 2, small.height() / 2, row * SIDE / 2, column * SIDE / 2, SIDE / 2);
        // BT.709, limited range.
        double grey = (y - 16) * 255 / 219;
        double r = light(grey + (cr - 128) * 1.7927);
        double g = light(grey - (cb - 128) * 0.2132 - (cr - 128) * 0.5329);
        double b = light(grey + (cb - 128) * 2.1124);
        int at = row * columns + column;
        double bright = 0.2126 * r + 0.7152 * g + 0.0722 * b;
        int turn = luminance.follow(at, bright, bright < DARKER_BELOW, LUMINANCE_STEP, true);
        ups += turn > 0 ? 1 : 0;
        downs += turn < 0 ? 1 : 0;
        double sum = r + g + b;
        boolean saturated = sum > 1e-3 && r / sum >= RED_PART;
        int redTurn = red.follow(at, Math.max(0, r - g - b) * 320, saturated, RED_STEP, false);
        redUps += redTurn > 0 ? 1 : 0;
        redDowns += redTurn < 0 ? 1 : 0;
    }

    private static double mean(byte[] plane, int width, int height, int top, int left, int side) {
        int sum = 0;
        int count = 0;
        for (int y = top; y < Math.min(top + side, height); y++) {
            for (int x = left; x < Math.min(left + side, width); x++) {
                sum += plane[y * width + x] & 0xFF;
                count++;
            }
        }
        return count == 0 ? 128 : (double) sum / count;
    }

    private static double light(double component) {
        return LINEAR[Math.clamp(Math.round(component), 0, 255)];
    }

    private static double[] linear() {
        double[] table = new double[256];
        for (int i = 0; i < 256; i++) {
            double c = i / 255.0;
            table[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
        }
        return table;
    }

    /// The last extreme of one value of each cell, and whether the condition held there.
    private static final class Track {

        private final double[] low;
        private final double[] high;
        private final boolean[] heldLow;
        private final boolean[] heldHigh;
        private final byte[] direction;
        private boolean started;
        private int seen;

        Track(int cells) {
            low = new double[cells];
            high = new double[cells];
            heldLow = new boolean[cells];
            heldHigh = new boolean[cells];
            direction = new byte[cells];
        }

        /// Takes the next value of a cell.
        ///
        /// @param holds    the condition at this value
        /// @param ofDarker whether it must hold at the lower extreme, else at either
        /// @return 1 when it has just risen by the step since its last low, -1 when fallen since its last high,
        /// else 0
        int follow(int cell, double value, boolean holds, double step, boolean ofDarker) {
            if (!started) {
                set(cell, value, holds);
                started = ++seen == low.length;
                return 0;
            }
            if (value < low[cell]) {
                low[cell] = value;
                heldLow[cell] = holds;
            }
            if (value > high[cell]) {
                high[cell] = value;
                heldHigh[cell] = holds;
            }
            if (direction[cell] <= 0 && value - low[cell] >= step && (heldLow[cell] || (!ofDarker && holds))) {
                direction[cell] = 1;
                high[cell] = value;
                heldHigh[cell] = holds;
                return 1;
            }
            boolean fellEnough = direction[cell] >= 0 && high[cell] - value >= step;
            if (fellEnough && (holds || (!ofDarker && heldHigh[cell]))) {
                direction[cell] = -1;
                low[cell] = value;
                heldLow[cell] = holds;
                return -1;
            }
            return 0;
        }

        private void set(int cell, double value, boolean holds) {
            low[cell] = value;
            high[cell] = value;
            heldLow[cell] = holds;
            heldHigh[cell] = holds;
        }
    }
}
