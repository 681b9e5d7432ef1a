package studio.fanz.core.timeline;

import java.util.List;
import java.util.Optional;

/// How a picture is shown: where, what part of it, and in which colours.
///
/// @param keyframes where it is over time, in order; empty = fitted into the frame. Between two it moves evenly
/// @param crop      what is cut away from the source's edges
/// @param colour    what is changed about its colours
public record Look(List<Keyframe> keyframes, Crop crop, Colour colour) {

    /// Unchanged.
    public static final Look AS_IS = new Look(List.of(), Crop.NONE, Colour.AS_IS);

    /// @throws IllegalArgumentException when keyframes are not in order of time
    public Look {
        keyframes = List.copyOf(keyframes);
        for (int i = 1; i < keyframes.size(); i++) {
            if (keyframes.get(i).at() <= keyframes.get(i - 1).at()) {
                throw new IllegalArgumentException("keyframes in order of time");
            }
        }
    }

    /// Where a picture is at one moment.
    ///
    /// @param at       frames from the clip's start; below 0 or beyond the end where the clip was trimmed
    /// @param x        its middle, 0 = left edge of the frame, 1 = right edge
    /// @param y        its middle, 0 = top, 1 = bottom
    /// @param scale    1 = fitted into the frame, above 0
    /// @param rotation degrees clockwise
    /// @param opacity  0 = not to be seen, 1 = solid
    public record Keyframe(long at, double x, double y, double scale, double rotation, double opacity) {
        public Keyframe {
            if (!(scale > 0) || !(opacity >= 0) || opacity > 1) {
                throw new IllegalArgumentException("scale above 0, opacity 0 to 1");
            }
        }

        /// In the middle, fitted, solid.
        public static Keyframe fitted(long at) {
            return new Keyframe(at, 0.5, 0.5, 1, 0, 1);
        }

        private Keyframe towards(Keyframe next, long frame) {
            double part = (frame - at) / (double) (next.at - at);
            return new Keyframe(
                    frame,
                    x + (next.x - x) * part,
                    y + (next.y - y) * part,
                    scale + (next.scale - scale) * part,
                    rotation + (next.rotation - rotation) * part,
                    opacity + (next.opacity - opacity) * part);
        }
    }

    /// Parts of the source's width and height that are cut away at each edge.
    public record Crop(double left, double top, double right, double bottom) {

        /// Nothing cut away.
        public static final Crop NONE = new Crop(0, 0, 0, 0);

        /// @throws IllegalArgumentException when less than a hundredth of the picture would be left
        public Crop {
            boolean all = left >= 0 && top >= 0 && right >= 0 && bottom >= 0;
            if (!all || left + right > 0.99 || top + bottom > 0.99) {
                throw new IllegalArgumentException("a crop leaves part of the picture");
            }
        }
    }

    /// What is changed about the colours.
    ///
    /// @param exposure    stops, -3 to 3
    /// @param contrast    factor about middle grey, 0 to 3
    /// @param saturation  factor, 0 to 3
    /// @param temperature kelvin away from neutral, -3000 (cooler) to 3000 (warmer)
    /// @param lut         a .cube file by its content hash, if any
    public record Colour(
            double exposure, double contrast, double saturation, double temperature, Optional<String> lut) {

        /// As recorded.
        public static final Colour AS_IS = new Colour(0, 1, 1, 0, Optional.empty());

        /// @throws IllegalArgumentException when a figure is out of range
        public Colour {
            boolean fits = Math.abs(exposure) <= 3
                    && contrast >= 0
                    && contrast <= 3
                    && saturation >= 0
                    && saturation <= 3
                    && Math.abs(temperature) <= 3000;
            if (!fits) {
                throw new IllegalArgumentException("a colour out of range");
            }
        }
    }

    /// The same for a clip whose first frame is some frames later.
    public Look later(long frames) {
        if (frames == 0 || keyframes.isEmpty()) {
            return this;
        }
        return new Look(
                keyframes.stream()
                        .map(k -> new Keyframe(k.at - frames, k.x, k.y, k.scale, k.rotation, k.opacity))
                        .toList(),
                crop,
                colour);
    }

    /// Where the picture is at a frame of the clip: between two keyframes in proportion, outside them as the
    /// nearest.
    public Keyframe at(long frame) {
        if (keyframes.isEmpty()) {
            return Keyframe.fitted(frame);
        }
        Keyframe before = keyframes.getFirst();
        if (frame <= before.at) {
            return before;
        }
        for (Keyframe next : keyframes) {
            if (next.at > frame) {
                return before.towards(next, frame);
            }
            before = next;
        }
        return before;
    }
}
