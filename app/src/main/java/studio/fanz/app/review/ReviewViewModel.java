package studio.fanz.app.review;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import studio.fanz.app.session.OpenRecording;
import studio.fanz.app.session.Prepared;
import studio.fanz.core.review.Finding;

/// What the review tab shows and does. FX thread only.
public final class ReviewViewModel {

    private final OpenRecording recording;

    public ReviewViewModel(OpenRecording recording) {
        this.recording = recording;
    }

    /// Everything known about the open recording.
    public ReadOnlyObjectProperty<Optional<Prepared>> preparedProperty() {
        return recording.preparedProperty();
    }

    /// Goes to where it was found.
    public void show(Finding finding) {
        finding.span().ifPresent(span -> recording.playback().seek(span.startMs()));
    }
}
