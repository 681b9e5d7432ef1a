package studio.fanz.media.effect;

import java.util.List;
import java.util.Locale;

/// The way of a picture from HDR, or from SDR with wide primaries, to SDR BT.709 as libavfilter filters.
///
/// HDR goes through linear light in which 1 is diffuse white (203 cd/m2, ITU-R BT.2408): what lies below 60 % of it
/// stays as it is, what lies above, up to 1000 cd/m2 as phones and HLG grade, is rolled off (Mobius); colours outside
/// BT.709 are cut.
public final class ToneMap {

    private static final int WHITE = 203;
    private static final double PEAK = 1000.0 / WHITE;

    private ToneMap() {}

    /// Filters that end in planar 4:2:0, 8 bits, BT.709, limited range; empty when the colour needs none of them.
    public static List<String> filters(SourceColour colour) {
        return filters(colour, "yuv420p");
    }

    /// The same, ending in another planar format of 8 bits (`yuv444p` for pictures on a screen).
    public static List<String> filters(SourceColour colour, String format) {
        if (colour.hdr()) {
            return List.of(
                    tagged(colour),
                    "zscale=transfer=linear:npl=" + WHITE,
                    "format=gbrpf32le",
                    "zscale=primaries=bt709",
                    String.format(Locale.ROOT, "tonemap=tonemap=mobius:param=0.6:desat=0:peak=%.4f", PEAK),
                    "zscale=transfer=bt709:matrix=bt709:range=limited:dither=ordered",
                    "format=" + format);
        }
        return colour.isWide()
                ? List.of(
                        tagged(colour),
                        "zscale=primaries=bt709:transfer=bt709:matrix=bt709:range=limited:dither=ordered",
                        "format=" + format)
                : List.of();
    }

    private static String tagged(SourceColour colour) {
        return "setparams=color_primaries=%s:color_trc=%s:colorspace=%s:range=%s"
                .formatted(colour.primaries(), colour.transfer(), colour.matrix(), colour.fullRange() ? "pc" : "tv");
    }
}
