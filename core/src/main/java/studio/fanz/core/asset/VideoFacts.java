package studio.fanz.core.asset;

import studio.fanz.core.time.Rational;

/// One video stream as probed.
///
/// @param index          stream number inside the file
/// @param codec          FFmpeg's name (`h264`, `hevc`, `vp9`, `av1`, `mjpeg`)
/// @param profile        codec profile as FFmpeg names it, empty when it has none
/// @param width          coded width in pixels, before aspect and rotation
/// @param height         coded height in pixels
/// @param pixelAspect    sample aspect ratio, 1 when unknown
/// @param rotation       clockwise degrees a player must turn the picture: 0, 90, 180 or 270
/// @param frameRate      average frames per second; 0 when unknown
/// @param variableRate   whether frame durations differ (average and nominal rate disagree)
/// @param pixelFormat    FFmpeg's name (`yuv420p`, `yuv422p10le`)
/// @param bitDepth       bits per component
/// @param range          `tv`, `pc` or empty when untagged
/// @param primaries      FFmpeg's name or empty
/// @param transfer       FFmpeg's name or empty (`smpte2084` is PQ, `arib-std-b67` is HLG)
/// @param matrix         FFmpeg's name or empty
/// @param dynamicRange   what the tags and side data say it is
/// @param timebase       seconds per tick of its time stamps
/// @param startPts       first presentation time stamp in ticks
/// @param durationMs     length of the stream, 0 when unknown
/// @param frames         number of frames the container states, 0 when it does not
/// @param bitRate        bits per second, 0 when unknown
/// @param fieldOrder     `progressive`, `tt`, `bb`, `tb`, `bt` or empty
public record VideoFacts(
        int index,
        String codec,
        String profile,
        int width,
        int height,
        Rational pixelAspect,
        int rotation,
        Rational frameRate,
        boolean variableRate,
        String pixelFormat,
        int bitDepth,
        String range,
        String primaries,
        String transfer,
        String matrix,
        DynamicRange dynamicRange,
        Rational timebase,
        long startPts,
        long durationMs,
        long frames,
        long bitRate,
        String fieldOrder) {

    /// How bright whites may be.
    public enum DynamicRange {
        SDR,
        PQ,
        HLG,
        /// Phone Dolby Vision (profile 8.4 over HLG or 8.1 over PQ): the base layer is what we read.
        DOLBY_VISION
    }

    /// Width in square pixels as a player shows it, rotation applied.
    public int displayWidth() {
        return turned() ? height : squareWidth();
    }

    /// Height in square pixels as a player shows it, rotation applied.
    public int displayHeight() {
        return turned() ? squareWidth() : height;
    }

    private boolean turned() {
        return rotation == 90 || rotation == 270;
    }

    private int squareWidth() {
        return (int) pixelAspect.times(new Rational(width, 1)).rounded();
    }
}
