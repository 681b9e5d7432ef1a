package studio.fanz.media.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.time.Rational;

/// What is kept of one source, in the order in which it is played, with exact times: the way from the moment of the
/// result to the moment of the source and back. Pure.
///
/// @param kept the stretches; the next begins in the result where the one before ends
public record EditList(List<Kept> kept) {

    /// Everything is kept.
    public static final EditList ALL = new EditList(List.of());

    public EditList {
        kept = List.copyOf(kept);
    }

    /// A stretch of the source.
    ///
    /// @param from   seconds from the start of the source, of the first frame kept
    /// @param to     seconds from the start of the source, exclusive
    /// @param output seconds from the start of the result
    public record Kept(Rational from, Rational to, Rational output) {

        /// @throws IllegalArgumentException when it is empty or begins before 0
        public Kept {
            if (from.compareTo(Rational.ZERO) < 0 || from.compareTo(to) >= 0) {
                throw new IllegalArgumentException("nothing is kept from " + from + " to " + to);
            }
        }

        /// Seconds.
        public Rational length() {
            return to.minus(from);
        }

        /// Where it ends in the result, exclusive.
        public Rational outputEnd() {
            return output.plus(length());
        }
    }

    /// Puts stretches one after the other.
    public static EditList of(List<Stretch> stretches) {
        var kept = new ArrayList<Kept>();
        Rational output = Rational.ZERO;
        for (Stretch stretch : stretches) {
            var next = new Kept(stretch.from(), stretch.to(), output);
            kept.add(next);
            output = next.outputEnd();
        }
        return new EditList(kept);
    }

    /// From one moment of the source to another, exclusive; seconds.
    public record Stretch(Rational from, Rational to) {}

    /// Whether nothing is left out.
    public boolean all() {
        return kept.isEmpty();
    }

    /// Length of the result in seconds; 0 where everything is kept, whose length only the source knows.
    public Rational length() {
        return all() ? Rational.ZERO : kept.getLast().outputEnd();
    }

    /// The moment of the source that is shown at a moment of the result; empty before its start and from its end on.
    public Optional<Rational> source(Rational output) {
        if (all()) {
            return Optional.of(output);
        }
        return kept.stream()
                .filter(k -> k.output().compareTo(output) <= 0 && output.compareTo(k.outputEnd()) < 0)
                .findFirst()
                .map(k -> k.from().plus(output.minus(k.output())));
    }

    /// The first moment of the result that shows a moment of the source; empty where it is cut out.
    public Optional<Rational> output(Rational source) {
        if (all()) {
            return Optional.of(source);
        }
        return kept.stream()
                .filter(k -> k.from().compareTo(source) <= 0 && source.compareTo(k.to()) < 0)
                .findFirst()
                .map(k -> k.output().plus(source.minus(k.from())));
    }
}
