package studio.fanz.app.shell;

import java.util.List;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.fanz.app.control.Nodes;
import studio.fanz.app.session.Command;
import studio.fanz.app.session.Place;
import studio.fanz.assets.Texts;

/// The keys of the screen that shows, and those that work everywhere.
final class KeysSheet extends VBox {

    KeysSheet(List<Command> commands, Place place, Texts texts, Runnable close) {
        getStyleClass().add("floating");
        setSpacing(16);
        setMaxSize(760, Region.USE_PREF_SIZE);
        var columns = Nodes.row(
                40,
                keys(texts.get("keys.here", texts.get("place." + place.key())), commands, place.key(), texts),
                keys(texts.get("keys.everywhere"), commands, "", texts));
        columns.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        getChildren()
                .addAll(
                        Nodes.row(
                                8,
                                Nodes.text(texts.get("keys.title"), "h2"),
                                Nodes.spring(),
                                Nodes.iconButton(texts.get("close"), "x", close, "ghost")),
                        columns);
    }

    private static VBox keys(String title, List<Command> commands, String place, Texts texts) {
        var grid = new GridPane(24, 8);
        int row = 0;
        for (Command command : commands) {
            if (command.place().equals(place) && !command.keys().isEmpty()) {
                grid.addRow(
                        row++,
                        Nodes.text(texts.get("command." + command.id())),
                        PaletteView.key(Keys.shown(command.keys(), texts)));
            }
        }
        if (row == 0) {
            grid.addRow(0, Nodes.text(texts.get("keys.none"), "t2"));
        }
        return new VBox(10, Nodes.text(title, "h"), grid);
    }
}
