package studio.fanz.media.cut;

import java.util.List;
import java.util.Optional;

/// What becomes of each piece.
///
/// @param pieces in the order of the new file
/// @param edges  how frames are encoded that stand beside copies, or all of them; empty when all are copied
/// @param whole  whether no packet of the picture is copied
record CutPlan(List<Planned> pieces, Optional<EdgeCodec> edges, boolean whole) {

    /// A piece and its parts, in order.
    ///
    /// @param filters between decoder and encoder; empty for none
    record Planned(Piece piece, List<Part> parts, String filters) {}

    /// Every part, in order.
    List<Part> parts() {
        return pieces.stream().flatMap(planned -> planned.parts().stream()).toList();
    }
}
