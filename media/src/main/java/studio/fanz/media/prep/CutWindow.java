package studio.fanz.media.prep;

import java.util.ArrayList;
import java.util.List;
import studio.fanz.core.time.Span;
import studio.fanz.core.timeline.SourceMap.Piece;
import studio.fanz.media.vision.CropPath;

/// The window over a recording, followed through a cut of it: in every piece it stands where it stood in the recording.
/// Pure.
final class CutWindow {

    private CutWindow() {}

    /// The path in the cut's time.
    ///
    /// @param path   in the recording's time
    /// @param pieces of the recording, in order of the cut
    /// @param halfMs half the time of a frame: a jump at a seam stands that long before its first frame
    static CropPath of(CropPath path, List<Piece> pieces, double halfMs) {
        if (pieces.isEmpty()) {
            return path;
        }
        var points = new ArrayList<CropPath.Point>();
        for (Piece piece : pieces) {
            long from = Math.round(Math.max(0, piece.atMs() - (points.isEmpty() ? 0 : halfMs)));
            long until = Math.max(from, Math.round(piece.endMs() - halfMs));
            points.add(moved(path.at(Math.round(piece.fromMs())), from));
            for (CropPath.Point point : path.points()) {
                if (point.timeMs() > piece.fromMs() && point.timeMs() < piece.untilMs()) {
                    points.add(moved(point, Math.clamp(Math.round(piece.map((double) point.timeMs())), from, until)));
                }
            }
            CropPath.Point last = points.getLast();
            boolean jumped = path.points().stream()
                    .anyMatch(p -> p.timeMs() >= piece.untilMs() - 2 * halfMs && p.timeMs() <= piece.untilMs());
            points.add(jumped ? moved(last, until) : moved(path.at(Math.round(piece.untilMs() - halfMs)), until));
        }
        return new CropPath(
                points,
                path.width(),
                path.height(),
                spans(path.followedShots(), pieces),
                spans(path.centredShots(), pieces));
    }

    private static CropPath.Point moved(CropPath.Point point, long timeMs) {
        return new CropPath.Point(timeMs, point.x(), point.y());
    }

    private static List<Span> spans(List<Span> shots, List<Piece> pieces) {
        var spans = new ArrayList<Span>();
        for (Piece piece : pieces) {
            for (Span shot : shots) {
                if (shot.startMs() < piece.untilMs() && shot.endMs() > piece.fromMs()) {
                    spans.add(new Span(
                            Math.round(piece.map(Math.max((double) shot.startMs(), piece.fromMs()))),
                            Math.round(piece.map(Math.min((double) shot.endMs(), piece.untilMs())))));
                }
            }
        }
        return spans;
    }
}
