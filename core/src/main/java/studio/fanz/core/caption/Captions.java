package studio.fanz.core.caption;

import java.util.List;

/// The captions of one recording under one profile.
///
/// @param language ISO 639-1, empty when unknown
/// @param profile  name in `caption-profiles.csv`
/// @param cues     in order of time, never overlapping
public record Captions(String language, String profile, List<Cue> cues) {

    public Captions {
        cues = List.copyOf(cues);
    }
}
