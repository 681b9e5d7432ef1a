package studio.fanz.core.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.caption.Cue;
import studio.fanz.core.caption.Word;

/// A caption's lines as words, and back.
final class CueLines {

    private CueLines() {}

    /// The words of the range joined by blanks, a new line before each word in `breaks`.
    static List<String> join(List<Word> words, int first, int last, List<Integer> breaks) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (int id = first; id <= last; id++) {
            if (id > first && breaks.contains(id)) {
                lines.add(line.toString());
                line.setLength(0);
            } else if (id > first) {
                line.append(' ');
            }
            line.append(words.get(id).text());
        }
        lines.add(line.toString());
        return lines;
    }

    /// Where the cue's lines begin, when joining its words there gives exactly its lines; empty when it says
    /// anything else (a correction, a language without blanks).
    static Optional<List<Integer>> breaks(Cue cue, List<Word> words) {
        var breaks = new ArrayList<Integer>();
        int id = cue.firstWord();
        for (String line : cue.lines()) {
            if (id > cue.firstWord()) {
                breaks.add(id);
            }
            id += blanks(line) + 1;
        }
        boolean same = id == cue.lastWord() + 1
                && join(words, cue.firstWord(), cue.lastWord(), breaks).equals(cue.lines());
        return same ? Optional.of(breaks) : Optional.empty();
    }

    private static int blanks(String line) {
        return (int) line.chars().filter(c -> c == ' ').count();
    }
}
