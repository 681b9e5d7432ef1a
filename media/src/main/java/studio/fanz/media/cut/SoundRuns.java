package studio.fanz.media.cut;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Which packets of a sound are copied for pieces that follow each other. Packets cannot be divided, so each piece
/// begins with the packet that is nearest to its place in what was made so far: the sound stays gapless, and how far it
/// is from its picture never adds up, never exceeds half a packet.
///
/// @param preRoll packets before the first that only prepare the decoder; 0 where a container cannot hide them
public record SoundRuns(int preRoll) {

    /// Where a piece lies, in ticks of the sound.
    ///
    /// @param packets of the recording's sound
    /// @param in      its start in the recording
    /// @param out     its end in the recording
    /// @param made    where it starts in what is made
    public record Stretch(Packets packets, long in, long out, long made) {

        /// Where its end is in what is made.
        long end() {
            return made + out - in;
        }

        /// When a packet belongs in what is made.
        long place(int packet) {
            return packets.pts()[packet] - in + made;
        }

        /// How long a packet is heard: up to the next, unless sound is missing there. What packets say themselves is
        /// rounded in some containers.
        long length(int packet) {
            long said = packets.duration()[packet];
            if (packet + 1 >= packets.count()) {
                return said > 0 ? said : packets.usualDistance();
            }
            long next = packets.pts()[packet + 1] - packets.pts()[packet];
            return next > 0 && (said <= 0 || next < 2 * said) ? next : Math.max(1, said);
        }
    }

    /// Packets of one piece.
    ///
    /// @param stretch the piece
    /// @param first   of them
    /// @param last    of them, included; before `first` when there are none
    /// @param start   when the first is heard in what is made
    public record Run(Stretch stretch, int first, int last, long start) {

        /// How much later than its picture it is heard, ticks; negative is earlier.
        public long offset() {
            return last < first ? 0 : start - stretch.place(first);
        }

        /// When a packet of it is heard in what is made.
        long time(int packet) {
            return start + stretch.packets().pts()[packet] - stretch.packets().pts()[first];
        }

        /// When it ends.
        long end() {
            return last < first ? start : time(last) + stretch.length(last);
        }
    }

    /// A run for each stretch.
    public List<Run> runs(List<Stretch> stretches) {
        List<Run> runs = new ArrayList<>();
        long cursor = 0;
        for (int s = 0; s < stretches.size(); s++) {
            Stretch stretch = stretches.get(s);
            Run begun = s == 0 ? opening(stretch) : following(stretch, cursor);
            Run run = ending(begun, s == stretches.size() - 1);
            runs.add(run);
            cursor = run.last() >= run.first() ? run.end() : Math.max(cursor, stretch.end());
        }
        return runs;
    }

    private Run opening(Stretch stretch) {
        Packets packets = stretch.packets();
        int first = holding(stretch, stretch.in());
        if (preRoll > 0) {
            first = Math.max(0, first - preRoll);
        } else if (first < packets.count() && packets.pts()[first] < stretch.in()) {
            first++;
        }
        return new Run(stretch, first, first - 1, first < packets.count() ? stretch.place(first) : stretch.made());
    }

    private static Run following(Stretch stretch, long cursor) {
        int first = nearest(stretch, stretch.in() + cursor - stretch.made());
        if (first >= stretch.packets().count()) {
            return new Run(stretch, first, first - 1, cursor);
        }
        long wanted = stretch.place(first);
        long half = stretch.length(first) / 2 + 1;
        // Where the sound begins late or had ended, there is nothing to be gapless with.
        boolean gapless = Math.abs(wanted - cursor) <= half;
        return new Run(stretch, first, first - 1, gapless ? cursor : Math.max(cursor, wanted));
    }

    private static Run ending(Run run, boolean last) {
        Stretch stretch = run.stretch();
        int next = run.first();
        while (next < stretch.packets().count()) {
            long behind = last
                    ? stretch.packets().pts()[next] - stretch.out()
                    : run.time(next) + stretch.length(next) / 2 - stretch.end();
            if (behind >= 0) {
                break;
            }
            next++;
        }
        return new Run(stretch, run.first(), next - 1, run.start());
    }

    /// The last packet that begins at or before a time; 0 when all begin later.
    private static int holding(Stretch stretch, long time) {
        int at = Arrays.binarySearch(stretch.packets().pts(), time);
        return Math.max(0, at >= 0 ? at : -at - 2);
    }

    private static int nearest(Stretch stretch, long time) {
        long[] pts = stretch.packets().pts();
        int below = holding(stretch, time);
        int above = below + 1;
        if (pts.length == 0 || above >= pts.length) {
            return pts.length == 0 || time - pts[below] > stretch.length(below) ? above : below;
        }
        return time - pts[below] <= pts[above] - time ? below : above;
    }
}
