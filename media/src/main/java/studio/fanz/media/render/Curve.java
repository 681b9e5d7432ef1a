package studio.fanz.media.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import studio.fanz.core.timeline.Look.Keyframe;

/// A figure that goes evenly from keyframe to keyframe, as a libavfilter expression of a frame's number; before the
/// first and after the last it stands still.
///
/// @param text the expression
record Curve(String text) {

    /// @param keys     in order, one at least
    /// @param variable the frame's number within the clip (`on`, `n-25`)
    static Curve of(List<Keyframe> keys, ToDoubleFunction<Keyframe> figure, String variable) {
        double first = figure.applyAsDouble(keys.getFirst());
        if (keys.stream().allMatch(key -> figure.applyAsDouble(key) == first)) {
            return new Curve(number(first));
        }
        List<String> parts = new ArrayList<>();
        for (int i = 1; i < keys.size(); i++) {
            double from = figure.applyAsDouble(keys.get(i - 1));
            double to = figure.applyAsDouble(keys.get(i));
            long begins = keys.get(i - 1).at();
            long ends = keys.get(i).at();
            parts.add("%s+(%s)*clip(((%s)-(%d))/%d,0,1)"
                    .formatted(number(from), number(to - from), variable, begins, ends - begins));
        }
        return new Curve(halved(keys, parts, 0, parts.size(), variable));
    }

    private static String halved(List<Keyframe> keys, List<String> parts, int from, int until, String variable) {
        if (until - from == 1) {
            return parts.get(from);
        }
        int middle = (from + until) / 2;
        return "if(lt(%s,%d),%s,%s)"
                .formatted(
                        variable,
                        keys.get(middle).at(),
                        halved(keys, parts, from, middle, variable),
                        halved(keys, parts, middle, until, variable));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
