package studio.fanz.app.today;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.fanz.app.session.Activity;
import studio.fanz.app.session.Intake;
import studio.fanz.app.session.Item;
import studio.fanz.app.session.Navigation;
import studio.fanz.app.session.Need;
import studio.fanz.app.session.Place;
import studio.fanz.app.session.Problems;
import studio.fanz.app.session.Shelf;
import studio.fanz.app.session.Wanted;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.job.Outcome;
import studio.fanz.core.problem.StudioException;

/// What the first screen shows and does. FX thread only.
public final class TodayViewModel {

    private static final int NEEDS = 5;
    private static final int CARRY_ON = 3;

    /// Everything the screen can look like.
    public sealed interface State {

        /// The library is being asked.
        record Loading() implements State {}

        /// There is nothing yet.
        record FirstRun() implements State {}

        /// There is something.
        ///
        /// @param needs   what asks for a look
        /// @param carryOn the newest recordings
        /// @param total   how many there are in all
        record Full(List<Need> needs, List<Item> carryOn, int total) implements State {
            public Full {
                needs = List.copyOf(needs);
                carryOn = List.copyOf(carryOn);
            }
        }

        /// The library did not answer.
        record Failed(String sentence, String hint) implements State {}
    }

    private final Activity activity;
    private final Shelf shelf;
    private final Intake intake;
    private final Navigation navigation;
    private final Problems problems;
    private final Path sample;
    private final Supplier<LocalDateTime> clock;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Loading());

    /// `sample` is the recording that ships; `clock` tells the local time.
    public TodayViewModel(
            Activity activity,
            Shelf shelf,
            Intake intake,
            Navigation navigation,
            Problems problems,
            Path sample,
            Supplier<LocalDateTime> clock) {
        this.activity = activity;
        this.shelf = shelf;
        this.intake = intake;
        this.navigation = navigation;
        this.problems = problems;
        this.sample = sample;
        this.clock = clock;
        intake.arrivalsProperty().subscribe(_ -> refresh());
    }

    /// What to show now.
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The time on the person's clock, for the greeting.
    public LocalDateTime now() {
        return clock.get();
    }

    /// Asks the library again.
    public void refresh() {
        activity.quietly(this::look, this::looked);
    }

    /// Brings dropped files in.
    public void drop(List<Path> files) {
        intake.add(files);
    }

    /// Brings the recording in that ships with the program.
    public void trySample() {
        intake.add(List.of(sample));
    }

    /// Opens a recording.
    public void open(Asset.Id asset) {
        navigation.open(asset, 0);
    }

    /// Opens a recording where it needs a look.
    public void open(Need need) {
        navigation.open(
                need.asset(), need.finding().span().map(span -> span.startMs()).orElse(0L));
    }

    /// Shows the whole library.
    public void showLibrary() {
        navigation.go(Place.LIBRARY);
    }

    private State look(JobContext job) throws StudioException {
        List<Item> items = shelf.find(Wanted.ALL);
        if (items.isEmpty()) {
            return new State.FirstRun();
        }
        List<Item> newest = items.subList(0, Math.min(CARRY_ON, items.size()));
        return new State.Full(shelf.needs(NEEDS), newest, items.size());
    }

    private void looked(Outcome<State> outcome) {
        Optional<State> next = switch (outcome) {
            case Outcome.Done(var found) -> Optional.of(found);
            case Outcome.Cancelled() -> Optional.empty();
            case Outcome.Failed(var problem) ->
                Optional.of(new State.Failed(problems.sentence(problem), problems.hint(problem)));
        };
        next.ifPresent(state::set);
    }
}
