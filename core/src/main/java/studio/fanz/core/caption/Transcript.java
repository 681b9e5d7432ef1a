package studio.fanz.core.caption;

import java.util.List;
import studio.fanz.core.insight.ModelUse;

/// What was said in one asset, in source time. Immutable.
///
/// @param language           ISO 639-1 (or Whisper's code), empty when nothing was said
/// @param languageConfidence 0..1; 1 when a person chose the language
/// @param model              what recognised it
/// @param segments           in order of time; empty when nothing was said
/// @param notes              codes for what a reader should know (`no-speech`, `no-audio`, `repetition-removed`)
public record Transcript(
        String language, double languageConfidence, ModelUse model, List<Segment> segments, List<String> notes) {

    public Transcript {
        segments = List.copyOf(segments);
        notes = List.copyOf(notes);
    }

    /// All words in order; a word's place in this list is its id.
    public List<Word> words() {
        return segments.stream().flatMap(s -> s.words().stream()).toList();
    }
}
