package studio.fanz.media.effect;

import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.asset.VideoFacts.DynamicRange;

/// What the numbers in a decoded picture mean, with what the file leaves untagged filled in as players do: BT.709 from
/// 720 lines up and BT.601 below, limited range; HDR is BT.2020.
///
/// @param primaries FFmpeg's name
/// @param transfer  FFmpeg's name
/// @param matrix    FFmpeg's name
/// @param fullRange whether black is 0 instead of 16
/// @param hdr       whether it has to be tone-mapped
public record SourceColour(String primaries, String transfer, String matrix, boolean fullRange, boolean hdr) {

    /// Reads the tags of a stream.
    public static SourceColour of(VideoFacts video) {
        boolean hdr = video.dynamicRange() != DynamicRange.SDR;
        boolean large = Math.min(video.width(), video.height()) >= 720;
        String sdr = large ? "bt709" : "smpte170m";
        return new SourceColour(
                or(video.primaries(), hdr ? "bt2020" : sdr),
                transfer(video, hdr),
                or(video.matrix(), hdr ? "bt2020nc" : sdr),
                video.range().equals("pc") || video.pixelFormat().startsWith("yuvj"),
                hdr);
    }

    /// Whether it is the colour we write, so that nothing has to be converted.
    public boolean isTarget() {
        return !hdr && !fullRange && matrix.equals("bt709");
    }

    /// Whether its primaries are wider than BT.709's although it is not HDR.
    public boolean isWide() {
        return !hdr && primaries.startsWith("bt2020");
    }

    /// The matrix as the `scale` filter calls it.
    public String scaleMatrix() {
        return switch (matrix) {
            case "bt709", "fcc", "smpte240m" -> matrix;
            case "bt2020nc", "bt2020c" -> "bt2020";
            case "bt470bg", "smpte170m" -> "bt601";
            default -> "bt709";
        };
    }

    /// Phones lay Dolby Vision 8.4 over HLG and do not always tag it; any other untagged HDR is PQ.
    private static String transfer(VideoFacts video, boolean hdr) {
        if (!hdr) {
            return or(video.transfer(), "bt709");
        }
        boolean hybrid = video.dynamicRange() == DynamicRange.HLG
                || video.transfer().equals("arib-std-b67")
                || (video.dynamicRange() == DynamicRange.DOLBY_VISION
                        && !video.transfer().equals("smpte2084"));
        return hybrid ? "arib-std-b67" : "smpte2084";
    }

    private static String or(String tagged, String otherwise) {
        return tagged.isEmpty() || tagged.equals("unknown") || tagged.equals("reserved") ? otherwise : tagged;
    }
}
