package studio.fanz.media.vision;

import studio.fanz.core.time.Rational;

/// A window of some shape inside a picture, as large as fits.
///
/// @param pictureWidth  square pixels
/// @param pictureHeight square pixels
/// @param width         of the window, even
/// @param height        of the window, even
record Window(int pictureWidth, int pictureHeight, int width, int height) {

    /// Where a head stands in a window that moves up and down: a little above the middle.
    private static final double HEAD = 0.4;

    /// @param aspect width over height wanted
    static Window of(int pictureWidth, int pictureHeight, Rational aspect) {
        double shape = aspect.toDouble();
        double width = Math.min(pictureWidth, pictureHeight * shape);
        double height = Math.min(pictureHeight, pictureWidth / shape);
        return new Window(pictureWidth, pictureHeight, even(width, pictureWidth), even(height, pictureHeight));
    }

    double roomX() {
        return pictureWidth - width;
    }

    double roomY() {
        return pictureHeight - height;
    }

    /// Left edge that puts a place (in parts of the picture) in the middle.
    double leftFor(Box part) {
        return Math.clamp(part.centreX() * pictureWidth - width / 2.0, 0, roomX());
    }

    /// Upper edge that puts a place (in parts of the picture) a little above the middle.
    double topFor(Box part) {
        return Math.clamp(part.centreY() * pictureHeight - height * HEAD, 0, roomY());
    }

    private static int even(double size, int limit) {
        int rounded = (int) Math.round(size / 2) * 2;
        int most = limit > 1 ? limit / 2 * 2 : limit;
        return Math.clamp(rounded, Math.min(2, most), most);
    }
}
