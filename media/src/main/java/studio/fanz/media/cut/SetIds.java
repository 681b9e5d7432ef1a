package studio.fanz.media.cut;

import java.util.Arrays;
import java.util.BitSet;

/// Gives parameter sets of an H.264 or H.265 stream, and the slices that name them, other numbers, so that two
/// encoders'
/// pictures can stand in one stream (ITU-T H.264 7.3.2.1, 7.3.2.2, 7.3.3; H.265 7.3.2.2, 7.3.2.3, 7.3.6).
///
/// A picture set's number between 15 and 30 takes 9 bits where 0 takes 1: everything behind it in a slice moves by
/// exactly one byte, which keeps the alignment that arithmetic coding needs, and nothing more has to be understood.
///
/// @param hevc     whether the stream is H.265
/// @param sequence number for sequence parameter sets, 0..31, with H.265 0..15
/// @param picture  number for picture parameter sets, 15..30
public record SetIds(boolean hevc, int sequence, int picture) {

    private static final int LEAST_PICTURE = 15;
    private static final int MOST_PICTURE = 30;
    private static final int SEQUENCE_HEADER_BITS = 32;

    /// Unit header, video set's number, layers, nesting, and profile, tier and level of one layer.
    private static final int HEVC_SEQUENCE_HEADER_BITS = 16 + 4 + 3 + 1 + 96;

    private static final int HEVC_LAYERS_AT = 20;

    /// @throws IllegalArgumentException when a number is out of its range
    public SetIds {
        if (sequence < 0 || sequence > 31 || picture < LEAST_PICTURE || picture > MOST_PICTURE) {
            throw new IllegalArgumentException("set numbers " + sequence + ", " + picture);
        }
    }

    /// The unit with its numbers changed; others than sets and slices as they are.
    ///
    /// @throws IllegalArgumentException when a slice named another set than number 0
    public byte[] put(byte[] unit) {
        if (NalUnits.isSequenceSet(unit, hevc)) {
            return set(unit, sequenceHeader(unit, hevc), 1, sequence);
        } else if (NalUnits.isPictureSet(unit, hevc)) {
            return set(unit, hevc ? 16 : 8, 2, picture, sequence);
        } else if (NalUnits.isSlice(unit, hevc)) {
            return slice(unit);
        }
        return unit;
    }

    /// The number of a parameter set.
    static int number(byte[] unit, boolean hevc) {
        Bits bits = new Bits(NalUnits.unescaped(unit));
        boolean sequence = NalUnits.isSequenceSet(unit, hevc);
        bits.at = sequence ? sequenceHeader(unit, hevc) : hevc ? 16 : 8;
        return bits.golomb();
    }

    private static int sequenceHeader(byte[] unit, boolean hevc) {
        if (!hevc) {
            return SEQUENCE_HEADER_BITS;
        }
        Bits bits = new Bits(NalUnits.unescaped(unit));
        bits.at = HEVC_LAYERS_AT;
        if (bits.number(3) > 0) {
            throw new IllegalArgumentException("a stream of several layers");
        }
        return HEVC_SEQUENCE_HEADER_BITS;
    }

    private static byte[] set(byte[] unit, int header, int replaced, int... ids) {
        Bits from = new Bits(NalUnits.unescaped(unit));
        BitsOut to = new BitsOut();
        to.copy(from, header);
        for (int i = 0; i < replaced; i++) {
            from.golomb();
            to.golomb(ids[i]);
        }
        to.copy(from, from.stopBit() - from.at);
        to.bit(true);
        return NalUnits.escaped(to.bytes());
    }

    private byte[] slice(byte[] unit) {
        byte[] raw = NalUnits.unescaped(unit);
        Bits from = new Bits(raw);
        if (hevc) {
            // Whether it is the picture's first slice; behind it, for key pictures, whether earlier ones are shown.
            from.at = NalUnits.isRandomAccess(unit) ? 18 : 17;
        } else {
            from.at = 8;
            from.golomb();
            from.golomb();
        }
        int before = from.at;
        if (from.golomb() != 0) {
            throw new IllegalArgumentException("a slice that names another set");
        }
        int whole = (from.at + 7) / 8;
        Bits again = new Bits(raw);
        BitsOut to = new BitsOut();
        to.copy(again, before);
        to.golomb(picture);
        again.at = from.at;
        to.copy(again, whole * 8 - from.at);
        byte[] head = to.bytes();
        byte[] moved = Arrays.copyOf(head, head.length + raw.length - whole);
        System.arraycopy(raw, whole, moved, head.length, raw.length - whole);
        return NalUnits.escaped(moved);
    }

    /// Reads bits.
    private static final class Bits {
        private final byte[] bytes;
        private int at;

        Bits(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean bit() {
            if (at >= bytes.length * 8) {
                throw new IllegalArgumentException("a unit that ends inside its header");
            }
            boolean set = ((bytes[at >> 3] >> (7 - (at & 7))) & 1) == 1;
            at++;
            return set;
        }

        int number(int length) {
            int value = 0;
            for (int i = 0; i < length; i++) {
                value = (value << 1) | (bit() ? 1 : 0);
            }
            return value;
        }

        /// An Exp-Golomb number (9.1).
        int golomb() {
            int zeros = 0;
            while (!bit()) {
                zeros++;
            }
            int value = 1;
            for (int i = 0; i < zeros; i++) {
                value = (value << 1) | (bit() ? 1 : 0);
            }
            return value - 1;
        }

        /// Where the bit stands that ends the unit's content.
        int stopBit() {
            int last = bytes.length * 8 - 1;
            while (last > at && ((bytes[last >> 3] >> (7 - (last & 7))) & 1) == 0) {
                last--;
            }
            return last;
        }
    }

    /// Writes bits.
    private static final class BitsOut {
        private final BitSet bits = new BitSet();
        private int count;

        void bit(boolean set) {
            bits.set(count++, set);
        }

        void copy(Bits from, int number) {
            for (int i = 0; i < number; i++) {
                bit(from.bit());
            }
        }

        void golomb(int number) {
            int length = 32 - Integer.numberOfLeadingZeros(number + 1);
            for (int i = 1; i < length; i++) {
                bit(false);
            }
            for (int i = length - 1; i >= 0; i--) {
                bit((((number + 1) >> i) & 1) == 1);
            }
        }

        byte[] bytes() {
            byte[] whole = new byte[(count + 7) / 8];
            for (int i = bits.nextSetBit(0); i >= 0; i = bits.nextSetBit(i + 1)) {
                whole[i >> 3] |= (byte) (1 << (7 - (i & 7)));
            }
            return whole;
        }
    }
}
