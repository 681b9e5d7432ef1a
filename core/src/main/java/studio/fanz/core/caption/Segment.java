package studio.fanz.core.caption;

import java.util.List;

/// A run of words the model wrote as one, usually a sentence.
///
/// @param text    the words as the model joined them (languages without blanks keep their spelling)
/// @param startMs start of the first word
/// @param endMs   end of the last word
/// @param words   in order, never overlapping
public record Segment(String text, long startMs, long endMs, List<Word> words) {

    public Segment {
        words = List.copyOf(words);
    }
}
