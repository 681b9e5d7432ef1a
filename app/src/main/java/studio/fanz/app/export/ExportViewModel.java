package studio.fanz.app.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;
import studio.fanz.app.session.Activity;
import studio.fanz.app.session.OpenRecording;
import studio.fanz.app.session.Prepared;
import studio.fanz.app.session.Problems;
import studio.fanz.app.session.Renditions;
import studio.fanz.assets.Texts;
import studio.fanz.core.job.Job;
import studio.fanz.core.job.Jobs;
import studio.fanz.core.job.Outcome;
import studio.fanz.core.platform.Target;
import studio.fanz.core.project.Project;
import studio.fanz.core.review.Finding;
import studio.fanz.core.review.Review;
import studio.fanz.core.timeline.Timeline;

/// What the export tab shows and does. FX thread only.
public final class ExportViewModel {

    /// Everything the tab can look like.
    public sealed interface State {

        /// Waits for a choice.
        record Ready() implements State {}

        /// The files are being made; the status bar shows how far.
        record Running() implements State {}

        /// The files are there.
        record Finished(Renditions.Made made) implements State {}

        /// It did not work.
        record Failed(String sentence, String hint) implements State {}
    }

    private final Activity activity;
    private final OpenRecording recording;
    private final Renditions renditions;
    private final Problems problems;
    private final Texts texts;
    private final ObservableSet<Target> chosen = FXCollections.observableSet(new java.util.LinkedHashSet<>());
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Ready());
    private @Nullable Job running;
    private final ReadOnlyObjectWrapper<Optional<List<Finding>>> ofCut = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean burnIn;
    private Optional<Timeline> looked = Optional.empty();

    public ExportViewModel(
            Activity activity, OpenRecording recording, Renditions renditions, Problems problems, Texts texts) {
        this.activity = activity;
        this.recording = recording;
        this.renditions = renditions;
        this.problems = problems;
        this.texts = texts;
        recording.edits().historyProperty().subscribe(_ -> lookAtCut());
    }

    /// What makes places refuse the recording as it is cut now; empty while it is shown as it is.
    public ReadOnlyObjectProperty<Optional<List<Finding>>> cutFindingsProperty() {
        return ofCut.getReadOnlyProperty();
    }

    /// Limits hold against what is left of a recording.
    private void lookAtCut() {
        Optional<Project> project = recording.edits().project();
        Optional<Timeline> line = project.flatMap(Project::timeline);
        if (line.equals(looked)) {
            return;
        }
        looked = line;
        if (line.isEmpty()) {
            ofCut.set(Optional.empty());
            return;
        }
        activity.quietly(_ -> renditions.refusals(project.orElseThrow()), outcome -> {
            if (outcome instanceof Outcome.Done(var found) && line.equals(looked)) {
                ofCut.set(found);
            }
        });
    }

    /// What the tab looks like.
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Everything known about the open recording.
    public ReadOnlyObjectProperty<Optional<Prepared>> preparedProperty() {
        return recording.preparedProperty();
    }

    /// The places that take what the recording is (a video, a picture).
    public List<Target> targets() {
        return renditions.targets().stream()
                .filter(target -> target.kind() == Target.Kind.VIDEO)
                .toList();
    }

    /// The chosen places.
    public ObservableSet<Target> chosen() {
        return chosen;
    }

    /// Whether captions are drawn into the picture.
    public void burnIn(boolean wanted) {
        burnIn = wanted;
    }

    /// Findings that make a place refuse the recording.
    public List<Finding> blocking(Target target) {
        return ofCut.get()
                .or(() -> preparedProperty().get().flatMap(Prepared::review).map(Review::findings))
                .map(findings -> findings.stream()
                        .filter(f -> f.severity() == Finding.Severity.BLOCKS
                                && f.targets().contains(target.id()))
                        .toList())
                .orElse(List.of());
    }

    /// Makes the files for the chosen places.
    public void start() {
        Optional<Prepared> prepared = preparedProperty().get();
        if (running != null || chosen.isEmpty() || prepared.isEmpty()) {
            return;
        }
        var targets = new ArrayList<>(chosen);
        boolean drawn = burnIn;
        Optional<Project> project = recording.edits().project();
        state.set(new State.Running());
        running = activity.start(
                texts.get("job.export", prepared.get().asset().name()),
                Jobs.Lane.HEAVY,
                job -> renditions.make(prepared.get().asset(), project, targets, drawn, job),
                this::ended);
        if (!(state.get() instanceof State.Running)) {
            running = null;
        }
    }

    /// Stops making them.
    public void cancel() {
        if (running != null) {
            running.cancel();
        }
    }

    private void ended(Outcome<Renditions.Made> outcome) {
        running = null;
        state.set(
                switch (outcome) {
                    case Outcome.Done(var made) -> new State.Finished(made);
                    case Outcome.Cancelled() -> new State.Ready();
                    case Outcome.Failed(var problem) ->
                        new State.Failed(problems.sentence(problem), problems.hint(problem));
                });
    }
}
