package studio.fanz.core.asset;

import studio.fanz.core.time.Rational;

/// One audio stream as probed.
///
/// @param index      stream number inside the file
/// @param codec      FFmpeg's name (`aac`, `mp3`, `pcm_s16le`)
/// @param profile    codec profile (`LC`, `HE-AAC`), empty when it has none
/// @param sampleRate hertz
/// @param channels   1 or more
/// @param layout     FFmpeg's channel layout (`stereo`, `5.1(side)`), empty when unknown
/// @param timebase   seconds per tick of its time stamps
/// @param startPts   first presentation time stamp in ticks
/// @param durationMs length of the stream, 0 when unknown
/// @param bitRate    bits per second, 0 when unknown
/// @param language   ISO 639 tag of the stream, empty when untagged
public record AudioFacts(
        int index,
        String codec,
        String profile,
        int sampleRate,
        int channels,
        String layout,
        Rational timebase,
        long startPts,
        long durationMs,
        long bitRate,
        String language) {}
