package studio.fanz.media.cut;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The parameter sets of an H.265 track as its container keeps them: an `hvcC` record (ISO/IEC 14496-15 8.3.3.1), or
/// units behind start codes.
///
/// @param lengthBytes bytes of each unit's length, 0 behind start codes
/// @param head        what stands before the sets
/// @param others      units of other kinds (video parameter sets, SEI)
/// @param sequence    sequence parameter sets
/// @param picture     picture parameter sets
@SuppressWarnings("ArrayRecordComponent")
public record HevcSets(int lengthBytes, byte[] head, List<byte[]> others, List<byte[]> sequence, List<byte[]> picture)
        implements CodecSets {

    private static final int HEAD_BYTES = 22;
    private static final int COMPLETE = 0x80;

    /// Out of a track's configuration.
    ///
    /// @throws IllegalArgumentException when it is neither
    public static HevcSets parse(byte[] config) {
        boolean record = config.length > HEAD_BYTES && config[0] == 1;
        List<byte[]> units = record ? units(config) : NalUnits.behindStartCodes(config);
        List<byte[]> sequence = units.stream()
                .filter(unit -> NalUnits.isSequenceSet(unit, true))
                .toList();
        List<byte[]> picture =
                units.stream().filter(unit -> NalUnits.isPictureSet(unit, true)).toList();
        List<byte[]> others = units.stream()
                .filter(unit -> !sequence.contains(unit) && !picture.contains(unit))
                .toList();
        if (sequence.isEmpty() || picture.isEmpty()) {
            throw new IllegalArgumentException("no parameter sets");
        }
        return new HevcSets(
                record ? (config[21] & 3) + 1 : 0,
                record ? Arrays.copyOf(config, HEAD_BYTES) : new byte[0],
                others,
                sequence,
                picture);
    }

    private static List<byte[]> units(byte[] config) {
        List<byte[]> units = new ArrayList<>();
        int at = HEAD_BYTES + 1;
        for (int array = 0; array < (config[HEAD_BYTES] & 0xFF) && at + 3 <= config.length; array++) {
            int count = number(config, at + 1);
            at += 3;
            for (int i = 0; i < count && at + 2 <= config.length; i++) {
                int end = at + 2 + number(config, at);
                if (end > config.length) {
                    throw new IllegalArgumentException("a configuration that ends early");
                }
                units.add(Arrays.copyOfRange(config, at + 2, end));
                at = end;
            }
        }
        return units;
    }

    private static int number(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
    }

    @Override
    public HevcSets with(List<byte[]> more) {
        List<byte[]> sequences = new ArrayList<>(sequence);
        List<byte[]> pictures = new ArrayList<>(picture);
        for (byte[] unit : more) {
            List<byte[]> into = NalUnits.isSequenceSet(unit, true) ? sequences : pictures;
            if (into.stream().noneMatch(known -> Arrays.equals(known, unit))) {
                into.add(unit);
            }
        }
        return new HevcSets(lengthBytes, head, others, sequences, pictures);
    }

    @Override
    public byte[] config() {
        List<byte[]> all = new ArrayList<>(others);
        all.addAll(sequence);
        all.addAll(picture);
        if (lengthBytes == 0) {
            return NalUnits.join(all, 0);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head);
        List<Integer> types =
                all.stream().map(unit -> NalUnits.type(unit, true)).distinct().toList();
        out.write(types.size());
        for (int type : types) {
            List<byte[]> units = all.stream()
                    .filter(unit -> NalUnits.type(unit, true) == type)
                    .toList();
            out.write(COMPLETE | type);
            write(out, units.size());
            for (byte[] unit : units) {
                write(out, unit.length);
                out.writeBytes(unit);
            }
        }
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, int number) {
        out.write(number >> 8);
        out.write(number);
    }
}
