package studio.fanz.core.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.caption.Word;
import studio.fanz.core.time.Span;
import studio.fanz.core.timeline.Cutting;
import studio.fanz.core.timeline.SourceMap;
import studio.fanz.core.timeline.Timeline;
import studio.fanz.core.timeline.Track;

/// Cutting a recording by its words: what is done to words becomes edits of the timeline, on frames. Pure.
public final class WordCuts {

    /// A cut keeps this much before the word that follows, less where the pause is short: beginnings of words are
    /// never
    /// clipped, and times of words are known to about 20 ms at best.
    static final long LEAD_MS = 80;

    private final Timeline line;
    private final Asset.Id asset;
    private final List<Word> words;

    /// @param line  the timeline that is cut
    /// @param asset the recording that is spoken
    /// @param words of its transcript, in order; a word's place is its id
    public WordCuts(Timeline line, Asset.Id asset, List<Word> words) {
        this.line = line;
        this.asset = asset;
        this.words = List.copyOf(words);
    }

    /// Takes words out wherever they are heard, and closes the gaps.
    ///
    /// @param label what it is called in the list of changes
    /// @return the change, empty when none of them is heard for as long as a frame
    public Optional<Edit> strike(Set<Integer> ids, String label) {
        return remove(stretches(words, ids), label);
    }

    /// Takes stretches of the recording out wherever they are heard, and closes the gaps.
    ///
    /// @param stretches in source time
    /// @return the change, empty when nothing of them is heard for as long as a frame
    public Optional<Edit> remove(List<Span> stretches, String label) {
        List<Edit> cuts = new ArrayList<>();
        for (Frames cut : heard(stretches)) {
            cuts.addFirst(new TimelineEdit.RippleDelete(cut.from, cut.to));
        }
        return cuts.isEmpty() ? Optional.empty() : Optional.of(new Edit.Compound(label, cuts));
    }

    /// Brings words that were cut out back to where they were said.
    ///
    /// @return the change, empty when all of them are heard
    public Optional<Edit> restore(Set<Integer> ids, String label) {
        List<Edit> edits = new ArrayList<>();
        Timeline now = line;
        for (Span stretch : stretches(words, ids)) {
            for (TimelineEdit edit : Missing.bringBack(now, asset, stretch)) {
                edits.add(edit);
                now = edit.apply(now);
            }
        }
        return edits.isEmpty() ? Optional.empty() : Optional.of(new Edit.Compound(label, edits));
    }

    /// Moves a run of words before another word.
    ///
    /// @param before id of the word they are to stand before; the number of words moves them to the end
    /// @return the change, empty when they are not heard or already stand there
    public Optional<Edit> move(Set<Integer> ids, int before, String label) {
        List<Frames> cuts = ids.contains(before) ? List.of() : heard(stretches(words, ids));
        if (cuts.size() != 1) {
            return Optional.empty();
        }
        Frames cut = cuts.getFirst();
        List<Cutting.Placed> copied = Cutting.copy(
                line, cut.from, cut.to, index -> carries(line.tracks().get(index)));
        Timeline without = Cutting.ripple(line, cut.from, cut.to);
        long at = before < words.size() ? place(without, before) : without.length();
        if (at < 0 || at == cut.from) {
            return Optional.empty();
        }
        return Optional.of(new Edit.Compound(
                label, List.of(new TimelineEdit.RippleDelete(cut.from, cut.to), new TimelineEdit.Insert(at, copied))));
    }

    /// Where a run of words is cut, in source time: from a little before its first to a little before the word
    /// after its
    /// last, so that the pause before it stays and the one after it goes.
    public static Span stretch(List<Word> words, int first, int last) {
        long before = first == 0 ? 0 : words.get(first - 1).endMs();
        long start = words.get(first).startMs() - lead(before, words.get(first).startMs());
        long end = words.get(last).endMs();
        if (last + 1 < words.size()) {
            long next = words.get(last + 1).startMs();
            end = Math.max(start, next - lead(end, next));
        } else {
            end += LEAD_MS;
        }
        return new Span(Math.max(0, start), Math.max(Math.max(0, start), end));
    }

    /// Where words are cut, in source time and in its order.
    public static List<Span> stretches(List<Word> words, Set<Integer> ids) {
        return runs(words, ids).stream()
                .map(run -> stretch(words, run[0], run[1]))
                .toList();
    }

    private static long lead(long endBefore, long start) {
        return Math.clamp((start - endBefore) / 2, 0, LEAD_MS);
    }

    /// Runs of ids that follow one another, ids without a word left out.
    private static List<int[]> runs(List<Word> words, Set<Integer> ids) {
        var runs = new ArrayList<int[]>();
        for (int id : new TreeSet<>(ids)) {
            if (id < 0 || id >= words.size()) {
                continue;
            }
            if (!runs.isEmpty() && runs.getLast()[1] == id - 1) {
                runs.getLast()[1] = id;
            } else {
                runs.add(new int[] {id, id});
            }
        }
        return runs;
    }

    private record Frames(long from, long to) {}

    /// Where stretches are heard, in order of the timeline, none touching another.
    private List<Frames> heard(List<Span> stretches) {
        var found = new ArrayList<Frames>();
        for (SourceMap.Piece piece : SourceMap.of(line, asset).pieces()) {
            for (Span span : stretches) {
                double from = Math.max((double) span.startMs(), piece.fromMs());
                double to = Math.min((double) span.endMs(), piece.untilMs());
                if (to > from) {
                    found.add(new Frames(frame(piece.map(from)), frame(piece.map(to))));
                }
            }
        }
        found.sort(Comparator.comparingLong(Frames::from));
        var apart = new ArrayList<Frames>();
        for (Frames next : found) {
            if (!apart.isEmpty() && next.from <= apart.getLast().to) {
                Frames last = apart.removeLast();
                apart.add(new Frames(last.from, Math.max(last.to, next.to)));
            } else if (next.to > next.from) {
                apart.add(next);
            }
        }
        return apart;
    }

    private long frame(double ms) {
        return Math.clamp(Math.round(ms * line.rate().toDouble() / 1000), 0, line.length());
    }

    /// The frame at which a word may be preceded by others, -1 when it is not heard.
    private long place(Timeline in, int word) {
        Span from = stretch(words, word, word);
        return SourceMap.of(in, asset).pieces().stream()
                .filter(piece -> SourceMap.hears(
                        piece, words.get(word).startMs(), words.get(word).endMs()))
                .mapToLong(piece -> frame(piece.map(Math.max((double) from.startMs(), piece.fromMs()))))
                .findFirst()
                .orElse(-1);
    }

    private boolean carries(Track track) {
        return !track.locked() && track.clips().stream().anyMatch(clip -> Missing.speaks(clip, asset));
    }
}
