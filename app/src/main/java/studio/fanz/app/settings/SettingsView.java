package studio.fanz.app.settings;

import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.fanz.app.control.Diamond;
import studio.fanz.app.control.Nodes;
import studio.fanz.app.control.Sizes;
import studio.fanz.app.session.House;
import studio.fanz.app.theme.Appearance;
import studio.fanz.assets.Texts;

/// The settings.
public final class SettingsView extends StackPane {

    private final SettingsViewModel settings;
    private final Texts texts;
    private final Locale locale;

    /// `licences` is the text of the third parties' licences.
    public SettingsView(SettingsViewModel settings, Texts texts, Locale locale, String licences) {
        this.settings = settings;
        this.texts = texts;
        this.locale = locale;
        getStyleClass().add("page");
        var column = new VBox(
                14,
                Nodes.text(texts.get("place.settings"), "h1"),
                section(texts.get("settings.appearance"), texts.get("settings.appearance.hint"), appearance()),
                section(texts.get("settings.storage"), texts.get("settings.storage.hint"), storage()),
                section(texts.get("settings.models"), texts.get("settings.models.hint"), models()),
                section(texts.get("settings.about"), texts.get("settings.about.hint"), about(licences)));
        column.setMaxWidth(880);
        column.setPadding(new Insets(34, 40, 48, 40));
        getChildren().add(Nodes.scrolling(new StackPane(column)));
    }

    private Node section(String title, String hint, Node content) {
        var words = new VBox(4, Nodes.paragraph(title, "h3"), Nodes.paragraph(hint, "t2", "small"));
        words.setMinWidth(220);
        words.setPrefWidth(240);
        words.setMaxWidth(240);
        HBox.setHgrow(content, javafx.scene.layout.Priority.ALWAYS);
        var row = new HBox(32, words, content);
        row.setPadding(new Insets(18, 20, 18, 20));
        row.getStyleClass().add("card");
        return row;
    }

    private Node appearance() {
        var chips = Nodes.row(8);
        for (Appearance appearance : Appearance.values()) {
            ToggleButton chip =
                    Nodes.chip(texts.get("settings." + appearance.name().toLowerCase(Locale.ROOT)));
            chip.setOnAction(_ -> {
                settings.appearance(appearance);
                chip.setSelected(true);
            });
            settings.preferencesProperty().subscribe(p -> chip.setSelected(p.appearance() == appearance));
            chips.getChildren().add(chip);
        }
        chips.setAlignment(Pos.TOP_LEFT);
        return chips;
    }

    private Node storage() {
        var library = Nodes.text("");
        var cache = Nodes.text("");
        settings.storedProperty().subscribe(stored -> {
            library.setText(stored.map(s -> Sizes.text(s.library(), locale)).orElse("…"));
            cache.setText(stored.map(s -> Sizes.text(s.cache(), locale)).orElse("…"));
        });
        var box = new VBox(
                8,
                fact(texts.get("settings.home"), Nodes.paragraph(settings.home().toString())),
                fact(texts.get("settings.library"), library),
                fact(
                        texts.get("settings.cache"),
                        Nodes.row(12, cache, Nodes.button(texts.get("settings.clear"), settings::clearCache))));
        box.setMinWidth(0);
        return box;
    }

    private static Node fact(String name, Node value) {
        var label = Nodes.text(name, "t2");
        label.setMinWidth(96);
        label.setPrefWidth(96);
        var row = Nodes.row(12, label, Nodes.grow(value));
        row.setMinHeight(28);
        return row;
    }

    private Node models() {
        var list = new VBox();
        list.setMinWidth(0);
        settings.modelsProperty().subscribe(models -> {
            list.getChildren().clear();
            if (models.isEmpty()) {
                list.getChildren().add(Nodes.text(texts.get("settings.models.looking"), "t2"));
            }
            models.forEach(model -> list.getChildren().add(model(model)));
        });
        return list;
    }

    private Node model(House.Model model) {
        FontIcon check = Nodes.icon("check");
        check.getStyleClass().addAll("icon-small", "icon-ok");
        Node sign = model.intact() ? check : new Diamond();
        var place = new StackPane(sign);
        place.setMinWidth(18);
        var state = Nodes.text(texts.get(model.intact() ? "settings.intact" : "settings.damaged"), "t2", "small");
        state.setMinWidth(Region.USE_PREF_SIZE);
        String bytes = model.sizeBytes() > 0 ? Sizes.text(model.sizeBytes(), locale) : "";
        var size = Nodes.text(bytes, "t2", "small");
        size.setMinWidth(64);
        size.setAlignment(Pos.CENTER_RIGHT);
        var row = Nodes.row(
                10,
                place,
                Nodes.grow(Nodes.name(model.name())),
                Nodes.spring(),
                Nodes.text(model.licence(), "t3", "small"),
                size,
                state);
        row.setMinHeight(30);
        return row;
    }

    private Node about(String licences) {
        var text = Nodes.paragraph(licences, "t2", "small");
        var scroll = Nodes.scrolling(text);
        scroll.setPrefHeight(180);
        var box = new VBox(8, Nodes.text(texts.get("settings.version", version()), "strong"), scroll);
        box.setMinWidth(0);
        return box;
    }

    private static String version() {
        String version = SettingsView.class.getPackage().getImplementationVersion();
        return version == null ? "0.1" : version;
    }
}
