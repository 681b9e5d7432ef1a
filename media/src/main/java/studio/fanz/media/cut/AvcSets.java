package studio.fanz.media.cut;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The parameter sets of an H.264 track as its container keeps them: an `avcC` record (ISO/IEC 14496-15 5.3.3.1), or
/// units behind start codes.
///
/// @param lengthBytes bytes of each unit's length, 0 behind start codes
/// @param profile     `profile_idc` of the first sequence set
/// @param compatible  the constraint flags
/// @param level       `level_idc`
/// @param sequence    sequence parameter sets
/// @param picture     picture parameter sets
/// @param tail        what an `avcC` of High profiles says behind them
@SuppressWarnings("ArrayRecordComponent")
public record AvcSets(
        int lengthBytes,
        int profile,
        int compatible,
        int level,
        List<byte[]> sequence,
        List<byte[]> picture,
        byte[] tail)
        implements CodecSets {

    /// Out of a track's configuration.
    ///
    /// @throws IllegalArgumentException when it is neither
    public static AvcSets parse(byte[] config) {
        try {
            return config.length > 6 && config[0] == 1 ? record(config) : units(config);
        } catch (IndexOutOfBoundsException cutOff) {
            throw new IllegalArgumentException("a configuration that ends early", cutOff);
        }
    }

    private static AvcSets record(byte[] config) {
        List<byte[]> sequence = new ArrayList<>();
        List<byte[]> picture = new ArrayList<>();
        int at = sets(config, 5, 31, sequence);
        at = sets(config, at, 255, picture);
        return new AvcSets(
                (config[4] & 3) + 1,
                config[1] & 0xFF,
                config[2] & 0xFF,
                config[3] & 0xFF,
                sequence,
                picture,
                Arrays.copyOfRange(config, at, config.length));
    }

    private static int sets(byte[] config, int from, int mask, List<byte[]> into) {
        int at = from;
        int count = config[at++] & mask;
        for (int i = 0; i < count; i++) {
            int length = ((config[at] & 0xFF) << 8) | (config[at + 1] & 0xFF);
            if (at + 2 + length > config.length) {
                throw new IllegalArgumentException("a configuration that ends early");
            }
            into.add(Arrays.copyOfRange(config, at + 2, at + 2 + length));
            at += 2 + length;
        }
        return at;
    }

    private static AvcSets units(byte[] config) {
        List<byte[]> units = NalUnits.behindStartCodes(config);
        List<byte[]> sequence = units.stream()
                .filter(unit -> NalUnits.isSequenceSet(unit, false))
                .toList();
        List<byte[]> picture = units.stream()
                .filter(unit -> NalUnits.isPictureSet(unit, false))
                .toList();
        if (sequence.isEmpty() || picture.isEmpty()) {
            throw new IllegalArgumentException("no parameter sets");
        }
        byte[] first = sequence.getFirst();
        return new AvcSets(0, first[1] & 0xFF, first[2] & 0xFF, first[3] & 0xFF, sequence, picture, new byte[0]);
    }

    @Override
    public AvcSets with(List<byte[]> more) {
        List<byte[]> sequences = new ArrayList<>(sequence);
        List<byte[]> pictures = new ArrayList<>(picture);
        int highest = level;
        for (byte[] unit : more) {
            List<byte[]> into = NalUnits.isSequenceSet(unit, false) ? sequences : pictures;
            if (into.stream().noneMatch(known -> Arrays.equals(known, unit))) {
                into.add(unit);
            }
            highest = NalUnits.isSequenceSet(unit, false) ? Math.max(highest, unit[3] & 0xFF) : highest;
        }
        return new AvcSets(lengthBytes, profile, compatible, highest, sequences, pictures, tail);
    }

    @Override
    public byte[] config() {
        if (lengthBytes == 0) {
            List<byte[]> all = new ArrayList<>(sequence);
            all.addAll(picture);
            return NalUnits.join(all, 0);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                new byte[] {1, (byte) profile, (byte) compatible, (byte) level, (byte) (0xFC | (lengthBytes - 1))});
        out.write(0xE0 | sequence.size());
        sequence.forEach(set -> write(out, set));
        out.write(picture.size());
        picture.forEach(set -> write(out, set));
        out.writeBytes(tail);
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, byte[] set) {
        out.write(set.length >> 8);
        out.write(set.length);
        out.writeBytes(set);
    }
}
