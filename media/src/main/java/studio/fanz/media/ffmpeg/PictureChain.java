package studio.fanz.media.ffmpeg;

import java.util.ArrayList;
import java.util.List;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.asset.VideoFacts.DynamicRange;

/// The filters between a decoded picture and one that a person or a model looks at: deinterlaced, in square pixels,
/// scaled down into a box, tone-mapped to SDR BT.709. Turning it upright is done by ffmpeg itself in front of them.
///
/// @param video  the stream
/// @param width  of the result, pixels
/// @param height of the result, pixels
record PictureChain(VideoFacts video, int width, int height) {

    /// Luminance of diffuse white in HDR, cd/m2 (ITU-R BT.2408, 3.1).
    private static final int REFERENCE_WHITE = 203;

    /// HDR is assumed to be graded for 1000 cd/m2, as phones and HLG are.
    private static final double PEAK = 1000.0 / REFERENCE_WHITE;

    /// The picture scaled down to fit, never up.
    static PictureChain fitting(VideoFacts video, int maxWidth, int maxHeight) {
        double width = video.displayWidth();
        double height = video.displayHeight();
        double scale = Math.min(1, Math.min(maxWidth / width, maxHeight / height));
        int w = (int) Math.max(1, Math.round(width * scale));
        int h = (int) Math.max(1, Math.round(height * scale));
        return new PictureChain(video, Math.min(w, maxWidth), Math.min(h, maxHeight));
    }

    /// The same with even sides, at least 2, for pictures with halved chroma.
    PictureChain even() {
        return new PictureChain(video, Math.max(2, width / 2 * 2), Math.max(2, height / 2 * 2));
    }

    /// Filters that end in packed RGB, full range.
    String toRgb() {
        return toPacked("rgb24", "area+accurate_rnd+full_chroma_int");
    }

    /// Filters that end in BGRA with alpha 255, upright; for pictures that ffmpeg has not turned and that must be ready
    /// in a few milliseconds.
    String uprightToBgra() {
        String turn = switch (video.rotation()) {
            case 90 -> "transpose=clock,";
            case 180 -> "hflip,vflip,";
            case 270 -> "transpose=cclock,";
            default -> "";
        };
        return turn + toPacked("bgra", "bilinear");
    }

    private String toPacked(String format, String scaler) {
        List<String> filters = new ArrayList<>(deinterlace());
        if (hdr()) {
            filters.add("scale=%d:%d:flags=area".formatted(width, height));
            filters.addAll(toneMap());
        } else {
            filters.add("scale=%d:%d:flags=%s:in_color_matrix=%s:in_range=%s:out_range=pc"
                    .formatted(width, height, scaler, matrix(), range()));
        }
        filters.add("format=" + format);
        filters.add("setsar=1");
        return String.join(",", filters);
    }

    /// Filters that end in planar 4:2:0, BT.709 limited range where the source is HDR, else as decoded but limited.
    String toYuv() {
        List<String> filters = new ArrayList<>();
        if (hdr()) {
            filters.add("scale=%d:%d:flags=area".formatted(width, height));
            filters.addAll(toneMap());
        } else {
            filters.add("scale=%d:%d:flags=area:in_range=%s:out_range=tv".formatted(width, height, range()));
        }
        filters.add("format=yuv420p");
        filters.add("setsar=1");
        return String.join(",", filters);
    }

    private boolean hdr() {
        return video.dynamicRange() != DynamicRange.SDR;
    }

    /// Linear light, BT.709 primaries, highlights rolled off above 60 % of diffuse white (Mobius), BT.709 again.
    private List<String> toneMap() {
        String transfer = video.transfer().equals("arib-std-b67") || hybridDolby() ? "arib-std-b67" : "smpte2084";
        return List.of(
                "setparams=color_primaries=%s:color_trc=%s:colorspace=%s:range=%s"
                        .formatted(orBt2020(video.primaries()), transfer, orBt2020Matrix(video.matrix()), range()),
                "zscale=transfer=linear:npl=" + REFERENCE_WHITE,
                "format=gbrpf32le",
                "zscale=primaries=bt709",
                "tonemap=tonemap=mobius:param=0.6:desat=0:peak=" + PEAK,
                "zscale=transfer=bt709:matrix=bt709:range=limited",
                "format=yuv444p",
                "scale=in_color_matrix=bt709:in_range=tv");
    }

    /// Dolby Vision whose base layer is not tagged: phones (profile 8.4) lay it over HLG.
    private boolean hybridDolby() {
        return video.dynamicRange() == DynamicRange.DOLBY_VISION
                && video.transfer().isEmpty();
    }

    private static String orBt2020(String tagged) {
        return tagged.isEmpty() ? "bt2020" : tagged;
    }

    private static String orBt2020Matrix(String tagged) {
        return tagged.isEmpty() ? "bt2020nc" : tagged;
    }

    private List<String> deinterlace() {
        boolean fields = video.fieldOrder().length() == 2;
        return fields ? List.of("bwdif=mode=send_frame:deint=interlaced") : List.of();
    }

    /// Untagged video is BT.709 from 720 lines up and BT.601 below, as players assume.
    private String matrix() {
        return switch (video.matrix()) {
            case "bt709" -> "bt709";
            case "bt470bg", "smpte170m", "bt2020nc", "bt2020c" ->
                video.matrix().startsWith("bt2020") ? "bt2020" : "bt601";
            case "fcc", "smpte240m" -> video.matrix();
            default -> Math.min(video.width(), video.height()) >= 720 ? "bt709" : "bt601";
        };
    }

    private String range() {
        return video.range().equals("pc") || video.pixelFormat().startsWith("yuvj") ? "pc" : "tv";
    }
}
