package studio.fanz.core.platform;

import java.util.List;

/// What a file or a text is in respect of one limit.
sealed interface Measured {

    /// A figure in the limit's unit.
    record Amount(double value) implements Measured {}

    /// The names of each track; a track may go by more than one (`aac`, `aac-lc`).
    record Names(List<List<String>> tracks) implements Measured {

        static Names of(String name) {
            return new Names(List.of(List.of(name)));
        }
    }

    /// A picture's size, for limits on its shape.
    record Shape(int width, int height) implements Measured {}

    /// Something that is so or is not.
    record Flag(boolean so) implements Measured {}

    /// It has it, but it was not found out; `why` is a code of `Review.Skipped`.
    record Unknown(String why) implements Measured {}

    /// The limit does not concern it: a picture has no duration.
    record Absent() implements Measured {}
}
