package studio.fanz.core.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.caption.Cue;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.caption.Word;
import studio.fanz.core.time.Span;
import studio.fanz.core.timeline.SourceMap;
import studio.fanz.core.timeline.SourceMap.Piece;

/// Captions of a cut project in timeline time: every cue shows the words of it that are still heard, for as long as
/// they
/// are. Derived each time, never stored.
public final class CutCaptions {

    private static final double HAIR_MS = 1e-3;

    private final List<ProjectCue> cues;
    private final List<Word> words;
    private final List<Part> parts = new ArrayList<>();

    private CutCaptions(List<ProjectCue> cues, List<Word> words) {
        this.cues = cues;
        this.words = words;
    }

    /// What is shown of one cue without a break.
    private record Part(int cue, List<HeardWord> heard, long startMs, long endMs, double pieceEndMs) {}

    /// The captions of a project as cut; of one that was not cut, in source time.
    public static Captions of(Project project, Transcript transcript) {
        return project.timeline()
                .map(line -> of(project, transcript, SourceMap.of(line, project.asset())))
                .orElseGet(() -> project.captions(transcript));
    }

    /// The captions of a project where its recording is heard as `map` says.
    public static Captions of(Project project, Transcript transcript, SourceMap map) {
        var cut = new CutCaptions(project.cues(), transcript.words());
        List<Span> spans = project.cues().stream().map(cut::source).toList();
        for (Piece piece : map.pieces()) {
            for (int i = 0; i < spans.size(); i++) {
                Span span = spans.get(i);
                if (span.startMs() < piece.untilMs() && span.endMs() > piece.fromMs()) {
                    cut.add(i, span, piece);
                }
            }
        }
        return new Captions(project.language(), project.profile(), cut.shown());
    }

    /// Where a cue and all of its words are in the recording.
    private Span source(ProjectCue cue) {
        Cue shown = cue.shown(words);
        if (cue.firstWord() < 0) {
            return new Span(shown.startMs(), Math.max(shown.startMs(), shown.endMs()));
        }
        long start = Math.min(shown.startMs(), words.get(cue.firstWord()).startMs());
        return new Span(start, Math.max(shown.endMs(), words.get(cue.lastWord()).endMs()));
    }

    private void add(int index, Span span, Piece piece) {
        ProjectCue cue = cues.get(index);
        if (cue.firstWord() < 0) {
            Span at = SourceMap.span(piece, span.startMs(), span.endMs());
            add(new Part(index, List.of(), at.startMs(), at.endMs(), piece.endMs()), piece);
            return;
        }
        List<HeardWord> heard = HeardWord.in(piece, words, cue.firstWord(), cue.lastWord());
        if (heard.isEmpty()) {
            return;
        }
        Cue shown = cue.shown(words);
        Span own = SourceMap.span(piece, shown.startMs(), Math.max(shown.startMs(), shown.endMs()));
        HeardWord first = heard.getFirst();
        HeardWord last = heard.getLast();
        long start = first.id() == cue.firstWord() ? Math.min(own.startMs(), first.startMs()) : first.startMs();
        long end = last.id() == cue.lastWord() ? Math.max(own.endMs(), last.endMs()) : last.endMs();
        add(new Part(index, heard, start, end, piece.endMs()), piece);
    }

    private void add(Part part, Piece piece) {
        Part before = parts.isEmpty() ? null : parts.getLast();
        if (before != null && goesOn(before, part, piece)) {
            var heard = new ArrayList<>(before.heard);
            heard.addAll(part.heard);
            parts.set(
                    parts.size() - 1,
                    new Part(part.cue, heard, before.startMs, Math.max(before.endMs, part.endMs), part.pieceEndMs));
        } else {
            parts.add(part);
        }
    }

    private static boolean goesOn(Part before, Part part, Piece piece) {
        return before.cue == part.cue
                && Math.abs(before.pieceEndMs - piece.atMs()) < HAIR_MS
                && !before.heard.isEmpty()
                && !part.heard.isEmpty()
                && before.heard.getLast().id() < part.heard.getFirst().id();
    }

    private List<Cue> shown() {
        var shown = new ArrayList<Cue>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            long end = i + 1 < parts.size() ? until(part, parts.get(i + 1)) : part.endMs;
            shown.add(cue(part, Math.max(part.startMs, end)));
        }
        return shown;
    }

    /// A caption gives way to the next one, but not while its own words sound (two tracks may speak at once).
    private static long until(Part part, Part next) {
        long spoken = part.heard.stream().mapToLong(HeardWord::endMs).max().orElse(part.startMs);
        return next.startMs < part.startMs ? part.endMs : Math.min(part.endMs, Math.max(next.startMs, spoken));
    }

    private Cue cue(Part part, long endMs) {
        ProjectCue cue = cues.get(part.cue);
        Cue whole = cue.shown(words);
        if (cue.firstWord() < 0) {
            return new Cue(part.startMs, endMs, whole.lines(), -1, -1, whole.flags());
        }
        List<Integer> ids = part.heard.stream().map(HeardWord::id).toList();
        boolean all = ids.size() == cue.lastWord() - cue.firstWord() + 1;
        return new Cue(
                part.startMs,
                endMs,
                all ? whole.lines() : lines(cue, ids),
                ids.getFirst(),
                ids.getLast(),
                all ? whole.flags() : List.of());
    }

    private List<String> lines(ProjectCue cue, List<Integer> ids) {
        Optional<List<String>> own = cue.text();
        return own.isPresent()
                ? CueLines.share(own.get(), cue.firstWord(), cue.lastWord(), ids)
                : CueLines.join(words, ids, cue.breaks());
    }
}
