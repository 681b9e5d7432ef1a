package studio.fanz.media.onnx;

/// Lays sampled pictures out as tensors. Pure.
final class Planes {

    private Planes() {}

    /// `value * scale + shift` for every number, in place order (rows of R, G, B).
    static float[] scaled(float[] rgb, float scale, float shift) {
        float[] out = new float[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            out[i] = rgb[i] * scale + shift;
        }
        return out;
    }

    /// Three planes R, G, B out of rows of R, G, B.
    static float[] planar(float[] rgb) {
        return planar(rgb, false);
    }

    /// Three planes B, G, R out of rows of R, G, B.
    static float[] planarBgr(float[] rgb) {
        return planar(rgb, true);
    }

    private static float[] planar(float[] rgb, boolean swapped) {
        int pixels = rgb.length / 3;
        float[] out = new float[rgb.length];
        for (int i = 0; i < pixels; i++) {
            for (int c = 0; c < 3; c++) {
                out[(swapped ? 2 - c : c) * pixels + i] = rgb[i * 3 + c];
            }
        }
        return out;
    }
}
