package studio.fanz.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import studio.fanz.core.caption.Silences;
import studio.fanz.core.caption.Word;
import studio.fanz.core.json.Documents;
import studio.fanz.core.time.Span;

/// `fanz/cut-list@1`: what may go of a recording, and what stays.
///
/// @param removed what goes, in order of time
/// @param kept    what stays, in order of time
/// @param keep    what stays as `studio cut --keep` takes it
record CutList(List<Removed> removed, List<Span> kept, String keep) {

    /// @param text what is said there, empty when nothing is
    record Removed(long startMs, long endMs, String text) {}

    /// Takes stretches out of a recording.
    ///
    /// @param stretches in order of time; may touch
    static CutList without(List<Span> stretches, List<Word> words, long durationMs) {
        List<Removed> removed = stretches.stream()
                .map(span -> new Removed(span.startMs(), span.endMs(), said(span, words)))
                .toList();
        List<Span> kept = Silences.kept(stretches, durationMs);
        return new CutList(
                removed,
                kept,
                kept.stream()
                        .map(span -> time(span.startMs()) + "-" + time(span.endMs()))
                        .collect(Collectors.joining(",")));
    }

    /// The document, and lines that end in what `cut` accepts.
    Answer answer() {
        List<String> lines = new ArrayList<>();
        for (Removed part : removed) {
            lines.add(("- " + time(part.startMs) + " - " + time(part.endMs) + "  " + part.text).strip());
        }
        long gone =
                removed.stream().mapToLong(part -> part.endMs - part.startMs).sum();
        lines.add(removed.size() + " of " + time(gone) + " together may go; what stays, for studio cut:");
        lines.add("--keep " + keep);
        return new Answer(Documents.of("cut-list", 1, this), lines);
    }

    private static String said(Span span, List<Word> words) {
        return words.stream()
                .filter(word -> word.startMs() < span.endMs() && word.endMs() > span.startMs())
                .map(word -> word.text().strip())
                .collect(Collectors.joining(" "));
    }

    static String time(long ms) {
        return String.format(
                Locale.ROOT, "%02d:%02d:%02d.%03d", ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60, ms % 1000);
    }
}
