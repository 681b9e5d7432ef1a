package studio.fanz.core.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.time.Span;

/// Where moments of one recording are on a timeline, and back. Times are milliseconds with fractions, for words and
/// for showing; cuts are made in frames.
///
/// @param pieces stretches of the recording that are heard, in order of the timeline; stretches that follow one
///               another in both are one
public record SourceMap(List<Piece> pieces) {

    public SourceMap {
        pieces = List.copyOf(pieces);
    }

    /// A stretch that is heard.
    ///
    /// @param fromMs  where it begins in the recording
    /// @param untilMs where it ends in the recording
    /// @param atMs    where it begins on the timeline
    /// @param speed   recording's milliseconds per millisecond heard
    public record Piece(double fromMs, double untilMs, double atMs, double speed) {

        /// Where it ends on the timeline.
        public double endMs() {
            return atMs + (untilMs - fromMs) / speed;
        }

        /// Where a moment of the recording is on the timeline; meant for moments inside.
        public double map(double sourceMs) {
            return atMs + (sourceMs - fromMs) / speed;
        }

        /// How much of a stretch of the recording it holds, 0 to 1; a stretch without length is in it or not.
        public double share(long startMs, long endMs) {
            if (endMs <= startMs) {
                return startMs >= fromMs && startMs < untilMs ? 1 : 0;
            }
            double held = Math.min((double) endMs, untilMs) - Math.max((double) startMs, fromMs);
            return Math.max(0, held) / (endMs - startMs);
        }
    }

    /// The stretches of a recording that a timeline lets hear; of one without sound, those it shows.
    public static SourceMap of(Timeline line, Asset.Id asset) {
        List<Piece> sound = pieces(line, asset, Track.Kind.AUDIO);
        return new SourceMap(merged(sound.isEmpty() ? pieces(line, asset, Track.Kind.VIDEO) : sound));
    }

    /// All of a recording, as it is.
    public static SourceMap whole(long durationMs) {
        return new SourceMap(List.of(new Piece(0, durationMs, 0, 1)));
    }

    private static List<Piece> pieces(Timeline line, Asset.Id asset, Track.Kind kind) {
        var pieces = new ArrayList<Piece>();
        double frameMs = 1000 / line.rate().toDouble();
        for (Track track : line.tracks()) {
            for (Clip clip : track.muted() || track.kind() != kind ? List.<Clip>of() : track.clips()) {
                boolean heard = kind != Track.Kind.AUDIO || !clip.sound().silent();
                if (heard
                        && clip.content() instanceof Content.Media media
                        && media.asset().equals(asset)) {
                    double from = media.in().toDouble() * 1000;
                    double speed = media.speed().toDouble();
                    double until = from + clip.length() * frameMs * speed;
                    pieces.add(new Piece(from, until, clip.start() * frameMs, speed));
                }
            }
        }
        pieces.sort(Comparator.comparingDouble(Piece::atMs).thenComparingDouble(Piece::fromMs));
        return pieces;
    }

    private static List<Piece> merged(List<Piece> pieces) {
        var merged = new ArrayList<Piece>();
        for (Piece piece : pieces) {
            Piece last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && piece.equals(last)) {
                continue;
            }
            if (last != null && continues(last, piece)) {
                merged.set(merged.size() - 1, new Piece(last.fromMs, piece.untilMs, last.atMs, last.speed));
            } else {
                merged.add(piece);
            }
        }
        return merged;
    }

    private static boolean continues(Piece last, Piece next) {
        double hair = 1e-3;
        return last.speed == next.speed
                && Math.abs(last.untilMs - next.fromMs) < hair
                && Math.abs(last.endMs() - next.atMs) < hair;
    }

    /// Where a stretch of the recording is heard: its first place, for words that count as heard where at least
    /// half of
    /// them is.
    public Optional<Span> place(long startMs, long endMs) {
        return pieces.stream()
                .filter(piece -> hears(piece, startMs, endMs))
                .findFirst()
                .map(piece -> span(piece, startMs, endMs));
    }

    /// Whether a stretch of the recording, a word say, is heard in a piece: at least half of it is.
    public static boolean hears(Piece piece, long startMs, long endMs) {
        return piece.share(startMs, endMs) >= 0.5;
    }

    /// A stretch of the recording on the timeline, as far as it lies in a piece.
    public static Span span(Piece piece, long startMs, long endMs) {
        long from = Math.round(piece.map(Math.clamp((double) startMs, piece.fromMs, piece.untilMs)));
        long until = Math.round(piece.map(Math.clamp((double) endMs, piece.fromMs, piece.untilMs)));
        return new Span(from, Math.max(from, until));
    }

    /// The first place on the timeline of a moment of the recording; empty when it was cut out.
    public OptionalLong toTimeline(long sourceMs) {
        return pieces.stream()
                .filter(piece -> sourceMs >= piece.fromMs && sourceMs < piece.untilMs)
                .mapToLong(piece -> Math.round(piece.map((double) sourceMs)))
                .findFirst();
    }

    /// The moment of the recording that is heard at a moment of the timeline; empty in a gap.
    public OptionalLong toSource(long timelineMs) {
        return pieces.stream()
                .filter(piece -> timelineMs >= piece.atMs && timelineMs < piece.endMs())
                .mapToLong(piece -> Math.round(piece.fromMs + (timelineMs - piece.atMs) * piece.speed))
                .findFirst();
    }
}
