package studio.fanz.media.ffmpeg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;
import studio.fanz.media.cut.NalUnits;
import studio.fanz.media.cut.SetIds;
import studio.fanz.media.cut.Splicer.FrameOrder;

/// Gives encoded pictures the numbers of parameter sets that were ordered, and gathers those sets for the track's
/// configuration.
final class NumberedUnits {

    private static final int HEVC_FIRST_SET = 32;
    private static final int HEVC_LAST_SET = 34;

    private final FrameOrder order;
    private final List<byte[]> sets = new ArrayList<>();
    private boolean first = true;

    NumberedUnits(FrameOrder order) {
        this.order = order;
    }

    /// Takes sets from a configuration.
    void takeSets(List<byte[]> units) throws MediaException {
        put(units, new byte[0]);
        first = true;
    }

    /// One picture as the container wants it.
    ///
    /// @param units    its units
    /// @param original what it was, for orders that change nothing
    byte[] put(List<byte[]> units, byte[] original) throws MediaException {
        if (order.ids().isEmpty()) {
            return original;
        }
        SetIds ids = order.ids().get();
        try {
            List<byte[]> kept = new ArrayList<>();
            for (byte[] unit : units) {
                if (isSet(unit, ids.hevc())) {
                    add(ids, unit);
                } else {
                    kept.add(ids.put(unit));
                }
            }
            if (order.lengths() == 0 && first) {
                kept.addAll(0, sets);
            }
            first = false;
            return NalUnits.join(kept, order.lengths());
        } catch (IllegalArgumentException unusual) {
            throw new MediaException(
                    Code.ENCODER_FAILED, order.encoder(), String.valueOf(unusual.getMessage()), unusual);
        }
    }

    private static boolean isSet(byte[] unit, boolean hevc) {
        int type = NalUnits.type(unit, hevc);
        return hevc
                ? type >= HEVC_FIRST_SET && type <= HEVC_LAST_SET
                : NalUnits.isSequenceSet(unit, false) || NalUnits.isPictureSet(unit, false);
    }

    /// The recording's own video parameter set serves all sequences.
    private void add(SetIds ids, byte[] unit) {
        boolean video = ids.hevc() && NalUnits.type(unit, true) == HEVC_FIRST_SET;
        byte[] put = ids.put(unit);
        if (!video && sets.stream().noneMatch(known -> Arrays.equals(known, put))) {
            sets.add(put);
        }
    }

    /// What was gathered.
    List<byte[]> sets() {
        return List.copyOf(sets);
    }
}
