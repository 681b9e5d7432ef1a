package studio.fanz.media.cut;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;

/// Finds the frames that typed stretches mean.
///
/// @param name what messages call the recording
/// @param grid its frames
record KeptPieces(String name, FrameGrid grid) {

    /// A piece for each stretch, in the order given; all of the recording when there are none.
    ///
    /// @throws MediaException CUT_REVERSED, CUT_OVERLAPS, CUT_BEYOND_END
    List<Piece> of(int source, List<Keep> keeps) throws MediaException {
        if (keeps.isEmpty()) {
            return List.of(piece(source, 0, grid.frames()));
        }
        List<Piece> pieces = new ArrayList<>();
        for (Keep keep : keeps) {
            Piece next = piece(source, keep);
            for (Piece other : pieces) {
                if (next.firstFrame() < other.endFrame() && other.firstFrame() < next.endFrame()) {
                    throw new MediaException(
                            Code.CUT_OVERLAPS, name, range(other) + " and " + range(next) + " share frames");
                }
            }
            pieces.add(next);
        }
        return pieces;
    }

    private Piece piece(int source, Keep keep) throws MediaException {
        long first = grid.frame(keep.in());
        long end = grid.frame(keep.out());
        if (first >= grid.frames() || end > grid.frames()) {
            throw new MediaException(Code.CUT_BEYOND_END, name, time(grid.frames()) + " (f" + grid.frames() + ")");
        }
        if (end <= first) {
            String both = "from frame " + first + " to frame " + end;
            throw new MediaException(Code.CUT_REVERSED, name, both);
        }
        return piece(source, (int) first, (int) end);
    }

    private Piece piece(int source, int first, int end) {
        return new Piece(source, first, end, grid.time(first), grid.time(end));
    }

    private String range(Piece piece) {
        return time(piece.firstFrame()) + "-" + time(piece.endFrame());
    }

    private String time(int frame) {
        double seconds = Math.max(0, grid.seconds(frame).toDouble());
        long whole = (long) seconds;
        return String.format(Locale.ROOT, "%02d:%02d:%06.3f", whole / 3600, whole / 60 % 60, seconds - whole / 60 * 60);
    }
}
