package studio.fanz.media.cut;

import java.util.Optional;

/// A stretch to keep.
///
/// @param in  its first frame
/// @param out the first frame that is no longer in it
public record Keep(Mark in, Mark out) {

    /// `A-B`; empty when one of the two is no time and no frame.
    public static Optional<Keep> parse(String typed) {
        int dash = typed.indexOf('-');
        if (dash < 0) {
            return Optional.empty();
        }
        Optional<Mark> in = Mark.parse(typed.substring(0, dash));
        Optional<Mark> out = Mark.parse(typed.substring(dash + 1));
        return in.isPresent() && out.isPresent() ? Optional.of(new Keep(in.get(), out.get())) : Optional.empty();
    }
}
