package studio.fanz.media.prep;

import java.util.List;
import studio.fanz.core.asset.Shot;
import studio.fanz.core.review.Review;
import studio.fanz.media.vision.Sighting;

/// What looking at every frame once found.
///
/// @param frames    number of frames seen, 0 without a moving picture
/// @param shots     in order, together the whole picture; empty without one
/// @param sightings who was seen where, about twice a second
/// @param review    flashes, black and frozen stretches, explicit pictures, writing; and what could not be looked for
/// @param writing   text read off the picture
public record Looks(long frames, List<Shot> shots, List<Sighting> sightings, Review review, List<Writing> writing) {

    /// Nothing was looked at.
    static final Looks NONE =
            new Looks(0, List.of(), List.of(), new Review(List.of(), List.of(), List.of(), List.of()), List.of());

    public Looks {
        shots = List.copyOf(shots);
        sightings = List.copyOf(sightings);
        writing = List.copyOf(writing);
    }

    /// Writing in the picture, in source time.
    public record Writing(String text, long startMs, long endMs, double confidence) {}
}
