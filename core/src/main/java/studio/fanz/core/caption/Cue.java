package studio.fanz.core.caption;

import java.util.List;

/// One caption on the screen.
///
/// @param startMs   in-time
/// @param endMs     out-time, after `startMs`
/// @param lines     one or more lines as shown, in logical order
/// @param firstWord id of its first word in the transcript, -1 when it has none
/// @param lastWord  id of its last word, inclusive, -1 when it has none
/// @param flags     what it could not obey and why; empty when it obeys its profile
public record Cue(long startMs, long endMs, List<String> lines, int firstWord, int lastWord, List<Flag> flags) {

    public Cue {
        lines = List.copyOf(lines);
        flags = List.copyOf(flags);
    }

    /// The lines joined by line breaks.
    public String text() {
        return String.join("\n", lines);
    }

    /// A rule of the profile this cue breaks.
    ///
    /// @param rule     the rule's name in `caption-profiles.csv`
    /// @param measured what it has, in the rule's unit
    /// @param limit    what the rule asks
    /// @param reason   a code why it could not be helped (`speech-too-fast`, `word-too-long`, `no-room`)
    public record Flag(String rule, double measured, double limit, String reason) {}
}
