package studio.fanz.media.cut;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Keeps the numbers of H.264 and H.265 parameter sets apart: the recording's own, and those of what is encoded beside
/// it.
final class SetNumbers {

    private final Optional<CodecSets> source;
    private final List<byte[]> known = new ArrayList<>();
    private final List<byte[]> all = new ArrayList<>();
    private int pair;

    SetNumbers(Reel.Track track, CutPlan plan) {
        boolean joins = (track.codec().equals("h264") || track.codec().equals("hevc"))
                && !plan.whole()
                && plan.edges().isPresent();
        this.source = joins ? Optional.of(CodecSets.of(track)) : Optional.empty();
    }

    /// Numbers for the next part; empty where none are needed.
    Optional<SetIds> ids() {
        return source.map(sets -> sets.free(pair));
    }

    /// Bytes of the lengths before units.
    int lengths() {
        return source.map(CodecSets::lengthBytes).orElse(0);
    }

    /// Takes a part's sets.
    ///
    /// @return false when they differ from sets with the same numbers: the part is to be made again with others
    boolean take(Splicer.Encoded made) {
        if (source.isEmpty() || known.isEmpty() || same(made.sets())) {
            if (known.isEmpty()) {
                known.addAll(made.sets());
                all.addAll(made.sets());
            }
            return true;
        }
        pair++;
        known.clear();
        return false;
    }

    private boolean same(List<byte[]> sets) {
        return sets.size() == known.size()
                && sets.stream().allMatch(set -> known.stream().anyMatch(other -> Arrays.equals(set, other)));
    }

    /// The track's configuration with all sets; empty where it stays as it is.
    Optional<byte[]> config() {
        return source.map(sets -> sets.with(all).config());
    }
}
