package studio.fanz.media.cut;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;

/// Decides for each piece what is copied and what is encoded, and whether that can be exact. Everything is made like
/// the
/// first recording.
///
/// @param sources   the recordings
/// @param facts     what a probe says of each, where it was asked
/// @param container that the new file will be
/// @param outside   encoders of the system
record CutPlanner(
        List<Source> sources, List<Optional<VideoFacts>> facts, Container container, OutsideEncoders outside) {

    /// Plans.
    ///
    /// @param step of quality of what is encoded, from 0
    /// @throws MediaException CUT_REFUSED when the mode does not allow what would be needed
    CutPlan plan(List<Piece> pieces, CutMode mode, int step) throws MediaException {
        if (mode == CutMode.ENCODE) {
            return whole(pieces, Part.Reason.ASKED, step);
        }
        if (mode == CutMode.LOSSLESS) {
            return new LosslessPlanner(sources, container).plan(pieces);
        }
        Optional<Part.Reason> obstacle = obstacle();
        CutPlan plan = obstacle.isPresent() ? whole(pieces, obstacle.get(), step) : joined(pieces, step);
        if (mode == CutMode.SMART && plan.whole()) {
            Part.Encoded first = (Part.Encoded) plan.parts().getFirst();
            throw new MediaException(Code.CUT_REFUSED, first().name(), sentence(first.reason()));
        }
        return plan;
    }

    private Source first() {
        return sources.getFirst();
    }

    private String sentence(Part.Reason reason) {
        return Reasons.sentence(reason, first().track().codec());
    }

    /// Why no packet can be copied at all.
    private Optional<Part.Reason> obstacle() {
        if (!container.takesPicture(first().track().codec())) {
            return Optional.of(Part.Reason.CONTAINER);
        }
        return trustworthy(first()) ? Optional.empty() : Optional.of(Part.Reason.TIME_STAMPS);
    }

    /// Whether each packet has a time of showing of its own.
    static boolean trustworthy(Source source) {
        long[] shown = source.grid().times();
        boolean trusted = Arrays.stream(source.track().packets().pts()).allMatch(time -> time != Packets.UNKNOWN);
        for (int i = 1; i < shown.length; i++) {
            trusted &= shown[i] > shown[i - 1];
        }
        return trusted;
    }

    private CutPlan joined(List<Piece> pieces, int step) {
        List<CutPlan.Planned> planned = new ArrayList<>();
        for (Piece piece : pieces) {
            Source source = sources.get(piece.source());
            boolean like = source.like(first()) && trustworthy(source);
            List<Part> parts = like
                    ? new PartPlanner(source.track().packets()).smart(piece)
                    : List.of(new Part.Encoded(piece.in(), piece.out(), Part.Reason.UNLIKE_FIRST));
            planned.add(new CutPlan.Planned(piece, parts, like ? "" : filters(piece.source())));
        }
        List<Part> parts =
                planned.stream().flatMap(piece -> piece.parts().stream()).toList();
        Optional<Part.Encoded> edge = parts.stream()
                .filter(part -> part instanceof Part.Encoded)
                .map(Part.Encoded.class::cast)
                .findFirst();
        if (edge.isEmpty()) {
            return new CutPlan(planned, Optional.empty(), false);
        }
        if (parts.stream().noneMatch(part -> part instanceof Part.Copied)) {
            return whole(pieces, edge.get().reason(), step);
        }
        Optional<EdgeCodec> codec = EdgeCodec.beside(first().track(), step, outside);
        boolean progressive = !first().track().fields().equals("interlaced");
        boolean joins = codec.isPresent() && progressive && CodecSets.joinable(first().track());
        return joins ? new CutPlan(planned, codec, false) : whole(pieces, why(), step);
    }

    /// Why nothing can be joined to copies of the first recording.
    private Part.Reason why() {
        return switch (first().track().codec()) {
            case "h264", "vp9", "av1" -> Part.Reason.PICTURE_KIND;
            case "hevc" -> outside.hevc().isPresent() ? Part.Reason.PICTURE_KIND : Part.Reason.NO_ENCODER;
            default -> Part.Reason.CODEC;
        };
    }

    /// Encodes everything.
    CutPlan whole(List<Piece> pieces, Part.Reason reason, int step) {
        List<CutPlan.Planned> planned = new ArrayList<>();
        for (Piece piece : pieces) {
            boolean like = sources.get(piece.source()).like(first());
            Part part = new Part.Encoded(piece.in(), piece.out(), like ? reason : Part.Reason.UNLIKE_FIRST);
            String filters = like
                    ? Conform.plain(sources.get(piece.source()).track(), facts.get(piece.source()))
                    : filters(piece.source());
            planned.add(new CutPlan.Planned(piece, List.of(part), filters));
        }
        return new CutPlan(planned, Optional.of(EdgeCodec.alone(first().track(), container, step)), true);
    }

    private String filters(int source) {
        boolean constant =
                facts.getFirst().filter(video -> !video.variableRate()).isPresent();
        return Conform.like(sources.get(source), first(), facts.get(source), constant);
    }
}
