package studio.fanz.app.covers;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import studio.fanz.app.session.OpenRecording;
import studio.fanz.app.session.Prepared;
import studio.fanz.core.asset.Cover;

/// What the cover tab shows and does. FX thread only.
public final class CoversViewModel {

    private final OpenRecording recording;

    public CoversViewModel(OpenRecording recording) {
        this.recording = recording;
    }

    /// Everything known about the open recording.
    public ReadOnlyObjectProperty<Optional<Prepared>> preparedProperty() {
        return recording.preparedProperty();
    }

    /// Time of the chosen cover; empty while nobody chose, which means the first proposal.
    public ReadOnlyObjectProperty<Optional<Long>> chosenProperty() {
        return recording.coverProperty();
    }

    /// Whether a cover is the one that would be used.
    public boolean isChosen(Cover cover) {
        Optional<Long> chosen = chosenProperty().get();
        if (chosen.isPresent()) {
            return chosen.get() == cover.timeMs();
        }
        return preparedProperty()
                .get()
                .flatMap(Prepared::covers)
                .filter(choice -> !choice.chosen().isEmpty())
                .map(choice -> choice.chosen().getFirst().equals(cover))
                .orElse(false);
    }

    /// Takes a cover.
    public void choose(Cover cover) {
        recording.chooseCover(cover.timeMs());
    }

    /// Shows its moment in the preview.
    public void show(Cover cover) {
        recording.playback().seek(cover.timeMs());
    }
}
