package studio.fanz.media.effect;

/// Where a picture stands in a frame of another shape. All in square pixels; the frame's sides are even.
///
/// @param cropWidth  0..1, the part of the source's width that is used
/// @param cropHeight 0..1, the part of the source's height that is used
/// @param width      of the scaled picture, even
/// @param height     of the scaled picture, even
/// @param x          column of its left edge in the frame, even
/// @param y          row of its upper edge in the frame, even
public record Placement(double cropWidth, double cropHeight, int width, int height, int x, int y) {

    /// All of the picture, as large as it fits; a difference of less than a pixel row is stretched away.
    public static Placement inside(int sourceWidth, int sourceHeight, int frameWidth, int frameHeight) {
        double scale = Math.min((double) frameWidth / sourceWidth, (double) frameHeight / sourceHeight);
        int width = near(sourceWidth * scale, frameWidth);
        int height = near(sourceHeight * scale, frameHeight);
        return new Placement(1, 1, width, height, (frameWidth - width) / 4 * 2, (frameHeight - height) / 4 * 2);
    }

    /// The whole frame, covered by the middle of the picture; what sticks out is cut off.
    public static Placement covering(int sourceWidth, int sourceHeight, int frameWidth, int frameHeight) {
        double source = (double) sourceWidth / sourceHeight;
        double frame = (double) frameWidth / frameHeight;
        double cropWidth = Math.min(1, frame / source);
        double cropHeight = Math.min(1, source / frame);
        return new Placement(cropWidth, cropHeight, frameWidth, frameHeight, 0, 0);
    }

    /// Whether the frame shows anything but the picture.
    public boolean hasBars(int frameWidth, int frameHeight) {
        return width < frameWidth || height < frameHeight;
    }

    /// The part of the frame that the picture covers, 0..1.
    public double covered(int frameWidth, int frameHeight) {
        return (double) width * height / ((double) frameWidth * frameHeight);
    }

    /// Even, and the whole side when no more than two pixels are missing: nobody wants a hairline of black.
    private static int near(double length, int side) {
        int even = (int) Math.round(length / 2) * 2;
        return side - even <= 2 ? side : Math.max(2, even);
    }
}
