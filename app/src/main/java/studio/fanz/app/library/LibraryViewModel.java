package studio.fanz.app.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.fanz.app.session.Activity;
import studio.fanz.app.session.Intake;
import studio.fanz.app.session.Item;
import studio.fanz.app.session.Navigation;
import studio.fanz.app.session.Problems;
import studio.fanz.app.session.Shelf;
import studio.fanz.app.session.Spoken;
import studio.fanz.app.session.Wanted;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.job.Outcome;
import studio.fanz.core.problem.StudioException;

/// What the library screen shows and does. FX thread only; the library answers on job threads, and an answer that
/// comes after a newer question is dropped.
public final class LibraryViewModel {

    private static final int SPOKEN = 12;

    /// What is found.
    ///
    /// @param wanted what was asked
    /// @param items  what fits, newest first
    /// @param spoken where the words are spoken
    /// @param counts how many there are in each list
    public record Found(Wanted wanted, List<Item> items, List<Spoken> spoken, Map<Wanted.Facet, Integer> counts) {
        public Found {
            items = List.copyOf(items);
            spoken = List.copyOf(spoken);
            counts = Map.copyOf(counts);
        }

        /// How many there are in all.
        public int total() {
            return counts.getOrDefault(Wanted.Facet.EVERYTHING, 0);
        }
    }

    /// Why there is nothing to show.
    ///
    /// @param sentence what happened
    /// @param hint     what to do now
    public record Trouble(String sentence, String hint) {}

    private final Activity activity;
    private final Shelf shelf;
    private final Intake intake;
    private final Navigation navigation;
    private final Problems problems;
    private final ReadOnlyObjectWrapper<Wanted> wanted = new ReadOnlyObjectWrapper<>(Wanted.ALL);
    private final ReadOnlyObjectWrapper<Found> found =
            new ReadOnlyObjectWrapper<>(new Found(Wanted.ALL, List.of(), List.of(), Map.of()));
    private final ReadOnlyObjectWrapper<Optional<Trouble>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Asset>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private long asked;

    public LibraryViewModel(Activity activity, Shelf shelf, Intake intake, Navigation navigation, Problems problems) {
        this.activity = activity;
        this.shelf = shelf;
        this.intake = intake;
        this.navigation = navigation;
        this.problems = problems;
        wanted.subscribe(_ -> ask());
        intake.arrivalsProperty().subscribe((_, _) -> ask());
    }

    /// What is asked for.
    public ReadOnlyObjectProperty<Wanted> wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    /// What was found last.
    public ReadOnlyObjectProperty<Found> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /// Why the library did not answer, if it did not.
    public ReadOnlyObjectProperty<Optional<Trouble>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// The recording whose details show.
    public ReadOnlyObjectProperty<Optional<Asset>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// Looks for words in names and in speech.
    public void search(String words) {
        wanted.set(wanted.get().withWords(words.strip()));
    }

    /// Shows another list.
    public void show(Wanted.Facet facet) {
        wanted.set(wanted.get().withFacet(facet));
    }

    /// Shows a kind, or shows it no longer.
    public void toggle(AssetKind kind) {
        wanted.set(wanted.get().toggled(kind));
    }

    /// Shows everything again.
    public void clear() {
        wanted.set(Wanted.ALL);
    }

    /// Fetches the details of one thing.
    public void select(Item item) {
        activity.quietly(_ -> shelf.asset(item.id()), outcome -> {
            if (outcome instanceof Outcome.Done(var asset)) {
                selected.set(asset);
            }
        });
    }

    /// Opens one for editing.
    public void open(Item item) {
        navigation.open(item.id(), 0);
    }

    /// Opens a recording where the words are spoken.
    public void open(Spoken spoken) {
        navigation.open(spoken.asset(), spoken.atMs());
    }

    /// Brings dropped files in.
    public void drop(List<Path> files) {
        intake.add(files);
    }

    /// Asks the library again.
    public void ask() {
        asked++;
        long question = asked;
        Wanted now = wanted.get();
        activity.quietly(job -> look(now, job), outcome -> answered(question, outcome));
    }

    private Found look(Wanted now, JobContext job) throws StudioException {
        List<Item> items = shelf.find(now);
        job.checkpoint();
        List<Spoken> spoken = now.words().isEmpty() ? List.of() : shelf.spoken(now.words(), SPOKEN);
        return new Found(now, items, spoken, shelf.counts());
    }

    private void answered(long question, Outcome<Found> outcome) {
        if (question != asked) {
            return;
        }
        switch (outcome) {
            case Outcome.Done(var answer) -> {
                trouble.set(Optional.empty());
                found.set(answer);
            }
            case Outcome.Cancelled() -> {}
            case Outcome.Failed(var problem) ->
                trouble.set(Optional.of(new Trouble(problems.sentence(problem), problems.hint(problem))));
        }
    }
}
