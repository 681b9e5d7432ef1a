package studio.fanz.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacpp.BytePointer;

/// Marks the first copied H.265 picture behind a join as what it is: a place where another stream was spliced in, whose
/// leading pictures are left out (ITU-T H.265 7.4.2.2: CRA becomes BLA_N_LP). Without it decoders go on counting from
/// what stood before.
final class CleanRandomAccess {

    private static final int CLEAN = 21;
    private static final int BROKEN_LINK_WITHOUT_LEADING = 18;

    private CleanRandomAccess() {}

    /// Changes the types of its units in place.
    ///
    /// @param lengthBytes bytes of the lengths before units, 0 for start codes
    static void mark(AVPacket packet, int lengthBytes) {
        av_packet_make_writable(packet);
        BytePointer data = packet.data();
        int size = packet.size();
        int at = 0;
        while (at + lengthBytes < size) {
            if (lengthBytes == 0) {
                at = behindStartCode(data, at, size);
                if (at < 0) {
                    return;
                }
                change(data, at);
                continue;
            }
            long length = 0;
            for (int i = 0; i < lengthBytes; i++) {
                length = (length << 8) | (data.get(at + i) & 0xFF);
            }
            at += lengthBytes;
            change(data, at);
            if (length <= 0 || length > size - at) {
                return;
            }
            at += (int) length;
        }
    }

    private static int behindStartCode(BytePointer data, int from, int size) {
        for (int i = from; i + 3 < size; i++) {
            if (data.get(i) == 0 && data.get(i + 1) == 0 && data.get(i + 2) == 1) {
                return i + 3;
            }
        }
        return -1;
    }

    private static void change(BytePointer data, int at) {
        int type = (data.get(at) >> 1) & 63;
        if (type == CLEAN) {
            data.put(at, (byte) ((data.get(at) & 0x81) | (BROKEN_LINK_WITHOUT_LEADING << 1)));
        }
    }
}
