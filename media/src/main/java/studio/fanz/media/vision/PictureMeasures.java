package studio.fanz.media.vision;

import studio.fanz.media.frame.Picture;

/// What can be measured on a picture without a model. Pure.
///
/// @param brightness    mean luma (BT.601 weights on the coded values), 0..1
/// @param deviation     standard deviation of luma (RMS contrast after Peli 1990), 0..0.5
/// @param clipped       share of pixels that are black (luma under 8) or white (over 247), 0..1
/// @param blur          no-reference blur after Crete et al. 2007: how little a picture loses when it is blurred
///                      again; about 0.2 sharp, over 0.6 plainly blurred, 0..1
/// @param colourfulness after Hasler and Suesstrunk 2003: 15 slightly, 33 moderately, 59 quite, 82 highly colourful
/// @param focusX        where the detail is: mean place of the edges, 0..1 from the left
/// @param focusY        the same from the top
record PictureMeasures(
        double brightness,
        double deviation,
        double clipped,
        double blur,
        double colourfulness,
        double focusX,
        double focusY) {

    /// Half the length of the blurring filter of Crete et al. (nine taps).
    private static final int REACH = 4;

    private static final int BLACK = 8;
    private static final int WHITE = 247;

    static PictureMeasures of(Picture picture) {
        float[] luma = luma(picture);
        double sum = 0;
        double squares = 0;
        int clipped = 0;
        for (float value : luma) {
            sum += value;
            squares += value * value;
            clipped += value < BLACK || value > WHITE ? 1 : 0;
        }
        double mean = sum / luma.length;
        double deviation = Math.sqrt(Math.max(0, squares / luma.length - mean * mean));
        double[] focus = focus(luma, picture.width(), picture.height());
        return new PictureMeasures(
                mean / 255,
                deviation / 255,
                (double) clipped / luma.length,
                blur(luma, picture.width(), picture.height()),
                colourfulness(picture),
                focus[0],
                focus[1]);
    }

    /// Luma of every pixel, 0..255.
    static float[] luma(Picture picture) {
        byte[] rgb = picture.rgb();
        float[] luma = new float[rgb.length / 3];
        for (int i = 0; i < luma.length; i++) {
            luma[i] =
                    0.299f * (rgb[i * 3] & 0xFF) + 0.587f * (rgb[i * 3 + 1] & 0xFF) + 0.114f * (rgb[i * 3 + 2] & 0xFF);
        }
        return luma;
    }

    /// The worse of both directions. A picture without any detail counts as wholly blurred.
    private static double blur(float[] luma, int width, int height) {
        return Math.max(blur(luma, width, height, 1, width), blur(luma, height, width, width, 1));
    }

    /// Along lines of `length` pixels, `step` apart; the lines are `lineStep` apart.
    private static double blur(float[] luma, int length, int lines, int step, int lineStep) {
        double varied = 0;
        double lost = 0;
        for (int line = 0; line < lines; line++) {
            int start = line * lineStep;
            float window = 0;
            for (int i = 0; i < Math.min(length, 2 * REACH + 1); i++) {
                window += luma[start + i * step];
            }
            for (int i = REACH + 1; i < length - REACH; i++) {
                int at = start + i * step;
                float before = window;
                window += luma[at + REACH * step] - luma[at - (REACH + 1) * step];
                float change = Math.abs(luma[at] - luma[at - step]);
                float changeBlurred = Math.abs(window - before) / (2 * REACH + 1);
                varied += change;
                lost += Math.max(0, change - changeBlurred);
            }
        }
        return varied <= lines ? 1 : (varied - lost) / varied;
    }

    private static double colourfulness(Picture picture) {
        byte[] rgb = picture.rgb();
        double rg = 0;
        double rgSquares = 0;
        double yb = 0;
        double ybSquares = 0;
        for (int i = 0; i < rgb.length; i += 3) {
            double redGreen = (rgb[i] & 0xFF) - (rgb[i + 1] & 0xFF);
            double yellowBlue = ((rgb[i] & 0xFF) + (rgb[i + 1] & 0xFF)) / 2.0 - (rgb[i + 2] & 0xFF);
            rg += redGreen;
            rgSquares += redGreen * redGreen;
            yb += yellowBlue;
            ybSquares += yellowBlue * yellowBlue;
        }
        double n = rgb.length / 3.0;
        double variance = rgSquares / n - rg / n * rg / n + ybSquares / n - yb / n * yb / n;
        return Math.sqrt(Math.max(0, variance)) + 0.3 * Math.hypot(rg / n, yb / n);
    }

    private static double[] focus(float[] luma, int width, int height) {
        double weight = 1e-9;
        double x = 0;
        double y = 0;
        for (int j = 0; j + 1 < height; j++) {
            for (int i = 0; i + 1 < width; i++) {
                int at = j * width + i;
                double edge = Math.abs(luma[at + 1] - luma[at]) + Math.abs(luma[at + width] - luma[at]);
                weight += edge;
                x += edge * i;
                y += edge * j;
            }
        }
        return new double[] {x / weight / width, y / weight / height};
    }
}
