package studio.fanz.core.caption;

import java.util.List;
import studio.fanz.core.time.Span;

/// The captions of one recording under one profile.
///
/// @param language ISO 639-1, empty when unknown
/// @param profile  name in `caption-profiles.csv`, empty when it is not known (imported files)
/// @param cues     in order of time, never overlapping when we made them
public record Captions(String language, String profile, List<Cue> cues) {

    public Captions {
        cues = List.copyOf(cues);
    }

    /// The captions of a stretch alone, in its own time: cues are cut at its edges and moved so that the
    /// stretch begins at 0. Word ids stay those of the whole transcript.
    public Captions within(Span stretch) {
        List<Cue> inside = cues.stream()
                .filter(cue -> cue.startMs() < stretch.endMs() && cue.endMs() > stretch.startMs())
                .map(cue -> new Cue(
                        Math.max(cue.startMs(), stretch.startMs()) - stretch.startMs(),
                        Math.min(cue.endMs(), stretch.endMs()) - stretch.startMs(),
                        cue.lines(),
                        cue.firstWord(),
                        cue.lastWord(),
                        cue.flags()))
                .toList();
        return new Captions(language, profile, inside);
    }
}
