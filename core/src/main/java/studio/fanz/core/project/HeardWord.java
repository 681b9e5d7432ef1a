package studio.fanz.core.project;

import java.util.ArrayList;
import java.util.List;
import studio.fanz.core.caption.Word;
import studio.fanz.core.time.Span;
import studio.fanz.core.timeline.SourceMap;

/// A word of the transcript where it is heard on the timeline. One that was copied is heard twice.
///
/// @param id      of the word
/// @param startMs on the timeline
/// @param endMs   on the timeline, not before `startMs`
public record HeardWord(int id, long startMs, long endMs) {

    /// All words that are heard, in the order in which they are.
    ///
    /// @param words the transcript's words, in order
    public static List<HeardWord> all(List<Word> words, SourceMap map) {
        var heard = new ArrayList<HeardWord>();
        for (SourceMap.Piece piece : map.pieces()) {
            heard.addAll(in(piece, words, 0, words.size() - 1));
        }
        return heard;
    }

    /// The words of a range that are heard in one piece.
    static List<HeardWord> in(SourceMap.Piece piece, List<Word> words, int first, int last) {
        var heard = new ArrayList<HeardWord>();
        for (int id = first; id <= last; id++) {
            Word word = words.get(id);
            if (SourceMap.hears(piece, word.startMs(), word.endMs())) {
                Span span = SourceMap.span(piece, word.startMs(), word.endMs());
                heard.add(new HeardWord(id, span.startMs(), span.endMs()));
            }
        }
        return heard;
    }
}
