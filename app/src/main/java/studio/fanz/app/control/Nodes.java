package studio.fanz.app.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The small parts that every screen is put together from.
public final class Nodes {

    private Nodes() {}

    /// One line of text; style classes `h1 h2 h3 h t2 t3 small mono`.
    public static Label text(String sentence, String... styles) {
        var label = new Label(sentence);
        label.getStyleClass().addAll(styles);
        label.setMinWidth(0);
        return label;
    }

    /// A name somebody gave (of a recording, a file): it may be longer than any room, so it may be shortened.
    public static Label name(String given, String... styles) {
        Label label = text(given, styles);
        label.getStyleClass().add("may-shorten");
        return label;
    }

    /// Text that breaks into lines.
    public static Label paragraph(String sentence, String... styles) {
        Label label = text(sentence, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// A Feather icon (`home` for `fth-home`), 18 px.
    public static FontIcon icon(String name) {
        return new FontIcon("fth-" + name);
    }

    /// A button with words; style classes `primary`, `ghost`.
    public static Button button(String words, Runnable action, String... styles) {
        var button = new Button(words);
        button.getStyleClass().addAll(styles);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// A button with an icon before its words.
    public static Button button(String words, String icon, Runnable action, String... styles) {
        Button button = button(words, action, styles);
        button.setGraphic(icon(icon));
        return button;
    }

    /// A button that is only an icon; `name` is spoken and shown when the pointer rests.
    public static Button iconButton(String name, String icon, Runnable action, String... styles) {
        Button button = button(name, icon, action, styles);
        button.getStyleClass().add("icon-only");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        return button;
    }

    /// A pill that can be switched on.
    public static ToggleButton chip(String words) {
        var chip = new ToggleButton(words);
        chip.getStyleClass().add("chip");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        return chip;
    }

    /// A pill that only says something.
    public static Label tag(String words) {
        Label tag = text(words, "tag");
        tag.setMinWidth(Region.USE_PREF_SIZE);
        return tag;
    }

    /// Side by side, centred upright.
    public static HBox row(double gap, Node... children) {
        var row = new HBox(gap, children);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// Below one another.
    public static VBox column(double gap, Node... children) {
        return new VBox(gap, children);
    }

    /// Takes the room that is left.
    public static <N extends Node> N grow(N node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        VBox.setVgrow(node, Priority.ALWAYS);
        return node;
    }

    /// Empty room that takes what is left.
    public static Region spring() {
        return grow(new Region());
    }

    /// Scrolls upright only; as wide as its room.
    public static ScrollPane scrolling(Node content) {
        var pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().add("plain-scroll");
        return pane;
    }

    /// Shows a node only while asked for, and gives its room back otherwise.
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
