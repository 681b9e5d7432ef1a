package studio.fanz.media.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.platform.RenditionSpec;
import studio.fanz.core.platform.RenditionSpec.Framing;
import studio.fanz.core.time.Rational;
import studio.fanz.media.effect.Placement;
import studio.fanz.media.effect.SourceColour;
import studio.fanz.media.effect.ToneMap;

/// The picture of a rendition as one libavfilter description: cut to exact frames, deinterlaced, brought to a constant
/// rate, cropped, scaled, tone-mapped, set into its frame, captions laid over. Frames come in as decoded (upright, with
/// time stamps from the start of the source) and go out as the rendition's: square pixels, planar 4:2:0, 8 bits, BT.709
/// limited range, time from 0.
///
/// @param video   the source's stream
/// @param picture what is wanted
/// @param stretch what part of the source
/// @param hold    seconds for which the last picture stands while the sound goes on, 0 for none
/// @param crop    where the window of a crop stands; empty = the middle
/// @param cut     what is shown instead of the stretch as recorded; of the stretch's length
public record PictureGraph(
        VideoFacts video,
        RenditionSpec.Picture picture,
        Stretch stretch,
        double hold,
        Optional<MovingWindow> crop,
        Optional<Montage> cut) {

    /// Bars wider than this look like a mistake on a phone; the picture itself, blurred and darkened, fills them.
    private static final double BARS_UP_TO = 0.25;

    private static final String LANCZOS = "flags=lanczos+accurate_rnd+full_chroma_int";

    /// The description from the first input (a cut's first inputs) to `[picture]`.
    public String text() {
        return text("picture", 0);
    }

    /// The description from other inputs to a label of another name; labels inside it carry the name, too.
    ///
    /// @param first number of its first input in the command
    public String text(String label, int first) {
        return shown(label, first) + finish(label);
    }

    /// How many inputs it reads.
    public int inputs() {
        return cut.map(montage -> montage.readings().size()).orElse(1);
    }

    /// All but tags and label.
    private String shown(String label, int first) {
        if (cut.isEmpty()) {
            return "[%d:%d]".formatted(first, video.index()) + String.join(",", stretched()) + "," + framed(label);
        }
        Takes takes = Takes.of(cut.get());
        String name = label + "cut";
        if (!cut.get().cutsOnly()) {
            return new Composition(this, cut.get(), takes, first).text(name) + "," + String.join(",", rated());
        }
        var pictures = new CutPicture(cut.get(), takes, first);
        return pictures.joined(takes.pictures().getFirst(), name) + ";[" + name + "]" + String.join(",", rated()) + ","
                + framed(label);
    }

    /// The same frame for another picture.
    ///
    /// @param follows whether the window of a crop stands where this one's does
    PictureGraph of(VideoFacts other, boolean follows) {
        return new PictureGraph(other, picture, stretch, hold, follows ? crop : Optional.empty(), Optional.empty());
    }

    /// One picture for a JPEG file: full range BT.601, as JFIF wants.
    public String stillText() {
        double from = stretch.start().minus(stretch.guard()).toDouble();
        String frame = cut.isPresent()
                ? shown("still", 0)
                : "[0:" + video.index() + "]" + String.format(Locale.ROOT, "select=gte(t\\,%.6f)", from) + ","
                        + framed("still");
        return frame + ",setsar=1,scale=in_color_matrix=bt709:in_range=tv:out_color_matrix=bt601"
                + ":out_range=pc:flags=lanczos+accurate_rnd+full_chroma_int,format=yuvj420p[picture]";
    }

    /// The same with strips laid over at their places, the first at the bottom.
    ///
    /// @param strips one at least
    /// @param input  number of the first strip's input in the command; the others follow
    public String textWith(List<CaptionOverlay> strips, int input) {
        StringBuilder text = new StringBuilder(shown("bare", 0)).append(finish("bare"));
        String under = "bare";
        for (int i = 0; i < strips.size(); i++) {
            String over = i + 1 == strips.size() ? "picture" : "under" + i;
            text.append(";[%d:v]scale=out_color_matrix=bt709:out_range=tv,format=yuva420p[strip%d]"
                    .formatted(input + i, i));
            text.append(";[%s][strip%d]overlay=%d:%d:eof_action=pass[%s]"
                    .formatted(under, i, strips.get(i).x(), strips.get(i).y(), over));
            under = over;
        }
        return text.toString();
    }

    /// The word for `Rendition.framing`.
    public String framing() {
        return switch (picture.framing()) {
            case PAD -> placement().hasBars(picture.width(), picture.height()) ? "padded" : "scaled";
            case CROP -> crop.map(MovingWindow::framing).orElse("centre");
            case SCALE -> sameSize() ? "as-is" : "scaled";
        };
    }

    private List<String> stretched() {
        List<String> filters = new ArrayList<>();
        double from = stretch.start().minus(stretch.guard()).toDouble();
        double to = stretch.end().minus(stretch.guard()).toDouble();
        filters.add(
                stretch.whole()
                        ? String.format(Locale.ROOT, "trim=start=%.6f", from)
                        : String.format(Locale.ROOT, "trim=start=%.6f:end=%.6f", from, to));
        filters.add("setpts=PTS-(%s)/TB".formatted(stretch.start()));
        if (video.fieldOrder().length() == 2) {
            filters.add("bwdif=mode=send_frame:deint=interlaced");
        }
        filters.addAll(rated());
        return filters;
    }

    /// Brings a stream that begins at 0 to the rendition's rate and number of frames.
    private List<String> rated() {
        List<String> filters = new ArrayList<>();
        Rational rate = picture.frameRate();
        if (rate.num() == 0) {
            return List.of("trim=end_frame=1");
        }
        filters.add("fps=%s:start_time=0".formatted(rate));
        // Two frames more than the cut gives make up for the last one's unknown duration; the count cuts them off.
        long more = 2 + Math.round(hold * rate.toDouble());
        filters.add("tpad=stop_mode=clone:stop=" + more);
        filters.add("trim=end_frame=" + frames());
        return filters;
    }

    /// How many frames the rendition has.
    public long frames() {
        return stretch.frames(picture.frameRate());
    }

    /// Filters that set frames into the rendition's frame.
    String framed(String label) {
        if (picture.framing() == Framing.CROP && crop.isPresent()) {
            return String.join(",", followed(crop.get()));
        }
        Placement place = placement();
        List<String> filters = new ArrayList<>();
        if (place.cropWidth() < 1 || place.cropHeight() < 1) {
            filters.add(String.format(Locale.ROOT, "crop=w=iw*%.6f:h=ih*%.6f", place.cropWidth(), place.cropHeight()));
        }
        filters.addAll(sized(place.width(), place.height(), sameSize()));
        String fitted = String.join(",", filters);
        return place.hasBars(picture.width(), picture.height()) ? fitted + "," + bars(place, label) : fitted;
    }

    /// The whole picture is enlarged first and then cut, so that the window moves in steps of one finished pixel.
    private List<String> followed(MovingWindow window) {
        double zoom = (double) picture.width() / window.width();
        int width = (int) Math.max(picture.width(), Math.round(video.displayWidth() * zoom / 2) * 2);
        int height = (int) Math.max(picture.height(), Math.round(video.displayHeight() * zoom / 2) * 2);
        List<String> filters = new ArrayList<>(sized(width, height, false));
        filters.add("crop=w=%d:h=%d:x='%s':y='%s':exact=1"
                .formatted(picture.width(), picture.height(), window.x(zoom), window.y(zoom)));
        return filters;
    }

    /// Filters that scale and bring colours to the rendition's.
    List<String> sized(int width, int height, boolean same) {
        SourceColour colour = SourceColour.of(video);
        List<String> toneMap = ToneMap.filters(colour);
        List<String> filters = new ArrayList<>();
        if (!toneMap.isEmpty()) {
            filters.add("scale=%d:%d:%s".formatted(width, height, LANCZOS));
            filters.addAll(toneMap);
        } else if (!same || !colour.isTarget()) {
            filters.add("scale=%d:%d:%s:in_color_matrix=%s:out_color_matrix=bt709:in_range=%s:out_range=tv"
                    .formatted(width, height, LANCZOS, colour.scaleMatrix(), colour.fullRange() ? "pc" : "tv"));
        }
        filters.add("format=yuv420p");
        return filters;
    }

    private String bars(Placement place, String label) {
        int width = picture.width();
        int height = picture.height();
        if (place.covered(width, height) > 1 - BARS_UP_TO) {
            return "pad=%d:%d:%d:%d:black".formatted(width, height, place.x(), place.y());
        }
        // Small, blurred, large again: a soft ground at a hundredth of the cost of blurring the full picture.
        return ("split[LABELfront][LABELback];[LABELback]scale=%d:%d:flags=bilinear:force_original_aspect_ratio=increase,crop=%d:%d,"
                        + "gblur=sigma=3,lutyuv=y=16+(val-16)*0.5,scale=%d:%d:flags=bicubic,setsar=1[LABELground];"
                        + "[LABELfront]setsar=1[LABELwhole];[LABELground][LABELwhole]overlay=%d:%d")
                .replace("LABEL", label)
                .formatted(
                        even(width / 16),
                        even(height / 16),
                        even(width / 16),
                        even(height / 16),
                        width,
                        height,
                        place.x(),
                        place.y());
    }

    private static String finish(String label) {
        return ",setsar=1,setparams=field_mode=prog:range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709["
                + label + "]";
    }

    private Placement placement() {
        int width = video.displayWidth();
        int height = video.displayHeight();
        return picture.framing() == Framing.CROP
                ? Placement.covering(width, height, picture.width(), picture.height())
                : Placement.inside(width, height, picture.width(), picture.height());
    }

    private boolean sameSize() {
        return video.pixelAspect().equals(Rational.ONE)
                && video.displayWidth() == picture.width()
                && video.displayHeight() == picture.height();
    }

    private static int even(int length) {
        return Math.max(2, length / 2 * 2);
    }
}
