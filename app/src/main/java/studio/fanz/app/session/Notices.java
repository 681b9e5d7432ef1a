package studio.fanz.app.session;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Short notices that come up over the window and go away again. FX thread only.
public final class Notices {

    private final ObservableList<Notice> shown = FXCollections.observableArrayList();

    /// What is up now, oldest first.
    public ObservableList<Notice> shown() {
        return shown;
    }

    /// Something was done and can be taken back.
    public void done(String sentence, Runnable undo) {
        shown.add(new Notice(Tone.DONE, sentence, "", Optional.of(undo)));
    }

    /// Something was done.
    public void tell(String sentence) {
        shown.add(new Notice(Tone.DONE, sentence, "", Optional.empty()));
    }

    /// Something went wrong, with what to do now.
    public void failed(String sentence, String hint) {
        shown.add(new Notice(Tone.LOSS, sentence, hint, Optional.empty()));
    }

    /// Takes one away.
    public void dismiss(Notice notice) {
        shown.remove(notice);
    }

    /// How a notice is marked.
    public enum Tone {
        DONE,
        LOSS
    }

    /// One notice.
    ///
    /// @param tone     how it is marked
    /// @param sentence what happened
    /// @param hint     what to do now, may be empty
    /// @param undo     takes it back, when that is possible
    public record Notice(Tone tone, String sentence, String hint, Optional<Runnable> undo) {}
}
