package studio.fanz.kit;

import java.util.Random;
import java.util.Set;

/// Draws what a generated recording shows, frame by frame. Painters are put together: `moving(1).black(20, 30)`.
@FunctionalInterface
public interface Painter {

    /// Draws one frame.
    ///
    /// @param frame  number from 0
    /// @param canvas to be filled completely
    void paint(int frame, Canvas canvas);

    /// A planar 4:2:0 frame, limited range.
    ///
    /// @param width  of the Y plane
    /// @param height of the Y plane
    /// @param y      luma
    /// @param cb     chroma, `(width + 1) / 2` by `(height + 1) / 2`
    /// @param cr     chroma
    record Canvas(int width, int height, byte[] y, byte[] cb, byte[] cr) {

        /// A black one.
        public static Canvas of(int width, int height) {
            int chroma = (width + 1) / 2 * ((height + 1) / 2);
            Canvas canvas = new Canvas(width, height, new byte[width * height], new byte[chroma], new byte[chroma]);
            canvas.fill(16, 128, 128);
            return canvas;
        }

        /// Fills it with one colour.
        public void fill(int luma, int blue, int red) {
            java.util.Arrays.fill(y, (byte) luma);
            java.util.Arrays.fill(cb, (byte) blue);
            java.util.Arrays.fill(cr, (byte) red);
        }

        /// Fills a rectangle, given in parts of the whole.
        public void box(double left, double top, double right, double bottom, int luma, int blue, int red) {
            box(y, width, height, left, top, right, bottom, luma);
            box(cb, (width + 1) / 2, (height + 1) / 2, left, top, right, bottom, blue);
            box(cr, (width + 1) / 2, (height + 1) / 2, left, top, right, bottom, red);
        }

        private static void box(
                byte[] plane, int w, int h, double left, double top, double right, double bottom, int value) {
            int x0 = (int) Math.round(Math.clamp(left, 0, 1) * w);
            int x1 = (int) Math.round(Math.clamp(right, 0, 1) * w);
            for (int row = (int) Math.round(Math.clamp(top, 0, 1) * h);
                    row < Math.round(Math.clamp(bottom, 0, 1) * h);
                    row++) {
                java.util.Arrays.fill(plane, row * w + x0, row * w + x1, (byte) value);
            }
        }

        /// This becomes `part` of the other and the rest of itself.
        void blend(Canvas other, double part) {
            blend(y, other.y, part);
            blend(cb, other.cb, part);
            blend(cr, other.cr, part);
        }

        private static void blend(byte[] into, byte[] other, double part) {
            for (int i = 0; i < into.length; i++) {
                into[i] = (byte) Math.round((into[i] & 0xFF) * (1 - part) + (other[i] & 0xFF) * part);
            }
        }
    }

    /// A scene of its own for each seed: coloured boxes, some of which drift slowly.
    static Painter moving(long seed) {
        return (frame, canvas) -> {
            Random random = new Random(seed * 7919);
            canvas.fill(40 + random.nextInt(160), 90 + random.nextInt(76), 90 + random.nextInt(76));
            for (int i = 0; i < 14; i++) {
                double width = 0.08 + random.nextDouble() * 0.3;
                double height = 0.08 + random.nextDouble() * 0.4;
                double drift = (random.nextDouble() - 0.5) * 0.004;
                double left = random.nextDouble() * 0.9 + drift * frame;
                double top = random.nextDouble() * 0.9;
                int luma = 20 + random.nextInt(210);
                int blue = 70 + random.nextInt(116);
                int red = 70 + random.nextInt(116);
                canvas.box(left, top, left + width, top + height, luma, blue, red);
            }
        };
    }

    /// One grey or colour all over.
    static Painter plain(int luma, int blue, int red) {
        return (frame, canvas) -> canvas.fill(luma, blue, red);
    }

    /// Another painter from that frame on.
    default Painter cutTo(int at, Painter next) {
        return (frame, canvas) -> (frame < at ? this : next).paint(frame, canvas);
    }

    /// A cross-fade: the first frame that is not this alone is `from`, the first that is the next alone is `to`.
    default Painter fadeTo(int from, int to, Painter next) {
        return (frame, canvas) -> {
            (frame < to ? this : next).paint(frame, canvas);
            if (frame >= from && frame < to) {
                Canvas other = Canvas.of(canvas.width(), canvas.height());
                next.paint(frame, other);
                canvas.blend(other, (frame - from + 1.0) / (to - from + 1));
            }
        };
    }

    /// Black from a frame up to another.
    default Painter black(int from, int to) {
        return cutTo(from, plain(16, 128, 128)).then(to, this);
    }

    /// The picture stands still from a frame up to another.
    default Painter frozen(int from, int to) {
        return (frame, canvas) -> paint(frame >= from && frame < to ? from : frame, canvas);
    }

    /// All white at these frames, as a camera flash makes it.
    default Painter flashes(Integer... frames) {
        Set<Integer> white = Set.of(frames);
        return (frame, canvas) -> {
            if (white.contains(frame)) {
                canvas.fill(235, 128, 128);
            } else {
                paint(frame, canvas);
            }
        };
    }

    /// The frame's number as 16 black and white blocks over the top quarter, highest bit first.
    default Painter numbered() {
        return (frame, canvas) -> {
            paint(frame, canvas);
            for (int bit = 0; bit < 16; bit++) {
                int luma = (frame >> (15 - bit) & 1) == 1 ? 235 : 16;
                canvas.box(bit / 16.0, 0, (bit + 1) / 16.0, 0.25, luma, 128, 128);
            }
        };
    }

    private Painter then(int at, Painter next) {
        return cutTo(at, next);
    }
}
