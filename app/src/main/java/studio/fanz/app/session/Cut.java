package studio.fanz.app.session;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.fanz.assets.Texts;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.caption.Silences;
import studio.fanz.core.caption.Word;
import studio.fanz.core.edit.Edit;
import studio.fanz.core.edit.WordCuts;
import studio.fanz.core.project.HeardWord;
import studio.fanz.core.project.Project;
import studio.fanz.core.time.Span;
import studio.fanz.core.timeline.FirstTimeline;
import studio.fanz.core.timeline.SourceMap;
import studio.fanz.core.timeline.Timeline;

/// What is cut of the open recording. Nothing is written until somebody cuts: until then the timeline is the whole
/// recording. FX thread only.
public final class Cut {

    private final Edits edits;
    private final Notices notices;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Optional<Timeline>> timeline = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<SourceMap> map = new ReadOnlyObjectWrapper<>(new SourceMap(List.of()));
    private Optional<Asset> asset = Optional.empty();

    Cut(Edits edits, Notices notices, Texts texts) {
        this.edits = edits;
        this.notices = notices;
        this.texts = texts;
        edits.historyProperty().subscribe(_ -> follow());
    }

    /// The timeline; empty while nothing is open or the project is being read.
    public ReadOnlyObjectProperty<Optional<Timeline>> timelineProperty() {
        return timeline.getReadOnlyProperty();
    }

    /// Where moments of the recording are on the timeline.
    public ReadOnlyObjectProperty<SourceMap> mapProperty() {
        return map.getReadOnlyProperty();
    }

    /// Another recording is open.
    void open(Asset recording) {
        asset = Optional.of(recording);
        follow();
    }

    /// Whether anything of the recording was changed on the timeline.
    public boolean changed() {
        return edits.project().flatMap(Project::timeline).isPresent();
    }

    /// Changes the timeline; a change that does not fit leaves it as it is and says so.
    ///
    /// @return whether it was done
    public boolean apply(Edit edit) {
        Optional<Project> project = edits.project();
        if (project.isEmpty() || timeline.get().isEmpty()) {
            return false;
        }
        Edit whole = project.get().timeline().isPresent()
                ? edit
                : new Edit.Compound(label(edit), List.of(new Edit.SetTimeline(timeline.get()), edit));
        try {
            edits.apply(whole);
            return true;
        } catch (IllegalArgumentException refused) {
            notices.failed(texts.get("cut.refused"), "");
            return false;
        }
    }

    private static String label(Edit edit) {
        return edit instanceof Edit.Compound(var label, var _) ? label : "cut";
    }

    /// Takes words out of the cut.
    public boolean strike(List<Word> words, Set<Integer> ids, String label) {
        return onWords(words)
                .flatMap(cuts -> cuts.strike(ids, label))
                .filter(this::apply)
                .isPresent();
    }

    /// Brings words back into the cut.
    public boolean restore(List<Word> words, Set<Integer> ids) {
        return onWords(words)
                .flatMap(cuts -> cuts.restore(ids, "restore-words"))
                .filter(this::apply)
                .isPresent();
    }

    /// Moves words before another word.
    public boolean move(List<Word> words, Set<Integer> ids, int before) {
        return onWords(words)
                .flatMap(cuts -> cuts.move(ids, before, "move-words"))
                .filter(this::apply)
                .isPresent();
    }

    /// Stretches of the recording that are not heard in the cut, in its own time and order.
    public List<Span> removed(long durationMs) {
        if (!changed()) {
            return List.of();
        }
        List<Span> heard = map.get().pieces().stream()
                .map(piece -> new Span(Math.round(piece.fromMs()), Math.round(piece.untilMs())))
                .sorted(Comparator.comparingLong(Span::startMs))
                .toList();
        return Silences.kept(
                heard,
                Math.max(durationMs, heard.isEmpty() ? 0 : heard.getLast().endMs()));
    }

    /// Ids of the words that are not heard in the cut.
    public Set<Integer> struck(List<Word> words) {
        if (!changed()) {
            return Set.of();
        }
        Set<Integer> heard =
                HeardWord.all(words, map.get()).stream().map(HeardWord::id).collect(Collectors.toSet());
        return IntStream.range(0, words.size())
                .filter(id -> !heard.contains(id))
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<WordCuts> onWords(List<Word> words) {
        return timeline.get().flatMap(line -> asset.map(a -> new WordCuts(line, a.id(), words)));
    }

    private void follow() {
        Optional<Project> project = edits.project();
        boolean same = project.isPresent() && asset.map(Asset::id).equals(project.map(Project::asset));
        Optional<Timeline> line =
                same ? project.get().timeline().or(() -> asset.map(FirstTimeline::of)) : Optional.empty();
        if (!line.equals(timeline.get())) {
            map.set(line.map(l -> SourceMap.of(l, asset.orElseThrow().id())).orElse(new SourceMap(List.of())));
            timeline.set(line);
        }
    }
}
