package studio.fanz.app.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The FX thread as an executor: what it is given runs there, in order, at once when the caller is already there.
public enum FxThread implements Executor {
    FX;

    @Override
    public void execute(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }
}
