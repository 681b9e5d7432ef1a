package studio.fanz.media.frame;

/// An RGB picture, 8 bits a component, rows without padding, top row first, in display orientation and square pixels.
/// The array is not copied: whoever gets a picture must not write to it.
///
/// @param width  pixels, above 0
/// @param height pixels, above 0
/// @param rgb    `width * height * 3` bytes
public record Picture(int width, int height, byte[] rgb) {

    /// @throws IllegalArgumentException when the array has another length
    public Picture {
        if (width <= 0 || height <= 0 || rgb.length != width * height * 3) {
            throw new IllegalArgumentException(width + "x" + height + " in " + rgb.length + " bytes");
        }
    }

    /// 0xRRGGBB at a pixel.
    public int at(int x, int y) {
        int i = (y * width + x) * 3;
        return (rgb[i] & 0xFF) << 16 | (rgb[i + 1] & 0xFF) << 8 | (rgb[i + 2] & 0xFF);
    }
}
