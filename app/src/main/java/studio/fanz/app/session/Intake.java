package studio.fanz.app.session;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import studio.fanz.assets.Texts;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.job.Jobs;
import studio.fanz.core.job.Outcome;

/// Brings dropped and chosen files in. FX thread only.
public final class Intake {

    private final Activity activity;
    private final Shelf shelf;
    private final Navigation navigation;
    private final Notices notices;
    private final Texts texts;
    private final Problems problems;
    private final ReadOnlyIntegerWrapper arrivals = new ReadOnlyIntegerWrapper();

    public Intake(
            Activity activity, Shelf shelf, Navigation navigation, Notices notices, Texts texts, Problems problems) {
        this.activity = activity;
        this.shelf = shelf;
        this.navigation = navigation;
        this.notices = notices;
        this.texts = texts;
        this.problems = problems;
    }

    /// Grows by one each time the library has changed; screens that list it look again.
    public ReadOnlyIntegerProperty arrivalsProperty() {
        return arrivals.getReadOnlyProperty();
    }

    /// Brings files and folders in. A single recording is opened at once; of several, the library shows.
    public void add(List<Path> files) {
        if (files.isEmpty()) {
            return;
        }
        String title = files.size() == 1
                ? texts.get("job.import.one", fileName(files.getFirst()))
                : texts.get("job.import.many", files.size());
        activity.start(title, Jobs.Lane.LIGHT, job -> shelf.add(files, job), outcome -> ended(files, outcome));
    }

    private void ended(List<Path> files, Outcome<Shelf.Added> outcome) {
        switch (outcome) {
            case Outcome.Done(var added) -> arrived(files, added);
            case Outcome.Cancelled() -> changed();
            case Outcome.Failed(var problem) -> {
                notices.failed(problems.sentence(problem), problems.hint(problem));
                changed();
            }
        }
    }

    private void arrived(List<Path> files, Shelf.Added added) {
        changed();
        if (added.refused().size() == 1) {
            var problem = added.refused().getFirst().problem();
            notices.failed(problems.sentence(problem), problems.hint(problem));
        } else if (!added.refused().isEmpty()) {
            notices.failed(
                    texts.get("import.refused", added.refused().size()),
                    problems.sentence(added.refused().getFirst().problem()));
        }
        List<Asset> assets = added.assets();
        if (assets.size() == 1 && files.size() == 1) {
            navigation.open(assets.getFirst().id(), 0);
        } else if (!assets.isEmpty()) {
            notices.tell(texts.get("import.done", assets.size()));
            navigation.go(Place.LIBRARY);
        }
    }

    /// Says that what the library holds has changed.
    public void changed() {
        arrivals.set(arrivals.get() + 1);
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }
}
