package studio.fanz.media.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.platform.RenditionSpec;
import studio.fanz.core.timeline.Look;
import studio.fanz.core.timeline.Look.Keyframe;
import studio.fanz.core.timeline.Transition;
import studio.fanz.media.effect.Placement;
import studio.fanz.media.render.Montage.Shown;

/// Pictures of several recordings and layers put together, as libavfilter text: every piece is first brought into the
/// rendition's frame, then pieces follow one another, go over into one another, and upper tracks are laid on top.
///
/// @param frame   how pieces get into the rendition's frame
/// @param montage what is shown
/// @param takes   what it is read from
/// @param first   number of the graph's first input in the command
record Composition(PictureGraph frame, Montage montage, Takes takes, int first) {

    /// From the inputs to the frame, at the montage's rate, without a label at the end.
    String text(String name) {
        StringBuilder text = new StringBuilder();
        String under = base(text, name + "base");
        for (int track = 1; track < takes.pictures().size(); track++) {
            for (Take take : takes.pictures().get(track)) {
                String label = name + "up" + track + "at" + take.at();
                Layer layer = new Layer(this, take, clip(track, take), label);
                layer.write(text);
                String over = label + "over";
                text.append(layer.over(under, over, take.end())).append(";");
                under = over;
            }
        }
        return text.append("[").append(under).append("]null").toString();
    }

    Shown clip(int track, Take take) {
        return montage.pictures().get(track).get(take.keeps().getFirst().clip());
    }

    /// The lowest track from the beginning to the montage's end; black where it shows nothing.
    private String base(StringBuilder text, String name) {
        Line line = new Line(text, name);
        long at = 0;
        for (Take take :
                takes.pictures().isEmpty() ? List.<Take>of() : takes.pictures().getFirst()) {
            if (take.at() > at) {
                line.add(black(text, line.next(), take.at() - at));
            }
            Shown clip = clip(0, take);
            String piece = piece(text, take, clip, line.next());
            boolean touches = take.at() == at && at > 0;
            Optional<Transition> into = touches ? clip.into() : Optional.empty();
            if (into.isPresent()) {
                line.over(piece, into.get(), take.at(), take.end());
            } else {
                line.add(piece);
            }
            at = take.end();
        }
        if (at < montage.frames()) {
            line.add(black(text, line.next(), montage.frames() - at));
        }
        return line.whole();
    }

    private String black(StringBuilder text, String label, long frames) {
        RenditionSpec.Picture picture = frame.picture();
        text.append("color=c=black:s=%dx%d:r=%s,format=yuv420p,setsar=1,trim=end_frame=%d,%s[%s];"
                .formatted(picture.width(), picture.height(), montage.rate(), frames, counted(), label));
        return label;
    }

    private String piece(StringBuilder text, Take take, Shown clip, String label) {
        Look look = clip.look();
        if (!look.keyframes().isEmpty()) {
            String ground = black(text, label + "ground", take.frames() + take.tail());
            Layer layer = new Layer(this, take.moved(0), clip, label + "layer");
            layer.write(text);
            text.append(layer.over(ground, label + "put", take.frames() + take.tail()));
            text.append(";[").append(label).append("put]");
            text.append(counted()).append("[").append(label).append("];");
            return label;
        }
        PictureGraph own = framing(take, look);
        text.append(new CutPicture(montage, takes, first).take(take));
        text.append(",settb=%s,setpts=N+%d,".formatted(montage.rate().inverse(), take.at()));
        cropped(look).ifPresent(crop -> text.append(crop).append(","));
        text.append(own.framed(label));
        Colours.filters(look.colour(), montage)
                .forEach(filter -> text.append(",").append(filter));
        text.append(",format=yuv420p,setsar=1,")
                .append(counted())
                .append("[")
                .append(label)
                .append("];");
        return label;
    }

    /// How a piece gets into the frame: by the shape of what is left of it.
    PictureGraph framing(Take take, Look look) {
        VideoFacts video =
                Cropping.left(montage.reels().get(take.reel()).facts().video().orElseThrow(), look.crop());
        boolean follows = take.reel() == 0 && look.crop().equals(Look.Crop.NONE);
        return frame.of(video, follows);
    }

    /// The filter that cuts edges away.
    static Optional<String> cropped(Look look) {
        Look.Crop crop = look.crop();
        return crop.equals(Look.Crop.NONE)
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "crop=w=iw*%.6f:h=ih*%.6f:x=iw*%.6f:y=ih*%.6f",
                        1 - crop.left() - crop.right(),
                        1 - crop.top() - crop.bottom(),
                        crop.left(),
                        crop.top()));
    }

    /// Frames of constant distance, counted from 0.
    String counted() {
        return "settb=%s,setpts=N,fps=%s".formatted(montage.rate().inverse(), montage.rate());
    }

    /// Pieces that follow one another, put together as late as possible: many at once.
    private final class Line {

        private final StringBuilder text;
        private final String name;
        private final List<String> waiting = new ArrayList<>();
        private int labels;

        Line(StringBuilder text, String name) {
            this.text = text;
            this.name = name;
        }

        String next() {
            return name + labels++;
        }

        void add(String piece) {
            waiting.add(piece);
        }

        void over(String piece, Transition into, long at, long end) {
            long frames = Math.min(into.frames(), end - at);
            switch (into.kind()) {
                case CROSS_FADE -> fade(piece, at, frames);
                case DIP_TO_BLACK -> dip(piece, at, frames, "black");
                case DIP_TO_WHITE -> dip(piece, at, frames, "white");
            }
        }

        private void fade(String piece, long at, long frames) {
            String under = whole();
            String both = next();
            text.append(String.format(
                    Locale.ROOT,
                    "[%s][%s]xfade=transition=fade:duration=%.6f:offset=%.6f,format=yuv420p,%s[%s];",
                    under,
                    piece,
                    montage.seconds(frames).toDouble(),
                    montage.seconds(at).toDouble(),
                    counted(),
                    both));
            waiting.add(both);
        }

        /// Half of it the one below goes, half of it the other comes.
        private void dip(String piece, long at, long frames, String colour) {
            String under = whole();
            String going = next();
            String coming = next();
            long half = frames / 2;
            String goes = half == 0 ? "" : "fade=t=out:s=%d:n=%d:color=%s,".formatted(at, half, colour);
            text.append("[%s]trim=end_frame=%d,%s%s[%s];".formatted(under, at + half, goes, counted(), going));
            text.append("[%s]trim=start_frame=%d,setpts=N,fade=t=in:s=0:n=%d:color=%s,%s[%s];"
                    .formatted(piece, half, frames - half, colour, counted(), coming));
            waiting.add(going);
            waiting.add(coming);
        }

        /// All so far as one stream.
        String whole() {
            if (waiting.size() == 1) {
                return waiting.removeFirst();
            }
            String all = next();
            waiting.forEach(piece -> text.append("[").append(piece).append("]"));
            text.append("concat=n=%d,%s[%s];".formatted(waiting.size(), counted(), all));
            waiting.clear();
            return all;
        }
    }

    /// A picture laid over others: where it is may change over time.
    ///
    /// @param scene what it belongs to
    /// @param take  its frames
    /// @param clip  how it is shown
    /// @param name  of its labels
    record Layer(Composition scene, Take take, Shown clip, String name) {

        /// Room around a turned picture so that what lies outside it is see-through.
        private static final int RIM = 2;

        /// Writes the layer's frames, see-through where there is nothing.
        void write(StringBuilder text) {
            VideoFacts video = Cropping.left(reel(), clip.look().crop());
            Placement place = place(video);
            text.append(new CutPicture(scene.montage, scene.takes, scene.first).take(take))
                    .append(",");
            cropped(clip.look()).ifPresent(crop -> text.append(crop).append(","));
            List<String> filters =
                    new ArrayList<>(scene.frame.of(video, false).sized(place.width(), place.height(), false));
            filters.addAll(Colours.filters(clip.look().colour(), scene.montage));
            filters.add("setsar=1");
            filters.add("format=yuva420p");
            if (!still()) {
                int width = scene.frame.picture().width() + 2 * RIM;
                int height = scene.frame.picture().height() + 2 * RIM;
                filters.add("pad=%d:%d:%d:%d:black@0"
                        .formatted(width, height, (width - place.width()) / 4 * 2, (height - place.height()) / 4 * 2));
                filters.add(turned(width, height));
                filters.add("crop=%d:%d:%d:%d".formatted(width - 2 * RIM, height - 2 * RIM, RIM, RIM));
            } else if (keys().getFirst().rotation() != 0) {
                filters.add(String.format(
                        Locale.ROOT,
                        "rotate=a=%.6f:ow=rotw(%1$.6f):oh=roth(%1$.6f):c=black@0",
                        Math.toRadians(keys().getFirst().rotation())));
            }
            filters.addAll(opacity());
            filters.add("settb=%s,setpts=N+%d".formatted(scene.montage.rate().inverse(), take.at()));
            text.append(String.join(",", filters)).append("[").append(name).append("];");
        }

        /// The overlay of `[under]` and this one, as `[over]`.
        ///
        /// @param until first frame at which it is not seen any more
        String over(String under, String over, long until) {
            String x = "0";
            String y = "0";
            if (still()) {
                Curve across = Curve.of(keys(), Keyframe::x, "n-" + take.at());
                Curve down = Curve.of(keys(), Keyframe::y, "n-" + take.at());
                x = "'W*(%s)-w/2'".formatted(across.text());
                y = "'H*(%s)-h/2'".formatted(down.text());
            }
            return "[%s][%s]overlay=x=%s:y=%s:eof_action=pass:enable='between(n,%d,%d)',format=yuv420p[%s]"
                    .formatted(under, name, x, y, take.at(), until - 1, over);
        }

        private VideoFacts reel() {
            return scene.montage.reels().get(take.reel()).facts().video().orElseThrow();
        }

        private List<Keyframe> keys() {
            return clip.look().keyframes().isEmpty()
                    ? List.of(Keyframe.fitted(0))
                    : clip.look().keyframes();
        }

        /// Whether it only moves: neither its size nor its angle changes over time. One that does needs an FFmpeg with
        /// the filter `perspective`.
        private boolean still() {
            Keyframe first = keys().getFirst();
            return keys().stream().allMatch(key -> key.scale() == first.scale() && key.rotation() == first.rotation());
        }

        private Placement place(VideoFacts video) {
            double scale = still() ? keys().getFirst().scale() : 1;
            int width = Math.max(2, (int) Math.round(scene.frame.picture().width() * scale / 2) * 2);
            int height = Math.max(2, (int) Math.round(scene.frame.picture().height() * scale / 2) * 2);
            return Placement.inside(video.displayWidth(), video.displayHeight(), width, height);
        }

        /// Every frame is drawn from where the inverse of its place says.
        private String turned(int width, int height) {
            String s = "(" + Curve.of(keys(), Keyframe::scale, "on").text() + ")";
            String angle = "((" + Curve.of(keys(), Keyframe::rotation, "on").text() + ")*PI/180)";
            String x = "(%d+%d*(%s))"
                    .formatted(
                            RIM,
                            width - 2 * RIM,
                            Curve.of(keys(), Keyframe::x, "on").text());
            String y = "(%d+%d*(%s))"
                    .formatted(
                            RIM,
                            height - 2 * RIM,
                            Curve.of(keys(), Keyframe::y, "on").text());
            StringBuilder corners = new StringBuilder();
            int corner = 0;
            for (int[] at : new int[][] {{0, 0}, {width, 0}, {0, height}, {width, height}}) {
                String dx = "(%d-%s)".formatted(at[0], x);
                String dy = "(%d-%s)".formatted(at[1], y);
                corners.append(
                        ":x%d='%d/2+(cos(%s)*%s+sin(%s)*%s)/%s'".formatted(corner, width, angle, dx, angle, dy, s));
                corners.append(
                        ":y%d='%d/2+(cos(%s)*%s-sin(%s)*%s)/%s'".formatted(corner, height, angle, dy, angle, dx, s));
                corner++;
            }
            return "perspective=interpolation=cubic:sense=source:eval=%s%s"
                    .formatted(keys().size() == 1 ? "init" : "frame", corners);
        }

        private List<String> opacity() {
            if (keys().stream().allMatch(key -> key.opacity() == 1)) {
                return List.of();
            }
            double one = keys().getFirst().opacity();
            if (keys().stream().allMatch(key -> key.opacity() == one)) {
                return List.of(String.format(Locale.ROOT, "lut=a='val*(%.4f)'", one));
            }
            // The time of a frame is known to geq alone; only the transparency is computed.
            return List.of("geq=lum='lum(X,Y)':cb='cb(X,Y)':cr='cr(X,Y)':a='alpha(X,Y)*(%s)'"
                    .formatted(Curve.of(keys(), Keyframe::opacity, "N").text()));
        }
    }
}
