package studio.fanz.app.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.Cover;
import studio.fanz.core.asset.Shot;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.post.Draft;
import studio.fanz.core.project.Rendition;
import studio.fanz.core.review.Review;

/// Everything known about one recording so far; grows while it is prepared.
///
/// @param asset      the recording
/// @param folder     where made files lie; names in covers and renditions are below it
/// @param poster     its picture
/// @param strip      its filmstrip
/// @param wave       its sound as drawn
/// @param transcript the words so far
/// @param shots      its shots, empty until found
/// @param captions   its captions
/// @param covers     its proposed covers
/// @param review     what was checked
/// @param draft      the proposed post
/// @param renditions the files made for posting
/// @param waiting    what is still being made
public record Prepared(
        Asset asset,
        Path folder,
        Optional<Path> poster,
        Optional<Strip> strip,
        Optional<Wave> wave,
        Optional<Transcript> transcript,
        List<Shot> shots,
        Optional<Captions> captions,
        Optional<Cover.Choice> covers,
        Optional<Review> review,
        Optional<Draft> draft,
        List<Rendition> renditions,
        Set<Part> waiting) {

    public Prepared {
        shots = List.copyOf(shots);
        renditions = List.copyOf(renditions);
        waiting = Set.copyOf(waiting);
    }

    /// A part that is made by the preparation.
    public enum Part {
        POSTER,
        STRIP,
        WAVE,
        TRANSCRIPT,
        CAPTIONS,
        COVERS,
        REVIEW,
        DRAFT
    }

    /// Nothing is known yet but the file.
    public static Prepared of(Asset asset, Path folder, Set<Part> waiting) {
        return new Prepared(
                asset,
                folder,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                waiting);
    }

    /// Length in milliseconds.
    public long durationMs() {
        return asset.facts().durationMs();
    }

    /// Whether that part is still being made.
    public boolean waitsFor(Part part) {
        return waiting.contains(part);
    }
}
