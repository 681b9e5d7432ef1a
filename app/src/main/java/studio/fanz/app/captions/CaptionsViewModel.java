package studio.fanz.app.captions;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import studio.fanz.app.session.OpenRecording;
import studio.fanz.app.session.Playback;
import studio.fanz.app.session.Prepared;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.caption.Cue;

/// What the captions tab shows and does. FX thread only.
public final class CaptionsViewModel {

    private final OpenRecording recording;

    public CaptionsViewModel(OpenRecording recording) {
        this.recording = recording;
    }

    /// Everything known about the open recording.
    public ReadOnlyObjectProperty<Optional<Prepared>> preparedProperty() {
        return recording.preparedProperty();
    }

    /// The captions as they are now.
    public ReadOnlyObjectProperty<Optional<Captions>> captionsProperty() {
        return recording.captionsProperty();
    }

    /// The moment shown.
    public Playback playback() {
        return recording.playback();
    }

    /// Changes one caption's words; nothing happens when they are the same or empty.
    ///
    /// @param index which one
    /// @param text  its lines, separated by line breaks
    public void text(int index, String text) {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        Cue cue = cue(index);
        if (!lines.isEmpty() && !lines.equals(cue.lines())) {
            recording.changeCue(index, lines, cue.startMs(), cue.endMs());
        }
    }

    /// Changes one caption's times.
    ///
    /// @return false, and nothing changes, when it would end before it starts, overlap its neighbours or leave the
    ///         recording
    public boolean times(int index, long startMs, long endMs) {
        List<Cue> cues = cues();
        boolean fits = startMs >= 0
                && startMs < endMs
                && (index == 0 || cues.get(index - 1).endMs() <= startMs)
                && (index == cues.size() - 1 || endMs <= cues.get(index + 1).startMs());
        Cue cue = cue(index);
        if (fits && (cue.startMs() != startMs || cue.endMs() != endMs)) {
            recording.changeCue(index, cue.lines(), startMs, endMs);
        }
        return fits;
    }

    /// Shows a caption's moment.
    public void show(int index) {
        playback().seek(cue(index).startMs());
    }

    /// Which caption shows at a moment, -1 when none does.
    public int at(long ms) {
        List<Cue> cues = cues();
        for (int i = 0; i < cues.size(); i++) {
            if (ms >= cues.get(i).startMs() && ms < cues.get(i).endMs()) {
                return i;
            }
        }
        return -1;
    }

    private List<Cue> cues() {
        return captionsProperty().get().map(Captions::cues).orElse(List.of());
    }

    private Cue cue(int index) {
        return cues().get(index);
    }
}
