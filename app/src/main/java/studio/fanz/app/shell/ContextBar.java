package studio.fanz.app.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import studio.fanz.app.control.Nodes;
import studio.fanz.assets.Texts;

/// The first line of the window: where I am, the search, undo, and the screen's main action.
final class ContextBar extends HBox {

    private final HBox actions = Nodes.row(8);

    ContextBar(ObservableValue<String> where, ObservableValue<String> detail, Texts texts, Runnable palette) {
        getStyleClass().add("top");
        Label place = Nodes.name("", "strong");
        place.textProperty().bind(where);
        Label more = Nodes.text("", "t3");
        more.textProperty().bind(detail);
        getChildren().addAll(Nodes.row(6, place, more), Nodes.spring(), search(texts, palette), actions);
    }

    /// What stands on the right for the screen that shows.
    HBox actions() {
        return actions;
    }

    private static Button search(Texts texts, Runnable palette) {
        var inside = Nodes.row(
                8,
                Nodes.icon("search"),
                Nodes.name(texts.get("search.prompt"), "t3"),
                Nodes.spring(),
                PaletteView.key(Keys.shown("Shortcut+K", texts)));
        inside.setPrefWidth(340);
        var button = new Button(texts.get("search.prompt"), inside);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText(texts.get("search.prompt"));
        button.getStyleClass().add("search");
        button.setOnAction(_ -> palette.run());
        return button;
    }
}
