package studio.fanz.media.prep;

import java.util.List;
import java.util.Optional;
import studio.fanz.core.asset.Loudness;
import studio.fanz.core.time.Span;

/// What measuring the sound once found.
///
/// @param loudness of the whole file, empty without sound
/// @param silences stretches in which nothing is heard
public record Hearing(Optional<Loudness> loudness, List<Span> silences) {

    public Hearing {
        silences = List.copyOf(silences);
    }
}
