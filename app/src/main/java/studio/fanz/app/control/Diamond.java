package studio.fanz.app.control;

import javafx.scene.layout.Region;

/// The sign for "needs you": a shape, so that colour never says it alone.
public final class Diamond extends Region {

    /// Nine pixels, standing on its corner.
    public Diamond() {
        getStyleClass().add("diamond");
        setMinSize(11, 11);
        setPrefSize(11, 11);
        setMaxSize(11, 11);
        setMouseTransparent(true);
    }
}
