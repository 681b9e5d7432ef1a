package studio.fanz.core.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.platform.RenditionSpec.Framing;

/// Finds the size of a rendition's picture: the target's shape, as large as the source gives and the target's box
/// takes, never enlarged unless a row asks for a minimum, with even sides.
final class Frames {

    /// A difference in shape that cropping may take away: 1920x1088 is meant to be 16:9.
    private static final double SLIVER = 0.97;

    /// A larger box that a target takes where the source has it is written in its notes.
    private static final Pattern LARGER = Pattern.compile("(\\d{3,5})x(\\d{3,5}) where the source has it");

    private Frames() {}

    /// A size and how the source gets into it.
    record Frame(int width, int height, Framing framing, boolean enlarged) {}

    /// The frame of a target when no row asks for another size.
    static Frame natural(Target target, VideoFacts source) {
        int w = source.displayWidth();
        int h = source.displayHeight();
        Optional<Aspect> aspect = Aspect.parse(target.aspect());
        int[] box = box(target, w, h);
        if (aspect.isEmpty() || aspect.get().matches(w, h)) {
            double scale = Math.min(1, Math.min((double) box[0] / w, (double) box[1] / h));
            return new Frame(even(w * scale, w), even(h * scale, h), Framing.SCALE, false);
        }
        Framing framing = framing(aspect.get().ratio(), (double) w / h);
        return shaped(aspect.get(), framing, w, h, box);
    }

    /// The frame nearest to `natural` that `fits`: itself, a few pixels beside it, or scaled by `factor`.
    ///
    /// @param factor what the bounds of the rows ask for, 1 for nothing
    static Optional<Frame> fitting(Frame natural, String aspect, double factor, BiPredicate<Integer, Integer> fits) {
        return candidates(natural, Aspect.parse(aspect), factor).stream()
                .filter(size -> fits.test(size[0], size[1]))
                .map(size -> new Frame(size[0], size[1], natural.framing(), factor > 1))
                .findFirst();
    }

    private static List<int[]> candidates(Frame natural, Optional<Aspect> aspect, double factor) {
        int w = even(natural.width() * factor, Integer.MAX_VALUE);
        int h = even(natural.height() * factor, Integer.MAX_VALUE);
        List<int[]> sizes = new ArrayList<>();
        List<int[]> exact = new ArrayList<>();
        aspect.map(Aspect::evenUnit).ifPresent(unit -> {
            int times = Math.max(1, w / unit.across());
            exact.add(new int[] {times * unit.across(), times * unit.down()});
            exact.add(new int[] {(times + 1) * unit.across(), (times + 1) * unit.down()});
        });
        // A picture that is enlarged anyway may as well have exactly the shape.
        if (factor > 1) {
            sizes.addAll(exact);
        }
        for (int[] step : new int[][] {{0, 0}, {-2, 0}, {0, -2}, {2, 0}, {0, 2}, {2, 2}, {-2, -2}}) {
            sizes.add(new int[] {Math.max(2, w + step[0]), Math.max(2, h + step[1])});
        }
        sizes.addAll(exact);
        return sizes;
    }

    private static Framing framing(double wanted, double source) {
        boolean narrower = wanted < source;
        double kept = narrower ? wanted / source : source / wanted;
        // A wide picture in an upright frame would be a stripe: there the face is followed. All else keeps the picture.
        return kept >= SLIVER || (narrower && wanted <= 1) ? Framing.CROP : Framing.PAD;
    }

    private static Frame shaped(Aspect aspect, Framing framing, int w, int h, int[] box) {
        double ratio = aspect.ratio();
        boolean byHeight = (ratio < (double) w / h) == (framing == Framing.CROP);
        double width = byHeight ? h * ratio : w;
        double height = byHeight ? h : w / ratio;
        double scale = Math.min(1, Math.min(box[0] / width, box[1] / height));
        return new Frame(even(width * scale, width + 1), even(height * scale, height + 1), framing, false);
    }

    /// The largest size wanted; for a shape taken from the source the box is turned with it.
    private static int[] box(Target target, int w, int h) {
        if (target.width() == 0 || target.height() == 0) {
            return new int[] {w, h};
        }
        int[] box = {target.width(), target.height()};
        Matcher larger = LARGER.matcher(target.notes());
        if (larger.find()) {
            int[] more = {Integer.parseInt(larger.group(1)), Integer.parseInt(larger.group(2))};
            boolean has = Math.max(w, h) >= Math.max(more[0], more[1]) && Math.min(w, h) >= Math.min(more[0], more[1]);
            box = has ? more : box;
        }
        boolean turn = Aspect.parse(target.aspect()).isEmpty() && (box[0] > box[1]) != (w > h) && box[0] != box[1];
        return turn ? new int[] {box[1], box[0]} : box;
    }

    /// The nearest even number that is not above `most`, 2 or more.
    private static int even(double pixels, double most) {
        int nearest = (int) Math.round(pixels / 2) * 2;
        return Math.max(2, nearest > most ? nearest - 2 : nearest);
    }
}
