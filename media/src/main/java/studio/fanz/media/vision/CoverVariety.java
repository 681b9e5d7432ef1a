package studio.fanz.media.vision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Picks covers that differ: best first, each unlike all before it. When a recording hardly changes (somebody talking
/// to the camera), likeness is allowed step by step, but never the same picture twice. Pure.
final class CoverVariety {

    /// Cosines of the tagger's feature: other scene, other view of a scene, other moment of a view.
    private static final double[] ALLOWED = {0.80, 0.90, 0.97};

    /// At least so far apart in time, in parts of the recording's length.
    private static final double APART = 0.02;

    private static final long APART_MOST_MS = 10_000;

    private CoverVariety() {}

    /// A scored look with what it shows.
    ///
    /// @param look  the frame
    /// @param score its total
    /// @param shows what the tagger saw
    record Entry(CoverLook look, double score, ImageTagger.Impression shows) {}

    /// The best looks, but few of each scene, so that neighbours and repetitions leave room for the others.
    ///
    /// @param ranked best first
    /// @param each   so many that look much the same
    /// @param most   so many in all
    static List<CoverLook> spread(List<CoverLook> ranked, int each, int most) {
        List<CoverLook> out = new ArrayList<>();
        for (CoverLook look : ranked) {
            long alike = out.stream()
                    .filter(o -> o.glance().resembles(look.glance()))
                    .count();
            if (out.size() < most && alike < each) {
                out.add(look);
            }
        }
        return out;
    }

    /// Up to `count` entries, best first.
    ///
    /// @param ranked all, best first
    static List<Entry> picked(List<Entry> ranked, int count, long durationMs) {
        List<Entry> picked = new ArrayList<>();
        for (double allowed : ALLOWED) {
            for (Entry entry : ranked) {
                boolean taken = picked.stream()
                        .anyMatch(p -> p.look().timeMs() == entry.look().timeMs());
                if (picked.size() < count
                        && !taken
                        && rival(entry, picked, allowed, durationMs).isEmpty()) {
                    picked.add(entry);
                }
            }
        }
        return picked;
    }

    /// The place (from 1) of the first winner an entry is too much like.
    static Optional<Integer> rival(Entry entry, List<Entry> picked, double allowed, long durationMs) {
        double apart = Math.min(APART_MOST_MS, APART * durationMs);
        for (int i = 0; i < picked.size(); i++) {
            Entry other = picked.get(i);
            boolean near = Math.abs(other.look().timeMs() - entry.look().timeMs()) < apart;
            if (near || other.shows().likeness(entry.shows()) > allowed) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }

    /// The same with the strictest likeness, to say why somebody lost.
    static Optional<Integer> rival(Entry entry, List<Entry> picked, long durationMs) {
        return rival(entry, picked, ALLOWED[0], durationMs);
    }
}
