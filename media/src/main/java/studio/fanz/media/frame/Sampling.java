package studio.fanz.media.frame;

import java.util.Arrays;

/// Reads pictures at places between pixels, the way the models were trained: four-tap bilinear, pixel centres at one
/// half, coordinates held at the edge, nothing averaged when shrinking. Results are interleaved R, G, B in 0..255, row
/// by row. Pure; any thread.
public final class Sampling {

    private Sampling() {}

    /// The rectangle stretched to `width` x `height`.
    ///
    /// @param left,top,right,bottom in pixels of the picture, corners between pixels
    public static float[] region(
            Picture picture, double left, double top, double right, double bottom, int width, int height) {
        double stepX = (right - left) / width;
        double stepY = (bottom - top) / height;
        float[] out = new float[width * height * 3];
        for (int j = 0; j < height; j++) {
            double y = top + (j + 0.5) * stepY - 0.5;
            for (int i = 0; i < width; i++) {
                take(picture, left + (i + 0.5) * stepX - 0.5, y, out, (j * width + i) * 3);
            }
        }
        return out;
    }

    /// The whole picture stretched to `width` x `height`.
    public static float[] whole(Picture picture, int width, int height) {
        return region(picture, 0, 0, picture.width(), picture.height(), width, height);
    }

    /// The whole picture stretched so that the outermost pixel centres fall on each other.
    public static float[] cornersAligned(Picture picture, int width, int height) {
        double stepX = width > 1 ? (picture.width() - 1.0) / (width - 1) : 0;
        double stepY = height > 1 ? (picture.height() - 1.0) / (height - 1) : 0;
        float[] out = new float[width * height * 3];
        for (int j = 0; j < height; j++) {
            for (int i = 0; i < width; i++) {
                take(picture, i * stepX, j * stepY, out, (j * width + i) * 3);
            }
        }
        return out;
    }

    /// The picture in the middle of a black square of its longer side, then scaled to `side`. A place `v` of
    /// the square (0..1) is the place `v * longer - offset` of the picture, see [Letterbox].
    public static float[] letterboxed(Picture picture, int side) {
        Letterbox box = Letterbox.of(picture);
        double step = (double) box.longer() / side;
        float[] out = new float[side * side * 3];
        for (int j = 0; j < side; j++) {
            double y = (j + 0.5) * step - 0.5 - box.offsetY();
            for (int i = 0; i < side; i++) {
                double x = (i + 0.5) * step - 0.5 - box.offsetX();
                if (x > -1 && y > -1 && x < picture.width() && y < picture.height()) {
                    takeOverBlack(picture, x, y, out, (j * side + i) * 3);
                }
            }
        }
        return out;
    }

    /// How a picture stands in its square.
    ///
    /// @param longer  side of the square in pixels of the picture
    /// @param offsetX black left of it, in pixels, perhaps half a one
    /// @param offsetY black above it
    public record Letterbox(int longer, double offsetX, double offsetY) {

        /// Exactly in the middle.
        public static Letterbox of(Picture picture) {
            int longer = Math.max(picture.width(), picture.height());
            return new Letterbox(longer, (longer - picture.width()) / 2.0, (longer - picture.height()) / 2.0);
        }
    }

    /// A turned square stretched to `out` x `out`.
    ///
    /// @param centreX,centreY middle of the square, corners between pixels
    /// @param side            of the square in pixels
    /// @param angle           clockwise on the screen, radians
    public static float[] turned(Picture picture, double centreX, double centreY, double side, double angle, int out) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        float[] values = new float[out * out * 3];
        for (int j = 0; j < out; j++) {
            double v = ((j + 0.5) / out - 0.5) * side;
            for (int i = 0; i < out; i++) {
                double u = ((i + 0.5) / out - 0.5) * side;
                double x = centreX + u * cos - v * sin - 0.5;
                double y = centreY + u * sin + v * cos - 0.5;
                take(picture, x, y, values, (j * out + i) * 3);
            }
        }
        return values;
    }

    /// A smaller picture in which every pixel is the mean of the area it covers: for looking and measuring, not for
    /// models. Never larger than the original.
    public static Picture shrunk(Picture picture, int width, int height) {
        int w = Math.min(width, picture.width());
        int h = Math.min(height, picture.height());
        if (w == picture.width() && h == picture.height()) {
            return picture;
        }
        byte[] rgb = new byte[w * h * 3];
        AreaMean columns = AreaMean.of(picture.width(), w);
        AreaMean rows = AreaMean.of(picture.height(), h);
        float[] line = new float[w * 3];
        float[] sum = new float[w * 3];
        for (int j = 0; j < h; j++) {
            Arrays.fill(sum, 0);
            for (int y = rows.first(j); y <= rows.last(j); y++) {
                float weight = rows.weight(j, y);
                columns.row(picture, y, line);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += weight * line[i];
                }
            }
            for (int i = 0; i < sum.length; i++) {
                rgb[j * w * 3 + i] = (byte) Math.clamp(Math.round(sum[i]), 0, 255);
            }
        }
        return new Picture(w, h, rgb);
    }

    private static void take(Picture picture, double x, double y, float[] out, int at) {
        double cx = Math.clamp(x, 0, picture.width() - 1);
        double cy = Math.clamp(y, 0, picture.height() - 1);
        int x0 = (int) cx;
        int y0 = (int) cy;
        int x1 = Math.min(x0 + 1, picture.width() - 1);
        int y1 = Math.min(y0 + 1, picture.height() - 1);
        float fx = (float) (cx - x0);
        float fy = (float) (cy - y0);
        byte[] rgb = picture.rgb();
        int row0 = y0 * picture.width();
        int row1 = y1 * picture.width();
        for (int c = 0; c < 3; c++) {
            float upper = mix(rgb[(row0 + x0) * 3 + c], rgb[(row0 + x1) * 3 + c], fx);
            float lower = mix(rgb[(row1 + x0) * 3 + c], rgb[(row1 + x1) * 3 + c], fx);
            out[at + c] = upper + fy * (lower - upper);
        }
    }

    private static void takeOverBlack(Picture picture, double x, double y, float[] out, int at) {
        int x0 = (int) Math.floor(x);
        int y0 = (int) Math.floor(y);
        float fx = (float) (x - x0);
        float fy = (float) (y - y0);
        for (int c = 0; c < 3; c++) {
            float upper = (1 - fx) * orBlack(picture, x0, y0, c) + fx * orBlack(picture, x0 + 1, y0, c);
            float lower = (1 - fx) * orBlack(picture, x0, y0 + 1, c) + fx * orBlack(picture, x0 + 1, y0 + 1, c);
            out[at + c] = upper + fy * (lower - upper);
        }
    }

    private static int orBlack(Picture picture, int x, int y, int c) {
        boolean inside = x >= 0 && y >= 0 && x < picture.width() && y < picture.height();
        return inside ? picture.rgb()[(y * picture.width() + x) * 3 + c] & 0xFF : 0;
    }

    private static float mix(byte a, byte b, float part) {
        int from = a & 0xFF;
        return from + part * ((b & 0xFF) - from);
    }
}
