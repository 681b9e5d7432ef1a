package studio.fanz.core.project;

import java.util.List;
import java.util.Optional;
import studio.fanz.core.caption.Cue;
import studio.fanz.core.caption.Word;

/// One caption of a project: a range of the transcript's words, plus what was set otherwise. Lines and times
/// that are not set follow from the words, so that correcting a word corrects its caption.
///
/// @param firstWord id of its first word, -1 for a caption without words (a sound, a title)
/// @param lastWord  id of its last word, inclusive, -1 without words
/// @param breaks    ids of the words that start a new line, ascending, within the range
/// @param text      lines that stand instead of the words, if any
/// @param startMs   in-time that stands instead of the first word's
/// @param endMs     out-time that stands instead of the last word's
/// @param flags     which rules of the profile it breaks, as last computed
public record ProjectCue(
        int firstWord,
        int lastWord,
        List<Integer> breaks,
        Optional<List<String>> text,
        Optional<Long> startMs,
        Optional<Long> endMs,
        List<Cue.Flag> flags) {

    /// @throws IllegalArgumentException when it has neither words nor both text and times, or ends before it
    /// starts
    public ProjectCue {
        breaks = List.copyOf(breaks);
        text = text.map(List::copyOf);
        flags = List.copyOf(flags);
        boolean wordless = firstWord < 0 || lastWord < 0;
        if (wordless && (text.isEmpty() || startMs.isEmpty() || endMs.isEmpty())) {
            throw new IllegalArgumentException("a caption without words needs text and times");
        }
        if (!wordless && lastWord < firstWord) {
            throw new IllegalArgumentException("words " + firstWord + " to " + lastWord);
        }
        if (startMs.isPresent() && endMs.isPresent() && endMs.get() < startMs.get()) {
            throw new IllegalArgumentException("ends before it starts");
        }
    }

    /// The cue as a range of words plus only what the words do not already say.
    ///
    /// @param words the transcript's words, in order
    public static ProjectCue of(Cue cue, List<Word> words) {
        if (cue.firstWord() < 0 || cue.lastWord() < cue.firstWord() || cue.lastWord() >= words.size()) {
            return new ProjectCue(
                    -1,
                    -1,
                    List.of(),
                    Optional.of(cue.lines()),
                    Optional.of(cue.startMs()),
                    Optional.of(cue.endMs()),
                    cue.flags());
        }
        Optional<List<Integer>> breaks = CueLines.breaks(cue, words);
        return new ProjectCue(
                cue.firstWord(),
                cue.lastWord(),
                breaks.orElse(List.of()),
                breaks.isPresent() ? Optional.empty() : Optional.of(cue.lines()),
                unless(cue.startMs(), words.get(cue.firstWord()).startMs()),
                unless(cue.endMs(), words.get(cue.lastWord()).endMs()),
                cue.flags());
    }

    private static Optional<Long> unless(long value, long derived) {
        return value == derived ? Optional.empty() : Optional.of(value);
    }

    /// The cue as it is shown.
    ///
    /// @param words the transcript's words, in order
    /// @throws IndexOutOfBoundsException when the transcript has fewer words
    public Cue shown(List<Word> words) {
        if (firstWord < 0) {
            return new Cue(startMs.orElseThrow(), endMs.orElseThrow(), text.orElseThrow(), -1, -1, flags);
        }
        return new Cue(
                startMs.orElseGet(() -> words.get(firstWord).startMs()),
                endMs.orElseGet(() -> words.get(lastWord).endMs()),
                text.orElseGet(() -> CueLines.join(words, firstWord, lastWord, breaks)),
                firstWord,
                lastWord,
                flags);
    }
}
