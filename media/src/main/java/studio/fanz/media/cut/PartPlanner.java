package studio.fanz.media.cut;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Splits a piece into what is copied and what is encoded. Everything copied depends only on what is copied with it,
/// and
/// no frame is missing or shown twice at the joins.
///
/// @param packets of the picture
public record PartPlanner(Packets packets) {

    /// The longest run of packets of a piece that can be copied.
    ///
    /// @return empty when there is none
    public Optional<Part.Copied> run(long in, long out) {
        int first = copyPoint(in, out);
        return first < 0 ? Optional.empty() : cleanEnd(first, out);
    }

    /// Copy what can be copied, encode the edges.
    public List<Part> smart(Piece piece) {
        Optional<Part.Copied> run = run(piece.in(), piece.out());
        if (run.isEmpty()) {
            boolean keys = hasKey(piece.in(), piece.out());
            Part.Reason reason = keys ? Part.Reason.OPEN_GROUPS : Part.Reason.NO_COPY_POINT;
            return List.of(new Part.Encoded(piece.in(), piece.out(), reason));
        }
        Part.Copied body = run.get();
        List<Part> parts = new ArrayList<>();
        if (piece.in() < body.from()) {
            parts.add(new Part.Encoded(piece.in(), body.from(), Part.Reason.BEFORE_COPY_POINT));
        }
        parts.add(body);
        if (body.to() < piece.out()) {
            parts.add(new Part.Encoded(body.to(), piece.out(), Part.Reason.AFTER_CLEAN_END));
        }
        return parts;
    }

    /// The first packet from which copying can begin, shown within the piece; -1 when there is none.
    private int copyPoint(long in, long out) {
        for (int i = 0; i < packets.count(); i++) {
            long shown = packets.pts()[i];
            if (packets.is(i, Packets.COPY_POINT) && !packets.is(i, Packets.HIDDEN) && shown >= in && shown < out) {
                return i;
            }
        }
        return -1;
    }

    private boolean hasKey(long in, long out) {
        for (int i = 0; i < packets.count(); i++) {
            long shown = packets.pts()[i];
            if (packets.is(i, Packets.KEY) && shown >= in && shown < out) {
                return true;
            }
        }
        return false;
    }

    /// The last packet after which nothing shown earlier is missing: what comes later in the file is shown later.
    /// Pictures shown before the first packet lead it and belong to what comes before.
    private Optional<Part.Copied> cleanEnd(int first, long out) {
        long[] pts = packets.pts();
        long from = pts[first];
        int stop = stop(first, out);
        long[] earliest = new long[stop - first + 2];
        earliest[stop - first + 1] = stop + 1 < packets.count() ? earliestFrom(stop + 1, from) : packets.end();
        for (int i = stop; i >= first; i--) {
            long later = earliest[i - first + 1];
            earliest[i - first] = pts[i] >= from ? Math.min(later, pts[i]) : later;
        }
        int last = -1;
        long latest = from;
        for (int i = first; i <= stop && !packets.is(i, Packets.HIDDEN); i++) {
            latest = Math.max(latest, pts[i]);
            long next = earliest[i - first + 1];
            if (latest < next && next <= out) {
                last = i;
            }
        }
        return last < 0
                ? Optional.empty()
                : Optional.of(new Part.Copied(from, earliest[last - first + 1], first, last));
    }

    /// The last packet worth looking at: a little behind the first that is decoded after the piece has ended.
    private int stop(int first, long out) {
        for (int i = first; i < packets.count(); i++) {
            if (packets.dts()[i] != Packets.UNKNOWN && packets.dts()[i] >= out && packets.pts()[i] >= out) {
                return i;
            }
        }
        return packets.count() - 1;
    }

    /// What is decoded at or after `out` is shown there too.
    private long earliestFrom(int packet, long from) {
        long earliest = Long.MAX_VALUE;
        for (int i = packet; i < packets.count(); i++) {
            if (packets.pts()[i] >= from) {
                earliest = Math.min(earliest, packets.pts()[i]);
            }
        }
        return earliest;
    }
}
