package studio.fanz.media.vision;

/// A rectangle in pixels of a picture, corners between pixels (the whole picture is 0, 0, width, height). May reach
/// over the edge where a model says so.
///
/// @param left   x of the left edge
/// @param top    y of the upper edge
/// @param right  x of the right edge, at or after `left`
/// @param bottom y of the lower edge, at or after `top`
public record Box(double left, double top, double right, double bottom) {

    /// Pixels across.
    public double width() {
        return right - left;
    }

    /// Pixels down.
    public double height() {
        return bottom - top;
    }

    /// Square pixels.
    public double area() {
        return Math.max(0, width()) * Math.max(0, height());
    }

    /// x of the middle.
    public double centreX() {
        return (left + right) / 2;
    }

    /// y of the middle.
    public double centreY() {
        return (top + bottom) / 2;
    }

    /// Common area over joint area, 0..1.
    public double overlap(Box other) {
        double across = Math.min(right, other.right) - Math.max(left, other.left);
        double down = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        double common = Math.max(0, across) * Math.max(0, down);
        double joint = area() + other.area() - common;
        return joint <= 0 ? 0 : common / joint;
    }

    /// The same place in a picture `x` times as wide and `y` times as high.
    public Box scaled(double x, double y) {
        return new Box(left * x, top * y, right * x, bottom * y);
    }
}
