package studio.fanz.media.cut;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// NAL units (ITU-T H.264 7.3.1 and H.265 7.3.1, annex B) in the two ways files hold them: behind start codes, or
/// behind their length.
public final class NalUnits {

    /// H.264 slice of a picture that refers to nothing before it.
    public static final int IDR = 5;

    private static final int SLICE = 1;
    private static final int SEQUENCE_SET = 7;
    private static final int PICTURE_SET = 8;
    private static final int LAST_HEVC_SLICE = 21;
    private static final int FIRST_RANDOM_ACCESS = 16;
    private static final int LAST_RANDOM_ACCESS = 23;
    private static final int HEVC_SEQUENCE_SET = 33;
    private static final int HEVC_PICTURE_SET = 34;

    private NalUnits() {}

    /// Type of a unit.
    public static int type(byte[] unit, boolean hevc) {
        if (unit.length == 0) {
            return -1;
        }
        return hevc ? (unit[0] >> 1) & 63 : unit[0] & 31;
    }

    /// Whether a unit holds a part of a picture.
    public static boolean isSlice(byte[] unit, boolean hevc) {
        int type = type(unit, hevc);
        return hevc ? type >= 0 && type <= LAST_HEVC_SLICE : type == SLICE || type == IDR;
    }

    /// Whether a unit is a sequence parameter set.
    public static boolean isSequenceSet(byte[] unit, boolean hevc) {
        return type(unit, hevc) == (hevc ? HEVC_SEQUENCE_SET : SEQUENCE_SET);
    }

    /// Whether a unit is a picture parameter set.
    public static boolean isPictureSet(byte[] unit, boolean hevc) {
        return type(unit, hevc) == (hevc ? HEVC_PICTURE_SET : PICTURE_SET);
    }

    /// Whether an H.265 unit holds a part of a picture at which decoding can begin.
    static boolean isRandomAccess(byte[] unit) {
        int type = type(unit, true);
        return type >= FIRST_RANDOM_ACCESS && type <= LAST_RANDOM_ACCESS;
    }

    /// Units behind start codes.
    public static List<byte[]> behindStartCodes(byte[] stream) {
        List<byte[]> units = new ArrayList<>();
        int start = -1;
        for (int i = 0; i + 2 < stream.length; i++) {
            if (stream[i] == 0 && stream[i + 1] == 0 && stream[i + 2] == 1) {
                add(units, stream, start, i);
                start = i + 3;
                i += 2;
            }
        }
        add(units, stream, start, stream.length);
        return units;
    }

    private static void add(List<byte[]> units, byte[] stream, int start, int end) {
        int last = end;
        while (start >= 0 && last > start && stream[last - 1] == 0) {
            last--;
        }
        if (start >= 0 && last > start) {
            units.add(Arrays.copyOfRange(stream, start, last));
        }
    }

    /// Units behind their lengths; what is cut off at the end is left out.
    ///
    /// @param lengthBytes 1 to 4
    public static List<byte[]> behindLengths(byte[] stream, int lengthBytes) {
        List<byte[]> units = new ArrayList<>();
        int at = 0;
        while (at + lengthBytes <= stream.length) {
            long length = 0;
            for (int i = 0; i < lengthBytes; i++) {
                length = (length << 8) | (stream[at + i] & 0xFF);
            }
            at += lengthBytes;
            if (length > stream.length - at) {
                break;
            }
            units.add(Arrays.copyOfRange(stream, at, at + (int) length));
            at += (int) length;
        }
        return units;
    }

    /// Puts units behind start codes of four bytes (`lengthBytes` 0) or behind their lengths.
    ///
    /// @throws IllegalArgumentException when a unit is too long for its length
    public static byte[] join(List<byte[]> units, int lengthBytes) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (byte[] unit : units) {
            if (lengthBytes == 0) {
                stream.writeBytes(new byte[] {0, 0, 0, 1});
            } else if (lengthBytes < 4 && unit.length >> (8 * lengthBytes) != 0) {
                throw new IllegalArgumentException("a unit of " + unit.length + " bytes");
            }
            for (int i = lengthBytes - 1; i >= 0; i--) {
                stream.write(unit.length >> (8 * i));
            }
            stream.writeBytes(unit);
        }
        return stream.toByteArray();
    }

    /// Takes the emulation prevention bytes out (7.4.1).
    static byte[] unescaped(byte[] unit) {
        ByteArrayOutputStream raw = new ByteArrayOutputStream(unit.length);
        int zeros = 0;
        for (byte b : unit) {
            if (zeros >= 2 && b == 3) {
                zeros = 0;
            } else {
                raw.write(b);
                zeros = b == 0 ? zeros + 1 : 0;
            }
        }
        return raw.toByteArray();
    }

    /// Puts them in.
    static byte[] escaped(byte[] raw) {
        ByteArrayOutputStream unit = new ByteArrayOutputStream(raw.length + 16);
        int zeros = 0;
        for (byte b : raw) {
            if (zeros >= 2 && (b & 0xFF) <= 3) {
                unit.write(3);
                zeros = 0;
            }
            unit.write(b);
            zeros = b == 0 ? zeros + 1 : 0;
        }
        return unit.toByteArray();
    }
}
