package studio.fanz.media.ffmpeg;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// Reads the blocks of a Matroska stream (RFC 9559) as FFmpeg writes it to a pipe: that is how raw frames come back
/// with their exact times, two streams through one pipe. Only what that writer makes is understood.
final class MatroskaBlocks {

    private static final int SEGMENT = 0x18538067;
    private static final int CLUSTER = 0x1F43B675;
    private static final int BLOCK_GROUP = 0xA0;
    private static final int CLUSTER_TIME = 0xE7;
    private static final int SIMPLE_BLOCK = 0xA3;
    private static final int BLOCK = 0xA1;

    private final InputStream in;
    private byte[] data = new byte[0];
    private int length;
    private int track;
    private long clusterMs;
    private long timeMs;

    MatroskaBlocks(InputStream in) {
        this.in = in;
    }

    /// Goes to the next block.
    ///
    /// @return false at the end of the stream
    /// @throws EOFException when it ends inside a block
    boolean next() throws IOException {
        while (true) {
            int first = in.read();
            if (first < 0) {
                return false;
            }
            int id = (int) vint(first, false);
            long size = vint(in.read(), true);
            switch (id) {
                case SEGMENT, CLUSTER, BLOCK_GROUP -> {
                    // Entered, not skipped: what follows are its children.
                }
                case CLUSTER_TIME -> clusterMs = unsigned((int) size);
                case SIMPLE_BLOCK, BLOCK -> {
                    readBlock((int) size);
                    return true;
                }
                default -> in.skipNBytes(size);
            }
        }
    }

    /// Number of the block's track, from 1 in the order of FFmpeg's output streams.
    int track() {
        return track;
    }

    /// Its presentation time.
    long timeMs() {
        return timeMs;
    }

    /// Its bytes from index 0; reused by the next block.
    byte[] data() {
        return data;
    }

    /// How many of them count.
    int length() {
        return length;
    }

    private void readBlock(int size) throws IOException {
        track = (int) vint(in.read(), true);
        int relative = (short) unsigned(2);
        in.skipNBytes(1);
        timeMs = clusterMs + relative;
        length = size - 4;
        if (data.length < length) {
            data = new byte[length];
        }
        if (in.readNBytes(data, 0, length) < length) {
            throw new EOFException("the stream of frames ended inside a frame");
        }
    }

    /// A number whose first byte tells its length; ids keep the bit that does.
    private long vint(int first, boolean dropMarker) throws IOException {
        int bytes = Integer.numberOfLeadingZeros(first) - 23;
        if (first < 0 || bytes > 8) {
            throw new EOFException("the stream of frames ended inside a header");
        }
        long value = dropMarker ? first & (0xFF >> bytes) : first;
        for (int i = 1; i < bytes; i++) {
            value = value << 8 | in.read();
        }
        return value;
    }

    private long unsigned(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << 8 | in.read();
        }
        return value;
    }
}
