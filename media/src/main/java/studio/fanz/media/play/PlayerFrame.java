package studio.fanz.media.play;

import java.nio.ByteBuffer;

/// One picture to show now: BGRA with alpha 255, rows without padding, top row first, upright, in square pixels,
/// tone-mapped to SDR. This is the layout that a window copies without converting.
///
/// @param timeMs  presentation time from the start of the source, a label
/// @param number  frame number in presentation order from 0, as far as it is known; -1 when it is not
/// @param width   pixels
/// @param height  pixels
/// @param bgra    a direct buffer of `width * height * 4` bytes; belongs to the receiver until released
/// @param release gives the buffer back; call exactly once, any thread
public record PlayerFrame(long timeMs, long number, int width, int height, ByteBuffer bgra, Runnable release) {}
