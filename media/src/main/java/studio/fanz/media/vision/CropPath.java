package studio.fanz.media.vision;

import java.util.List;
import studio.fanz.core.time.Span;

/// Where a window of another shape stands in a wider (or taller) picture while time passes: the upper left corner of
/// the window moves in straight lines from point to point and stands still before the first and after the last.
///
/// Units are square pixels of the upright picture (as `VideoFacts.displayWidth/displayHeight`), times are
/// milliseconds of the source. Two points with one time are a jump: the first ends the old line, the second begins the
/// new one. Jumps stand only between two shots, half a frame before the first frame of the new one, so that rounding a
/// time to milliseconds never shows one frame through the wrong window.
///
/// @param points        in order of time, one at least; every corner keeps the window inside the picture
/// @param width         of the window, even
/// @param height        of the window, even
/// @param followedShots the stretches in which a face (or, without one, a person) is followed
/// @param centredShots  the stretches in which nobody was found and the window stands in the middle
public record CropPath(List<Point> points, int width, int height, List<Span> followedShots, List<Span> centredShots) {

    /// @throws IllegalArgumentException without a point, or when times run backwards
    public CropPath {
        points = List.copyOf(points);
        followedShots = List.copyOf(followedShots);
        centredShots = List.copyOf(centredShots);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a path has a point");
        }
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).timeMs() < points.get(i - 1).timeMs()) {
                throw new IllegalArgumentException("times run forwards: " + points.get(i - 1) + ", " + points.get(i));
            }
        }
    }

    /// A corner at a moment.
    ///
    /// @param timeMs milliseconds of the source
    /// @param x      left edge of the window
    /// @param y      upper edge of the window
    public record Point(long timeMs, double x, double y) {}

    /// The corner at any moment; at a jump the new one.
    public Point at(long timeMs) {
        Point before = points.getFirst();
        for (Point next : points) {
            if (next.timeMs() > timeMs) {
                return between(before, next, timeMs);
            }
            before = next;
        }
        return new Point(timeMs, before.x(), before.y());
    }

    /// `follows-face` when anything is followed, else `centre`; the word for `Rendition.framing`.
    public String framing() {
        return followedShots.isEmpty() ? "centre" : "follows-face";
    }

    private static Point between(Point a, Point b, long timeMs) {
        double part = Math.max(0, (double) (timeMs - a.timeMs()) / (b.timeMs() - a.timeMs()));
        return new Point(timeMs, a.x() + part * (b.x() - a.x()), a.y() + part * (b.y() - a.y()));
    }
}
