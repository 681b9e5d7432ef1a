package studio.fanz.media.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// A window that moves over the source's picture, as libavfilter expressions of the time `t`: straight from point to
/// point, still before the first and after the last. Two points with one time are a jump.
///
/// @param points  upper left corners in square pixels of the upright source, in order of time; one at least
/// @param width   of the window in the source
/// @param height  of the window in the source
/// @param framing the word for `Rendition.framing` (`follows-face`, `centre`)
public record MovingWindow(List<Point> points, int width, int height, String framing) {

    /// @throws IllegalArgumentException without a point
    public MovingWindow {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a window has a place");
        }
    }

    /// A corner at a moment.
    ///
    /// @param seconds from the start of the rendition
    /// @param x       left edge
    /// @param y       upper edge
    public record Point(double seconds, double x, double y) {}

    /// Left edge as an expression of `t`, after the picture was enlarged by `zoom`.
    String x(double zoom) {
        return expression(point -> point.x() * zoom);
    }

    /// Upper edge likewise.
    String y(double zoom) {
        return expression(point -> point.y() * zoom);
    }

    private String expression(ToDoubleFunction<Point> axis) {
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            if (to.seconds() > from.seconds()) {
                lines.add(new Line(from.seconds(), to.seconds(), axis.applyAsDouble(from), axis.applyAsDouble(to)));
            }
        }
        double last = axis.applyAsDouble(points.getLast());
        if (lines.stream().allMatch(line -> line.from == last && line.to == last)) {
            return number(last);
        }
        return "if(lt(t,%s),%s,%s)".formatted(number(lines.getLast().end), halved(lines), number(last));
    }

    /// A tree of comparisons: FFmpeg limits how deep an expression nests, and looks at few of many lines this way.
    private static String halved(List<Line> lines) {
        if (lines.size() == 1) {
            return lines.getFirst().text();
        }
        int middle = lines.size() / 2;
        return "if(lt(t,%s),%s,%s)"
                .formatted(
                        number(lines.get(middle).start),
                        halved(lines.subList(0, middle)),
                        halved(lines.subList(middle, lines.size())));
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.4f", value);
        return text.replaceAll("\\.?0+$", "");
    }

    private record Line(double start, double end, double from, double to) {

        String text() {
            return from == to
                    ? number(from)
                    : "lerp(%s,%s,clip((t-%s)/%s,0,1))"
                            .formatted(number(from), number(to), number(start).replace("-", "0-"), number(end - start));
        }
    }
}
