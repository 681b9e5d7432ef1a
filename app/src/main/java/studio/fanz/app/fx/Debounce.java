package studio.fanz.app.fx;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// Runs an action once a stream of triggers has been quiet for a while (typing in a search field). FX thread only.
public final class Debounce {

    private final PauseTransition pause;

    /// `action` runs on the FX thread `millis` after the last trigger.
    public Debounce(double millis, Runnable action) {
        pause = new PauseTransition(Duration.millis(millis));
        pause.setOnFinished(_ -> action.run());
    }

    /// Starts the wait again.
    public void trigger() {
        pause.playFromStart();
    }
}
