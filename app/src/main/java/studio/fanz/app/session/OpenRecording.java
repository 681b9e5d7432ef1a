package studio.fanz.app.session;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import studio.fanz.app.fx.FxThread;
import studio.fanz.app.fx.Latest;
import studio.fanz.assets.Texts;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.caption.Cue;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.caption.Word;
import studio.fanz.core.edit.Edit;
import studio.fanz.core.job.Job;
import studio.fanz.core.job.Jobs;
import studio.fanz.core.job.Outcome;
import studio.fanz.core.project.CutCaptions;
import studio.fanz.core.project.Project;
import studio.fanz.core.project.ProjectCue;
import studio.fanz.media.play.EditList;

/// The recording that is being edited: what is known about it so far, and the moment shown. Fills as the preparation
/// delivers. FX thread only.
public final class OpenRecording {

    private final Activity activity;
    private final Shelf shelf;
    private final Preparer preparer;
    private final Playback playback;
    private final Notices notices;
    private final Problems problems;
    private final Intake intake;
    private final Edits edits;
    private final Cut cut;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Optional<Captions>> captions = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Long>> cover = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Prepared>> prepared = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Project> cutOf = Optional.empty();
    private Optional<Captions> cutCaptions = Optional.empty();
    private @Nullable Job preparing;
    private long opened;

    public OpenRecording(
            Activity activity,
            Shelf shelf,
            Preparer preparer,
            Playback playback,
            Intake intake,
            Edits edits,
            Notices notices,
            Problems problems,
            Texts texts) {
        this.activity = activity;
        this.shelf = shelf;
        this.preparer = preparer;
        this.playback = playback;
        this.intake = intake;
        this.notices = notices;
        this.problems = problems;
        this.edits = edits;
        this.cut = new Cut(edits, notices, texts);
        this.texts = texts;
        edits.historyProperty().subscribe(_ -> merge());
        cut.timelineProperty().subscribe(_ -> playCut());
    }

    /// Everything known so far; empty while nothing is open.
    public ReadOnlyObjectProperty<Optional<Prepared>> preparedProperty() {
        return prepared.getReadOnlyProperty();
    }

    /// The moment shown.
    public Playback playback() {
        return playback;
    }

    /// Opens a recording at a moment, and prepares what is not prepared yet.
    public void open(Asset.Id id, long atMs) {
        boolean already = prepared.get().map(p -> p.asset().id().equals(id)).orElse(false);
        if (already) {
            playback.seek(atMs);
            return;
        }
        opened++;
        long mine = opened;
        activity.quietly(_ -> shelf.asset(id), outcome -> {
            switch (outcome) {
                case Outcome.Done(var found) ->
                    found.filter(_ -> mine == opened).ifPresent(a -> start(a, atMs));
                case Outcome.Cancelled() -> {}
                case Outcome.Failed(var problem) -> notices.failed(problems.sentence(problem), problems.hint(problem));
            }
        });
    }

    /// The captions as they are now, changes included.
    public ReadOnlyObjectProperty<Optional<Captions>> captionsProperty() {
        return captions.getReadOnlyProperty();
    }

    /// Time of the chosen cover; empty while nobody chose.
    public ReadOnlyObjectProperty<Optional<Long>> coverProperty() {
        return cover.getReadOnlyProperty();
    }

    /// What is cut of it.
    public Cut cut() {
        return cut;
    }

    /// What was changed, to undo and redo.
    public Edits edits() {
        return edits;
    }

    /// Changes one caption's lines and times; can be undone.
    public void changeCue(int index, List<String> lines, long startMs, long endMs) {
        edits.project().ifPresent(project -> {
            ProjectCue old = project.cues().get(index);
            var changed = new ProjectCue(
                    old.firstWord(),
                    old.lastWord(),
                    old.breaks(),
                    Optional.of(lines),
                    Optional.of(startMs),
                    Optional.of(endMs),
                    List.of());
            edits.apply(new Edit.ChangeCue(index, changed));
            notices.done(texts.get("captions.changed"), edits::undo);
        });
    }

    /// Takes a frame as cover; can be undone.
    public void chooseCover(long timeMs) {
        edits.apply(new Edit.ChooseCover(Optional.of(timeMs)));
        notices.done(texts.get("covers.changed"), edits::undo);
    }

    /// The caption that shows at a moment of the recording, without the words that are cut out.
    public Optional<Cue> cueAt(long ms) {
        OptionalLong at = cut.changed() ? cut.mapProperty().get().toTimeline(ms) : OptionalLong.of(ms);
        return at.isEmpty()
                ? Optional.empty()
                : shownCaptions()
                        .flatMap(shown -> shown.cues().stream()
                                .filter(cue -> at.getAsLong() >= cue.startMs() && at.getAsLong() < cue.endMs())
                                .findFirst());
    }

    private Optional<Captions> shownCaptions() {
        Optional<Project> project = edits.project().filter(p -> !p.cues().isEmpty() && cut.changed());
        Optional<Transcript> transcript = prepared.get().flatMap(Prepared::transcript);
        if (project.isEmpty() || transcript.isEmpty()) {
            return captions.get();
        }
        if (!project.equals(cutOf)) {
            cutOf = project;
            cutCaptions = project.map(p -> CutCaptions.of(p, transcript.get()));
        }
        return cutCaptions;
    }

    /// Goes to the word before or after the moment shown.
    public void moveByWord(int by) {
        List<Word> words = prepared.get()
                .flatMap(Prepared::transcript)
                .map(transcript -> transcript.words())
                .orElse(List.of());
        if (!words.isEmpty()) {
            int now = wordAt(words, playback.positionProperty().get());
            int next = Math.clamp((long) now + by, 0, words.size() - 1);
            playback.seek(words.get(next).startMs());
        }
    }

    /// The word that sounds at a moment, or the last one before it; -1 before the first.
    public static int wordAt(List<Word> words, long ms) {
        int low = 0;
        int high = words.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (words.get(middle).startMs() <= ms) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return low - 1;
    }

    private void start(Asset asset, long atMs) {
        if (preparing != null) {
            preparing.cancel();
        }
        prepared.set(Optional.empty());
        playback.open(asset, atMs);
        cut.open(asset);
        playCut();
        edits.open(asset.id());
        long mine = opened;
        var grew = new Latest<Prepared>(FxThread.FX, state -> show(mine, state));
        preparing = activity.start(
                texts.get("job.prepare", asset.name()),
                Jobs.Lane.HEAVY,
                job -> preparer.prepare(asset, grew::offer, job),
                outcome -> ended(mine, outcome));
    }

    /// The preview plays what the timeline keeps, all of it while nobody cut.
    private void playCut() {
        playback.keep(cut.timelineProperty()
                .get()
                .filter(_ -> cut.changed())
                .flatMap(line -> edits.project().map(project -> KeptRanges.of(line, project.asset())))
                .orElse(EditList.ALL));
    }

    private void show(long mine, Prepared state) {
        if (mine == opened) {
            prepared.set(Optional.of(state));
            merge();
        }
    }

    /// Prepared captions become the project's first ones; from then on the project's count.
    private void merge() {
        Optional<Transcript> transcript = prepared.get().flatMap(Prepared::transcript);
        Optional<Captions> made = prepared.get().flatMap(Prepared::captions);
        boolean fresh = edits.project().map(p -> p.cues().isEmpty()).orElse(false);
        if (fresh
                && transcript.isPresent()
                && made.isPresent()
                && !made.get().cues().isEmpty()) {
            List<Word> words = transcript.get().words();
            List<ProjectCue> cues = made.get().cues().stream()
                    .map(cue -> ProjectCue.of(cue, words))
                    .toList();
            edits.apply(new Edit.SetCues(made.get().language(), made.get().profile(), cues));
            return;
        }
        Optional<Project> project = edits.project().filter(p -> !p.cues().isEmpty());
        boolean both = project.isPresent()
                && transcript.isPresent()
                && prepared.get().isPresent()
                && !prepared.get().get().waitsFor(Prepared.Part.TRANSCRIPT);
        captions.set(both ? Optional.of(project.get().captions(transcript.get())) : made);
        cover.set(edits.project().flatMap(Project::coverMs));
    }

    private void ended(long mine, Outcome<Prepared> outcome) {
        switch (outcome) {
            case Outcome.Done(var state) -> {
                show(mine, state);
                intake.changed();
            }
            case Outcome.Cancelled() -> {}
            case Outcome.Failed(var problem) -> notices.failed(problems.sentence(problem), problems.hint(problem));
        }
    }
}
