package studio.fanz.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;

import org.bytedeco.javacpp.BytePointer;

/// Finds the packets at which copying may begin. A key flag is not enough: H.264 streams carry it on pictures whose
/// followers still refer to what was before.
///
/// @param codec       FFmpeg's number
/// @param lengthBytes bytes of the lengths before NAL units, 0 for start codes
record CopyPoints(int codec, int lengthBytes) {

    private static final int IDR = 5;
    private static final int FIRST_RANDOM_ACCESS = 16;
    private static final int LAST_RANDOM_ACCESS = 21;
    private static final int SEARCHED = 1 << 16;

    static CopyPoints of(int codec, byte[] config) {
        int lengths = 0;
        if (codec == AV_CODEC_ID_H264 && config.length > 6 && config[0] == 1) {
            lengths = (config[4] & 3) + 1;
        } else if (codec == AV_CODEC_ID_HEVC && config.length > 22 && config[0] == 1) {
            lengths = (config[21] & 3) + 1;
        }
        return new CopyPoints(codec, lengths);
    }

    /// Whether a packet with a key flag is one.
    boolean at(BytePointer data, int size) {
        if (codec != AV_CODEC_ID_H264 && codec != AV_CODEC_ID_HEVC) {
            return true;
        }
        return lengthBytes > 0 ? behindLengths(data, size) : behindStartCodes(data, size);
    }

    private boolean behindLengths(BytePointer data, int size) {
        int at = 0;
        while (at + lengthBytes < size) {
            long length = 0;
            for (int i = 0; i < lengthBytes; i++) {
                length = (length << 8) | (data.get(at + i) & 0xFF);
            }
            at += lengthBytes;
            if (matches(data.get(at))) {
                return true;
            }
            if (length > size - at) {
                return false;
            }
            at += (int) length;
        }
        return false;
    }

    private boolean behindStartCodes(BytePointer data, int size) {
        byte[] head = new byte[Math.min(size, SEARCHED)];
        data.position(0).get(head);
        for (int i = 0; i + 3 < head.length; i++) {
            if (head[i] == 0 && head[i + 1] == 0 && head[i + 2] == 1 && matches(head[i + 3])) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(byte header) {
        if (codec == AV_CODEC_ID_H264) {
            return (header & 31) == IDR;
        }
        int type = (header >> 1) & 63;
        return type >= FIRST_RANDOM_ACCESS && type <= LAST_RANDOM_ACCESS;
    }
}
