package studio.fanz.core.caption;

/// One recognised word in source time.
///
/// @param text       as written, with the punctuation that belongs to it and without blanks around it
/// @param startMs    when it begins to sound
/// @param endMs      when it has sounded, at or after `startMs`
/// @param confidence 0..1, the model's own, never certainty
public record Word(String text, long startMs, long endMs, double confidence) {}
