package studio.fanz.app.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import studio.fanz.app.session.Activity;
import studio.fanz.app.session.House;
import studio.fanz.app.session.Notices;
import studio.fanz.app.session.Preferences;
import studio.fanz.app.session.Problems;
import studio.fanz.app.theme.Appearance;
import studio.fanz.assets.Texts;
import studio.fanz.core.job.Jobs;
import studio.fanz.core.job.Outcome;

/// What the settings show and do. FX thread only.
public final class SettingsViewModel {

    private final Activity activity;
    private final House house;
    private final Notices notices;
    private final Problems problems;
    private final Texts texts;
    private final ObjectProperty<Preferences> preferences;
    private final ReadOnlyObjectWrapper<List<House.Model>> models = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<House.Stored>> stored = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean checked;

    /// `preferences` are written back when they change.
    public SettingsViewModel(
            Activity activity,
            House house,
            Notices notices,
            Problems problems,
            Texts texts,
            ObjectProperty<Preferences> preferences) {
        this.activity = activity;
        this.house = house;
        this.notices = notices;
        this.problems = problems;
        this.texts = texts;
        this.preferences = preferences;
    }

    /// What is remembered.
    public ReadOnlyObjectProperty<Preferences> preferencesProperty() {
        var shown = new SimpleObjectProperty<Preferences>();
        shown.bind(preferences);
        return shown;
    }

    /// The models, once they are checked.
    public ReadOnlyObjectProperty<List<House.Model>> modelsProperty() {
        return models.getReadOnlyProperty();
    }

    /// How much is stored, once it is known.
    public ReadOnlyObjectProperty<Optional<House.Stored>> storedProperty() {
        return stored.getReadOnlyProperty();
    }

    /// Where everything is kept.
    public Path home() {
        return house.home();
    }

    /// Dark, light or as the system is.
    public void appearance(Appearance wanted) {
        preferences.set(preferences.get().withAppearance(wanted));
    }

    /// Looks at models and disk; the models' files are read once.
    public void look() {
        measure();
        if (!checked) {
            checked = true;
            activity.start(
                    texts.get("job.models"), Jobs.Lane.LIGHT, house::models, outcome -> take(outcome, models::set));
        }
    }

    /// Looks how much is stored.
    public void measure() {
        activity.quietly(_ -> house.stored(), outcome -> take(outcome, s -> stored.set(Optional.of(s))));
    }

    /// Deletes what can be made again.
    public void clearCache() {
        activity.start(
                texts.get("job.clear"),
                Jobs.Lane.LIGHT,
                job -> {
                    house.clearCache(job);
                    return house.stored();
                },
                outcome -> take(outcome, now -> {
                    stored.set(Optional.of(now));
                    notices.tell(texts.get("settings.cleared"));
                }));
    }

    private <T> void take(Outcome<T> outcome, Consumer<T> sink) {
        switch (outcome) {
            case Outcome.Done(var value) -> sink.accept(value);
            case Outcome.Cancelled() -> {}
            case Outcome.Failed(var problem) -> notices.failed(problems.sentence(problem), problems.hint(problem));
        }
    }
}
