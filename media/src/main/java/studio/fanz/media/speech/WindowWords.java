package studio.fanz.media.speech;

import java.util.ArrayList;
import java.util.List;
import studio.fanz.core.caption.Segment;
import studio.fanz.core.caption.Word;

/// Turns what was written for windows into segments of words in source time, window after window.
final class WindowWords {

    /// Start, language and task are not aligned.
    private static final int PROMPT = 3;
    /// The prompt, the mark for text without times, the end.
    private static final int AROUND = PROMPT + 2;

    private final WordPieces pieces;
    private final WordTimes times;

    WindowWords(Vocabulary vocabulary, String language) {
        this.pieces = new WordPieces(vocabulary, language);
        this.times = new WordTimes(pieces);
    }

    /// Segments with at least one word.
    ///
    /// @param notes gets a code for what was left out
    List<Segment> segments(
            SpeechWindow window,
            Decoded decoded,
            List<SegmentDraft> drafts,
            float[][][] attention,
            List<String> notes) {
        int tokens = drafts.stream().mapToInt(draft -> draft.tokens().size()).sum();
        if (tokens == 0) {
            return List.of();
        }
        int frames = Math.max(1, window.length() / LogMel.HOP / 2);
        int[] begins = Alignment.begins(attention, tokens + AROUND, PROMPT, frames);
        List<List<TimedWord>> words = times.words(drafts, begins).stream()
                .map(pieces::joined)
                .map(WindowWords::sounding)
                .map(segment -> decoded.looping() ? unlooped(segment, notes) : segment)
                .toList();
        WordEdges edges = new WordEdges(new Loudness(window.samples(), window.length()));
        List<TimedWord> moved = edges.moved(words.stream().flatMap(List::stream).toList());
        List<Segment> segments = new ArrayList<>();
        int at = 0;
        for (List<TimedWord> segment : words) {
            List<TimedWord> own = moved.subList(at, at + segment.size());
            at += segment.size();
            if (!own.isEmpty()) {
                segments.add(segment(window, own));
            }
        }
        return segments;
    }

    private static List<TimedWord> sounding(List<TimedWord> words) {
        return words.stream().filter(word -> !word.text().isBlank()).toList();
    }

    private static List<TimedWord> unlooped(List<TimedWord> words, List<String> notes) {
        List<TimedWord> kept = Repetition.removed(words);
        if (kept.size() < words.size() && !notes.contains("repetition-removed")) {
            notes.add("repetition-removed");
        }
        return kept;
    }

    private static Segment segment(SpeechWindow window, List<TimedWord> words) {
        List<Word> placed = words.stream().map(word -> placed(window, word)).toList();
        return new Segment(
                text(words), placed.getFirst().startMs(), placed.getLast().endMs(), placed);
    }

    private static Word placed(SpeechWindow window, TimedWord word) {
        long start = window.startMs(word.start());
        long end = Math.max(start, window.endMs(word.end()));
        return new Word(word.text().strip(), start, end, Math.clamp(word.confidence(), 0, 1));
    }

    private static String text(List<TimedWord> words) {
        StringBuilder text = new StringBuilder();
        words.forEach(word -> text.append(word.text()));
        return text.toString().strip();
    }
}
