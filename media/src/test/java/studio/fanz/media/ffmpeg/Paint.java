package studio.fanz.media.ffmpeg;

import studio.fanz.media.play.PlayerFrame;

/// Reads what a test recording painted on a frame of the player.
final class Paint {

    private Paint() {}

    /// The frame's number.
    static int numberOn(PlayerFrame frame) {
        int number = 0;
        for (int bit = 0; bit < 16; bit++) {
            int x = (2 * bit + 1) * frame.width() / 32;
            int at = (frame.height() / 8 * frame.width() + x) * 4;
            number = number << 1 | ((frame.bgra().get(at + 1) & 0xFF) > 127 ? 1 : 0);
        }
        return number;
    }
}
