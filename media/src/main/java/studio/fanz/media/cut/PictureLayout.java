package studio.fanz.media.cut;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/// The picture of the new file, packet by packet: pieces follow each other without a gap, the first begins at 0.
final class PictureLayout {

    private final Source first;
    private final List<Splicer.Run> runs = new ArrayList<>();
    private final LongStream.Builder pts = LongStream.builder();
    private final List<Integer> sizes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<Long> starts = new ArrayList<>();
    private long length;
    private long copiedBytes;
    private long askedBytes;

    private PictureLayout(Source first) {
        this.first = first;
    }

    /// Frames of the new file that were encoded.
    ///
    /// @param from   when the first is shown, ticks from the start of the new file
    /// @param to     when the one behind the last is shown
    /// @param times  when each is shown
    /// @param part   where they come from
    record Edge(long from, long to, long[] times, MadePart part) {}

    /// Lays a plan out.
    ///
    /// @param sources the recordings; times are made in ticks of the first
    /// @param made    the encoded parts in their order
    static PictureLayout of(List<Source> sources, CutPlan plan, List<MadePart> made) {
        PictureLayout layout = new PictureLayout(sources.getFirst());
        int next = 0;
        for (int p = 0; p < plan.pieces().size(); p++) {
            CutPlan.Planned planned = plan.pieces().get(p);
            Source source = sources.get(planned.piece().source());
            long in = planned.piece().in();
            layout.starts.add(layout.length);
            layout.askedBytes += bytes(source.track().packets(), planned.piece());
            boolean like = source.track().timebase().equals(layout.first.track().timebase());
            long length = like ? planned.piece().length() : 0;
            for (Part part : planned.parts()) {
                switch (part) {
                    case Part.Copied copied -> layout.copy(p, source, copied, in);
                    case Part.Encoded encoded -> {
                        boolean unlike = encoded.reason() == Part.Reason.UNLIKE_FIRST;
                        length = unlike ? layout.length(made.get(next), source, planned.piece()) : length;
                        layout.make(encoded, made.get(next++), in, unlike ? length : encoded.to() - in);
                    }
                }
            }
            layout.length += length;
        }
        return layout;
    }

    private static long bytes(Packets packets, Piece piece) {
        long sum = 0;
        for (int i = 0; i < packets.count(); i++) {
            boolean inside = packets.pts()[i] >= piece.in() && packets.pts()[i] < piece.out();
            sum += inside ? packets.size()[i] : 0;
        }
        return sum;
    }

    /// How long frames last whose rate may have been changed.
    private long length(MadePart part, Source source, Piece piece) {
        long[] times = part.encoded().times();
        long usual =
                times.length > 1 ? times[1] - times[0] : first.track().packets().usualDistance();
        long asked = source.seconds(piece.length())
                .times(first.track().timebase().inverse())
                .rounded();
        return Math.max(asked, times[times.length - 1] + Math.max(1, usual));
    }

    private void copy(int piece, Source source, Part.Copied part, long in) {
        Packets packets = source.track().packets();
        runs.add(new Splicer.Run.Copied(
                piece, source.reel().file(), source.track().index(), part.first(), part.last(), part.from()));
        for (int i = part.first(); i <= part.last(); i++) {
            if (packets.pts()[i] >= part.from()) {
                pts.add(length + packets.pts()[i] - in);
                sizes.add(packets.size()[i]);
                copiedBytes += packets.size()[i];
            }
        }
    }

    /// @param end where the part ends in its piece, ticks
    private void make(Part.Encoded part, MadePart made, long in, long end) {
        runs.add(new Splicer.Run.Made(made.file(), 0));
        boolean unlike = part.reason() == Part.Reason.UNLIKE_FIRST;
        long start = unlike ? length : length + part.from() - in;
        long[] times =
                Arrays.stream(made.encoded().times()).map(time -> start + time).toArray();
        for (long time : times) {
            pts.add(time);
            sizes.add(-1);
        }
        edges.add(new Edge(start, length + end, times, made));
    }

    /// The track to be put together.
    ///
    /// @param config codec configuration that replaces the recording's
    /// @param whole  whether it holds only what was encoded
    Splicer.TrackOrder order(Optional<byte[]> config, boolean whole) {
        long[] shown = pts.build().toArray();
        long[] sorted = shown.clone();
        Arrays.sort(sorted);
        long[] lasts = new long[shown.length];
        for (int i = 0; i < shown.length; i++) {
            int at = Arrays.binarySearch(sorted, shown[i]);
            lasts[i] = (at + 1 < sorted.length ? sorted[at + 1] : length) - shown[i];
        }
        return new Splicer.TrackOrder(
                first.reel().file(),
                first.track().index(),
                whole ? Optional.of(edges.getFirst().part().file()) : Optional.empty(),
                config,
                "",
                first.track().timebase(),
                runs,
                shown,
                DecodeTimes.of(shown),
                lasts);
    }

    /// Where each piece begins in the new file, ticks.
    List<Long> starts() {
        return starts;
    }

    /// How long the new file is, ticks.
    long length() {
        return length;
    }

    List<Edge> edges() {
        return edges;
    }

    /// Bytes of each packet in the order of the file; -1 where it is encoded.
    List<Integer> sizes() {
        return sizes;
    }

    /// Part of the recordings' bytes in the pieces that were copied, 0..1.
    double copiedRatio() {
        return askedBytes == 0 ? 0 : Math.min(1, (double) copiedBytes / askedBytes);
    }
}
