package studio.fanz.media.cut;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.fanz.core.asset.MediaFacts;

/// Tells what was made.
///
/// @param work the cut
/// @param made what came of it
record CutReport(CutWork work, CutWork.Made made) {

    /// @param facts     of the finished file
    /// @param elapsedMs how long it took
    Cut of(MediaFacts facts, long elapsedMs) {
        CutPlan plan = made.plan();
        PictureLayout layout = made.layout();
        return new Cut(
                String.valueOf(work.request().target().getFileName()),
                work.request().mode().name().toLowerCase(Locale.ROOT),
                plan.whole() ? "encode" : plan.edges().isPresent() ? "smart" : "lossless",
                plan.edges().map(EdgeCodec::encoder).orElse(""),
                pieces(plan),
                layout.sizes().size(),
                layout.copiedRatio(),
                made.sound(),
                made.checks(),
                made.notes(),
                facts,
                elapsedMs);
    }

    private List<Cut.KeptPiece> pieces(CutPlan plan) {
        List<Cut.KeptPiece> all = new ArrayList<>();
        for (int p = 0; p < plan.pieces().size(); p++) {
            Piece piece = plan.pieces().get(p).piece();
            Piece asked = work.wantedPieces().get(p);
            Source source = work.sources().get(piece.source());
            all.add(new Cut.KeptPiece(
                    source.name(),
                    piece.firstFrame(),
                    piece.endFrame(),
                    source.millis(piece.in()),
                    source.millis(piece.out()),
                    new Cut.Moved(piece.firstFrame() - asked.firstFrame(), piece.endFrame() - asked.endFrame()),
                    plan.pieces().get(p).parts().stream()
                            .map(part -> kept(source, part))
                            .toList()));
        }
        return all;
    }

    private static Cut.KeptPart kept(Source source, Part part) {
        String why = part instanceof Part.Encoded encoded
                ? encoded.reason().name().toLowerCase(Locale.ROOT).replace('_', '-')
                : "";
        return new Cut.KeptPart(
                source.millis(part.from()),
                source.millis(part.to()),
                source.frames(part.from(), part.to()),
                why.isEmpty() ? "copied" : "encoded",
                why);
    }
}
