package studio.fanz.media.frame;

/// A frame scaled down for looking at everything: planar Y, Cb, Cr, 8 bits, full resolution chroma halved both ways
/// (4:2:0), limited range as decoded, upright.
///
/// @param width  of the Y plane, even
/// @param height of the Y plane, even
/// @param y      `width * height` bytes
/// @param cb     a quarter of that
/// @param cr     a quarter of that
public record SmallFrame(int width, int height, byte[] y, byte[] cb, byte[] cr) {}
