package studio.fanz.media.ffmpeg;

import java.util.ArrayList;
import java.util.List;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.media.effect.SourceColour;
import studio.fanz.media.effect.ToneMap;

/// The filters between a decoded picture and one that a person or a model looks at: deinterlaced, in square pixels,
/// scaled down into a box, tone-mapped to SDR BT.709. Turning it upright is done by ffmpeg itself in front of them.
///
/// @param video  the stream
/// @param width  of the result, pixels
/// @param height of the result, pixels
record PictureChain(VideoFacts video, int width, int height) {

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
                    .formatted(width, height, scaler, colour().scaleMatrix(), range()));
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

    /// FFmpeg's name of the matrix in which `toYuv` leaves a picture.
    String yuvMatrix() {
        return hdr() ? "bt709" : colour().matrix();
    }

    private List<String> toneMap() {
        List<String> filters = new ArrayList<>(ToneMap.filters(colour(), "yuv444p"));
        filters.add("scale=in_color_matrix=bt709:in_range=tv");
        return filters;
    }

    private boolean hdr() {
        return colour().hdr() || colour().isWide();
    }

    private SourceColour colour() {
        return SourceColour.of(video);
    }

    private List<String> deinterlace() {
        boolean fields = video.fieldOrder().length() == 2;
        return fields ? List.of("bwdif=mode=send_frame:deint=interlaced") : List.of();
    }

    private String range() {
        return colour().fullRange() ? "pc" : "tv";
    }
}
