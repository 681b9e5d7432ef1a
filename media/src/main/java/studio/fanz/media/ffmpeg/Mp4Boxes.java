package studio.fanz.media.ffmpeg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the box structure of an MP4 or MOV file (ISO/IEC 14496-12) says and FFmpeg does not: whether the index stands
/// before the media, whether the file was cut off, whether an edit list changes what is shown.
///
/// @param hasIndex     whether there is a `moov` box
/// @param indexFirst   whether it stands before the first media
/// @param missingBytes how many bytes the last box says there should be beyond the end of the file
/// @param editList     whether an edit list does more than skip the codec's own delay
record Mp4Boxes(boolean hasIndex, boolean indexFirst, long missingBytes, boolean editList) {

    /// Longest delay a codec explains: reordered frames, or the priming samples of AAC.
    private static final double CODEC_DELAY_SECONDS = 0.25;

    private static final int HEADER = 16;
    private static final int MAX_BOXES = 100_000;

    /// Reads the top level and the track headers; media data is skipped.
    ///
    /// @throws IOException when the file cannot be read
    static Mp4Boxes read(Path file) throws IOException {
        try (FileChannel in = FileChannel.open(file)) {
            List<Box> top = boxes(in, 0, in.size());
            int index = first(top, "moov");
            int media = first(top, "mdat");
            long end = top.isEmpty() ? in.size() : top.getLast().end();
            boolean edits = index >= 0 && editsChangeWhatIsShown(in, top.get(index));
            boolean first = index >= 0 && (media < 0 || index < media);
            return new Mp4Boxes(index >= 0, first, Math.max(0, end - in.size()), edits);
        }
    }

    private static int first(List<Box> boxes, String type) {
        return boxes.stream().map(Box::type).toList().indexOf(type);
    }

    private static boolean editsChangeWhatIsShown(FileChannel in, Box moov) throws IOException {
        List<Box> inside = boxes(in, moov.body(), moov.end());
        for (Box track : inside) {
            if (track.type().equals("trak") && trackIsEdited(in, track)) {
                return true;
            }
        }
        return false;
    }

    private static boolean trackIsEdited(FileChannel in, Box track) throws IOException {
        List<Box> inside = boxes(in, track.body(), track.end());
        for (Box edts : inside) {
            if (!edts.type().equals("edts")) {
                continue;
            }
            for (Box list : boxes(in, edts.body(), edts.end())) {
                if (list.type().equals("elst")) {
                    return changes(bytes(in, list), timescale(in, inside));
                }
            }
        }
        return false;
    }

    /// One edit that begins within the codec's delay and runs at normal speed changes nothing.
    private static boolean changes(ByteBuffer list, long timescale) {
        if (list.remaining() < 8) {
            return false;
        }
        boolean wide = list.get() == 1;
        list.position(4);
        int entries = list.getInt();
        if (entries != 1 || list.remaining() < (wide ? 20 : 12)) {
            return entries > 1;
        }
        list.position(list.position() + (wide ? 8 : 4));
        long start = wide ? list.getLong() : list.getInt();
        int rate = list.getInt();
        return start < 0 || start > CODEC_DELAY_SECONDS * timescale || rate != 0x0001_0000;
    }

    private static long timescale(FileChannel in, List<Box> track) throws IOException {
        for (Box mdia : track) {
            if (!mdia.type().equals("mdia")) {
                continue;
            }
            for (Box header : boxes(in, mdia.body(), mdia.end())) {
                if (header.type().equals("mdhd")) {
                    ByteBuffer bytes = bytes(in, header);
                    int at = bytes.remaining() > 0 && bytes.get(0) == 1 ? 20 : 12;
                    return bytes.remaining() >= at + 4 ? Integer.toUnsignedLong(bytes.getInt(at)) : 1;
                }
            }
        }
        return 1;
    }

    private static ByteBuffer bytes(FileChannel in, Box box) throws IOException {
        long size = Math.clamp(Math.min(box.end(), in.size()) - box.body(), 0, 1 << 16);
        ByteBuffer buffer = ByteBuffer.allocate((int) size);
        readFully(in, buffer, box.body());
        return buffer.flip();
    }

    private static List<Box> boxes(FileChannel in, long from, long to) throws IOException {
        List<Box> found = new ArrayList<>();
        long at = from;
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        while (at + 8 <= Math.min(to, in.size()) && found.size() < MAX_BOXES) {
            readFully(in, header.clear(), at);
            header.flip();
            long size = Integer.toUnsignedLong(header.getInt(0));
            String type = new String(header.array(), 4, 4, StandardCharsets.ISO_8859_1);
            int length = 8;
            if (size == 1 && header.remaining() == HEADER) {
                size = header.getLong(8);
                length = HEADER;
            } else if (size == 0) {
                size = to - at;
            }
            if (size < length || at + size < at) {
                break;
            }
            found.add(new Box(type, at + length, at + size));
            at += size;
        }
        return found;
    }

    private static void readFully(FileChannel in, ByteBuffer into, long at) throws IOException {
        long position = at;
        while (into.hasRemaining()) {
            int read = in.read(into, position);
            if (read < 0) {
                return;
            }
            position += read;
        }
    }

    private record Box(String type, long body, long end) {}
}
