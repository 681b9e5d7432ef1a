package studio.fanz.media.cut;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;

/// Plans cuts in which everything is copied: ends move to where copying can begin and end, outwards where possible, so
/// that nothing asked for is lost.
///
/// @param sources   the recordings
/// @param container that the new file will be
record LosslessPlanner(List<Source> sources, Container container) {

    /// Frames behind the end that are looked at for a place where copying can end.
    private static final int LOOK_AHEAD = 600;

    /// @throws MediaException CUT_REFUSED
    CutPlan plan(List<Piece> pieces) throws MediaException {
        List<CutPlan.Planned> planned = new ArrayList<>();
        for (Piece piece : pieces) {
            Source source = sources.get(piece.source());
            refuse(source);
            Part.Copied run = around(source, piece).orElseThrow(() -> refused(source, Part.Reason.NO_COPY_POINT));
            planned.add(new CutPlan.Planned(snapped(source, piece, run), List.of(run), ""));
        }
        return new CutPlan(planned, Optional.empty(), false);
    }

    private void refuse(Source source) throws MediaException {
        if (!container.takesPicture(source.track().codec())) {
            throw refused(source, Part.Reason.CONTAINER);
        } else if (!CutPlanner.trustworthy(source)) {
            throw refused(source, Part.Reason.TIME_STAMPS);
        } else if (!source.like(sources.getFirst())) {
            throw refused(source, Part.Reason.UNLIKE_FIRST);
        }
    }

    private static MediaException refused(Source source, Part.Reason reason) {
        return new MediaException(
                Code.CUT_REFUSED,
                source.name(),
                Reasons.sentence(reason, source.track().codec()));
    }

    /// The shortest run that can be copied and holds all of the piece; where copying cannot begin early enough, the
    /// first that begins in it.
    private static Optional<Part.Copied> around(Source source, Piece piece) {
        PartPlanner planner = new PartPlanner(source.track().packets());
        FrameGrid grid = source.grid();
        long in = before(source.track().packets(), piece.in());
        Optional<Part.Copied> longest = Optional.empty();
        for (int end = piece.endFrame(); end <= Math.min(grid.frames(), piece.endFrame() + LOOK_AHEAD); end++) {
            Optional<Part.Copied> run = planner.run(in, grid.time(end));
            longest = run.isPresent() ? run : longest;
            if (run.isPresent() && run.get().to() >= piece.out()) {
                return run;
            }
        }
        return longest;
    }

    private static long before(Packets packets, long in) {
        long best = Long.MIN_VALUE;
        for (int i = 0; i < packets.count(); i++) {
            if (packets.is(i, Packets.COPY_POINT) && !packets.is(i, Packets.HIDDEN) && packets.pts()[i] <= in) {
                best = Math.max(best, packets.pts()[i]);
            }
        }
        return best == Long.MIN_VALUE ? in : best;
    }

    private static Piece snapped(Source source, Piece piece, Part.Copied run) {
        FrameGrid grid = source.grid();
        int first = Arrays.binarySearch(grid.times(), run.from());
        int end = Arrays.binarySearch(grid.times(), run.to());
        return new Piece(piece.source(), first, end < 0 ? grid.frames() : end, run.from(), run.to());
    }
}
