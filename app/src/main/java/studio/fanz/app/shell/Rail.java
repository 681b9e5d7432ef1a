package studio.fanz.app.shell;

import java.util.Map;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.fanz.app.control.LeaderMark;
import studio.fanz.app.control.Nodes;
import studio.fanz.app.session.Navigation;
import studio.fanz.app.session.Place;
import studio.fanz.assets.Texts;

/// The places, on the left.
final class Rail extends VBox {

    private static final Map<Place, String> ICONS =
            Map.of(Place.TODAY, "home", Place.LIBRARY, "grid", Place.EDIT, "scissors", Place.SETTINGS, "settings");

    Rail(Navigation navigation, Texts texts) {
        getStyleClass().add("rail");
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        setAccessibleText(texts.get("rail"));
        var space = new Region();
        space.setMinHeight(8);
        getChildren().addAll(new LeaderMark(32, "3"), space);
        for (Place place : Place.values()) {
            if (place == Place.SETTINGS) {
                getChildren().add(Nodes.spring());
            }
            getChildren().add(button(place, navigation, texts));
        }
    }

    private static ToggleButton button(Place place, Navigation navigation, Texts texts) {
        var button =
                new ToggleButton(texts.get("place." + place.key()), Nodes.icon(ICONS.getOrDefault(place, "circle")));
        button.setAccessibleText(texts.get("place." + place.key()));
        button.setOnAction(_ -> {
            navigation.go(place);
            button.setSelected(true);
        });
        navigation.placeProperty().subscribe(now -> button.setSelected(now == place));
        return button;
    }
}
