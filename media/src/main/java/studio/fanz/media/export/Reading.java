package studio.fanz.media.export;

import java.util.List;
import java.util.Optional;
import studio.fanz.core.asset.Loudness;

/// What reading every packet of a finished file and decoding its sound gave.
///
/// @param tracks   one for each stream, in file order
/// @param loudness of the decoded sound; empty without sound
/// @param problems what the reader complained about; empty when nothing
public record Reading(List<Track> tracks, Optional<Loudness> loudness, String problems) {

    public Reading {
        tracks = List.copyOf(tracks);
    }

    /// One stream's packets. Times are seconds as a player shows them.
    ///
    /// @param kind      `video`, `audio`, `subtitle`
    /// @param packets   how many
    /// @param start     earliest presentation time
    /// @param end       latest presentation time with its duration
    /// @param monotonic whether decoding times only grow
    /// @param keyEvery  the longest distance of two key frames, or from the last to the end
    /// @param keyAfter  the shortest distance of two key frames; the whole length when there is only one
    public record Track(
            String kind, long packets, double start, double end, boolean monotonic, double keyEvery, double keyAfter) {}

    /// The first track of a kind.
    public Optional<Track> track(String kind) {
        return tracks.stream().filter(track -> track.kind().equals(kind)).findFirst();
    }
}
