package studio.fanz.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/// Every sixteenth row of luma of a frame: enough to tell how far two pictures are apart, little enough to keep.
final class RowSample {

    private static final int EVERY = 16;
    private static final long MOST_BYTES = 192 << 20;
    private static final double IDENTICAL = 99;

    private long written;
    private int deep;
    private byte[] row = new byte[0];
    private byte[] other = new byte[0];

    /// Keeps a frame of 8-bit luma, or of deeper luma in two bytes; nothing more once a lot was kept.
    void write(AVFrame frame, OutputStream to) throws IOException {
        if (written > MOST_BYTES) {
            return;
        }
        size(frame);
        for (int y = EVERY / 2; y < frame.height(); y += EVERY) {
            read(frame, y);
            to.write(row);
            written += row.length;
        }
    }

    /// Peak signal to noise ratio of a frame against the next one kept, dB, 99 at most.
    ///
    /// @return below 0 when none is left
    double compare(AVFrame frame, DataInputStream kept) throws IOException {
        size(frame);
        long squares = 0;
        long count = 0;
        for (int y = EVERY / 2; y < frame.height(); y += EVERY) {
            if (kept.readNBytes(other, 0, other.length) < other.length) {
                return -1;
            }
            read(frame, y);
            squares += squares();
            count += frame.width();
        }
        double peak = (1 << (deep == 0 ? 8 : deep)) - 1;
        return squares == 0 ? IDENTICAL : Math.min(IDENTICAL, 10 * Math.log10(peak * peak * count / squares));
    }

    private long squares() {
        long sum = 0;
        int step = deep == 0 ? 1 : 2;
        for (int i = 0; i < row.length; i += step) {
            int apart = value(row, i) - value(other, i);
            sum += (long) apart * apart;
        }
        return sum;
    }

    private int value(byte[] from, int at) {
        return deep == 0 ? from[at] & 0xFF : (from[at] & 0xFF) | ((from[at + 1] & 0xFF) << 8);
    }

    private void size(AVFrame frame) {
        int depth = av_pix_fmt_desc_get(frame.format()).comp(0).depth();
        deep = depth > 8 ? depth : 0;
        int bytes = frame.width() * (deep == 0 ? 1 : 2);
        if (row.length != bytes) {
            row = new byte[bytes];
            other = new byte[bytes];
        }
    }

    private void read(AVFrame frame, int y) {
        BytePointer luma = frame.data(0);
        luma.position((long) y * frame.linesize(0)).get(row);
    }
}
