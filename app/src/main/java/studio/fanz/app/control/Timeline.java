package studio.fanz.app.control;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.time.Span;

/// What a timeline draws. Times in milliseconds of the source.
///
/// @param durationMs length of everything
/// @param blocks     captions
/// @param marks      findings on the ruler
/// @param cuts       where shots begin
/// @param removed    what was cut out
/// @param strip      a filmstrip of `cells` pictures in a row, if there is one
/// @param cells      how many pictures it has
/// @param everyMs    their distance
/// @param peaks      the sound, 0..1 each
/// @param peaksPerS  how many a second
public record Timeline(
        long durationMs,
        List<Block> blocks,
        List<Mark> marks,
        List<Long> cuts,
        List<Span> removed,
        Optional<Path> strip,
        int cells,
        long everyMs,
        float[] peaks,
        int peaksPerS) {

    /// Nothing yet.
    public static final Timeline EMPTY =
            new Timeline(0, List.of(), List.of(), List.of(), List.of(), Optional.empty(), 0, 0, new float[0], 0);

    public Timeline {
        blocks = List.copyOf(blocks);
        marks = List.copyOf(marks);
        cuts = List.copyOf(cuts);
        removed = List.copyOf(removed);
    }

    /// A caption.
    ///
    /// @param flagged whether it breaks its profile
    public record Block(long startMs, long endMs, String text, boolean flagged) {}

    /// A finding on the ruler.
    ///
    /// @param words  what was found
    /// @param urgent whether a platform refuses it
    public record Mark(long startMs, long endMs, String words, boolean urgent) {}
}
