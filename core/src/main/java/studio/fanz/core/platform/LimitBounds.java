package studio.fanz.core.platform;

import java.util.List;
import java.util.Set;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.platform.GroupRows.Range;
import studio.fanz.core.platform.GroupRows.Tier;

/// What the rows leave to a file that is yet to be made.
final class LimitBounds {

    /// Time is never cut for a row that is not official, and sizes are met by bit rate: both are looked at apart.
    static final Set<String> CHECKED_APART =
            Set.of("duration_min_s", "duration_max_s", "size_min_bytes", "size_max_bytes", "video_bitrate_min_bps");

    private static final List<String> SIZES = List.of(
            "width_min",
            "width_max",
            "height_min",
            "height_max",
            "long_edge_min",
            "long_edge_max",
            "short_edge_min",
            "short_edge_max",
            "pixels_max",
            "aspect_min",
            "aspect_max");

    private LimitBounds() {}

    /// By how much a frame may and must be scaled.
    static Range sizeFactor(GroupRows rows, Frames.Frame frame, Tier tier) {
        int w = frame.width();
        int h = frame.height();
        Range across = over(rows.range("width_min", "width_max", tier), w);
        Range down = over(rows.range("height_min", "height_max", tier), h);
        Range longer = over(rows.range("long_edge_min", "long_edge_max", tier), Math.max(w, h));
        Range shorter = over(rows.range("short_edge_min", "short_edge_max", tier), Math.min(w, h));
        double area = Math.sqrt(rows.range("", "pixels_max", tier).max() / ((double) w * h));
        return across.and(down).and(longer).and(shorter).and(new Range(0, area));
    }

    private static Range over(Range range, int pixels) {
        return new Range(range.min() / pixels, range.max() / pixels);
    }

    static boolean sizeAllowed(GroupRows rows, Tier tier, int w, int h) {
        return SIZES.stream().allMatch(limit -> rows.allows(limit, tier, new Measured.Amount(side(limit, w, h))))
                && rows.allows("aspects", tier, new Measured.Shape(w, h));
    }

    private static double side(String limit, int w, int h) {
        if (limit.startsWith("width")) {
            return w;
        }
        if (limit.startsWith("height")) {
            return h;
        }
        if (limit.startsWith("long")) {
            return Math.max(w, h);
        }
        if (limit.startsWith("short")) {
            return Math.min(w, h);
        }
        return limit.startsWith("pixels") ? (double) w * h : (double) w / h;
    }

    static boolean rateAllowed(GroupRows rows, Tier tier, int hz) {
        return rows.allows("audio_rates_hz", tier, Measured.Names.of(String.valueOf(hz)))
                && rows.allows("audio_rate_max_hz", tier, new Measured.Amount(hz));
    }

    static Measured audioNames(String codec) {
        return codec.equals("aac-lc")
                ? new Measured.Names(List.of(List.of("aac", "aac-lc")))
                : Measured.Names.of(codec);
    }

    /// What the file will have, coding included, which headers would not tell.
    static Measured measure(String limit, MediaFacts facts, RenditionSpec spec) {
        if (spec.picture().codec().isEmpty()) {
            return Measures.of(limit, facts);
        }
        return switch (limit) {
            case "gop_min_s", "gop_max_s" -> new Measured.Amount(spec.picture().gopSeconds());
            case "closed_gop" -> new Measured.Flag(true);
            case "b_frames_max" -> new Measured.Amount(spec.picture().maxBFrames());
            default -> Measures.of(limit, facts);
        };
    }
}
