package studio.fanz.media.render;

import java.util.ArrayList;
import java.util.List;
import studio.fanz.core.time.Rational;

/// A stretch of a recording that is read in one go; what is kept of it follows one another on the timeline.
///
/// @param input which of the graph's inputs it is read from
/// @param reel  the recording
/// @param in    seconds from the recording's first frame to where it begins
/// @param speed seconds of the recording per second of the timeline
/// @param at    its first frame on the timeline
/// @param keeps what is kept, in order
/// @param tail  frames that it goes on below the next one, for a transition
record Take(int input, int reel, Rational in, Rational speed, long at, List<Keep> keeps, long tail) {

    Take {
        keeps = List.copyOf(keeps);
    }

    /// What is kept, in frames of the timeline's rate counted from the take's `in`.
    ///
    /// @param clip place in its track of the clip it comes from
    record Keep(long from, long until, int clip) {
        long frames() {
            return until - from;
        }
    }

    /// How many frames it gives, without its tail.
    long frames() {
        return keeps.stream().mapToLong(Keep::frames).sum();
    }

    /// First frame of the timeline after it.
    long end() {
        return at + frames();
    }

    /// How many frames are read, its tail included.
    long reads() {
        return keeps.getLast().until() + tail;
    }

    /// Frames of the recording, at the timeline's rate, that lie between this one and the next; negative when that one
    /// comes first or they have nothing to do with one another.
    long before(Take next, Rational rate) {
        boolean follows = reel == next.reel
                && end() == next.at
                && speed.equals(Rational.ONE)
                && next.speed.equals(Rational.ONE)
                && tail == 0;
        return follows ? next.in.minus(in).times(rate).rounded() - reads() : -1;
    }

    /// This one and the next, with so many frames between.
    Take with(Take next, long between) {
        long shift = reads() + between;
        var all = new ArrayList<>(keeps);
        next.keeps.forEach(keep -> all.add(new Keep(keep.from + shift, keep.until + shift, keep.clip)));
        return new Take(input, reel, in, speed, at, all, next.tail);
    }

    Take moved(long to) {
        return new Take(input, reel, in, speed, to, keeps, tail);
    }

    Take from(int otherInput) {
        return new Take(otherInput, reel, in, speed, at, keeps, tail);
    }

    /// What is kept with touching stretches as one.
    List<Keep> joined() {
        var all = new ArrayList<Keep>();
        for (Keep keep : keeps) {
            if (!all.isEmpty() && all.getLast().until == keep.from) {
                Keep last = all.removeLast();
                all.add(new Keep(last.from, keep.until, last.clip));
            } else {
                all.add(keep);
            }
        }
        return all;
    }
}
