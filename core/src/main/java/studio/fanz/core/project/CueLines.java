package studio.fanz.core.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import studio.fanz.core.caption.Cue;
import studio.fanz.core.caption.Word;

/// A caption's lines as words, and back.
final class CueLines {

    private CueLines() {}

    /// The words of the range joined by blanks, a new line before each word in `breaks`.
    static List<String> join(List<Word> words, int first, int last, List<Integer> breaks) {
        return join(words, IntStream.rangeClosed(first, last).boxed().toList(), breaks);
    }

    /// Some words joined by blanks, in ascending order; a new line begins where a word in `breaks` stands between
    /// the
    /// one before and this one, this one included.
    static List<String> join(List<Word> words, List<Integer> ids, List<Integer> breaks) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (int i = 0; i < ids.size(); i++) {
            int id = ids.get(i);
            int before = i == 0 ? id : ids.get(i - 1);
            if (breaks.stream().anyMatch(b -> b > before && b <= id)) {
                lines.add(line.toString());
                line.setLength(0);
            } else if (i > 0) {
                line.append(' ');
            }
            line.append(words.get(id).text());
        }
        lines.add(line.toString());
        return lines;
    }

    /// What own text says for some of the words it stands for: its blanks-separated pieces are dealt out to the
    /// words in
    /// proportion.
    static List<String> share(List<String> lines, int first, int last, List<Integer> ids) {
        var pieces = new ArrayList<String[]>();
        int count = 0;
        for (String line : lines) {
            String[] split = line.strip().split("\\s+");
            pieces.add(split);
            count += split.length;
        }
        int words = last - first + 1;
        var shared = new ArrayList<String>();
        int n = 0;
        for (String[] line : pieces) {
            var kept = new StringJoiner(" ");
            for (String piece : line) {
                int word = first + (int) ((long) n++ * words / count);
                if (ids.contains(word)) {
                    kept.add(piece);
                }
            }
            if (kept.length() > 0) {
                shared.add(kept.toString());
            }
        }
        return shared.isEmpty() ? lines : shared;
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
