package studio.fanz.app.shell;

import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.fanz.app.control.Nodes;
import studio.fanz.app.control.Pictures;
import studio.fanz.app.control.PosterView;
import studio.fanz.app.fx.Debounce;
import studio.fanz.assets.Texts;
import studio.fanz.core.time.Timecode;

/// The palette: type, choose with the arrows, Enter.
final class PaletteView extends VBox {

    private static final double TYPING_MILLIS = 90;

    private final PaletteViewModel palette;
    private final Texts texts;
    private final Pictures pictures;
    private final Runnable close;
    private final TextField field = new TextField();
    private final VBox list = new VBox(2);

    PaletteView(PaletteViewModel palette, Texts texts, Pictures pictures, Runnable close) {
        this.palette = palette;
        this.texts = texts;
        this.pictures = pictures;
        this.close = close;
        getStyleClass().addAll("floating", "palette");
        setMaxSize(640, Region.USE_PREF_SIZE);
        setPrefWidth(640);
        field.setPromptText(texts.get("search.prompt"));
        field.setAccessibleText(texts.get("search.prompt"));
        list.setPadding(new Insets(6));
        var rule = new Region();
        rule.getStyleClass().add("rule");
        HBox top = Nodes.row(0, Nodes.icon("search"), Nodes.grow(field), key("Esc"));
        top.setPadding(new Insets(0, 16, 0, 18));
        getChildren().addAll(top, rule, list);
        var typed = new Debounce(TYPING_MILLIS, () -> palette.ask(field.getText()));
        field.textProperty().subscribe((_, _) -> typed.trigger());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        palette.entries().subscribe(this::fill);
        palette.chosenProperty().subscribe(_ -> fill());
    }

    void start(String words) {
        field.setText(words);
        palette.ask(words);
        field.requestFocus();
        field.end();
    }

    private void keyPressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> palette.move(1);
            case UP -> palette.move(-1);
            case ENTER -> {
                close.run();
                palette.take();
            }
            case ESCAPE -> close.run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void fill() {
        list.getChildren().clear();
        for (int i = 0; i < palette.entries().size(); i++) {
            list.getChildren()
                    .add(line(
                            palette.entries().get(i),
                            i == palette.chosenProperty().get()));
        }
        if (list.getChildren().isEmpty()) {
            var nothing = Nodes.paragraph(texts.get("search.nothing"), "t2");
            nothing.setPadding(new Insets(14, 12, 14, 12));
            list.getChildren().add(nothing);
        }
    }

    private Node line(PaletteViewModel.Entry entry, boolean chosen) {
        HBox line = switch (entry) {
            case PaletteViewModel.Entry.Do(var command, var text) -> {
                HBox row = Nodes.row(12, Nodes.icon("corner-down-right"), Nodes.text(text), Nodes.spring());
                if (!command.keys().isEmpty()) {
                    row.getChildren().add(key(Keys.shown(command.keys(), texts)));
                }
                yield row;
            }
            case PaletteViewModel.Entry.Open(var item) -> {
                var poster = new PosterView(4);
                poster.setMinSize(44, 26);
                poster.setMaxSize(44, 26);
                item.poster().ifPresent(file -> poster.show(pictures.of(file, 80)));
                yield Nodes.row(
                        12,
                        poster,
                        Nodes.name(item.name()),
                        Nodes.spring(),
                        Nodes.text(
                                texts.get("item.kind." + item.kind().name().toLowerCase(Locale.ROOT)), "t2", "small"));
            }
            case PaletteViewModel.Entry.GoTo(var spoken) -> {
                HBox words = Nodes.row(
                        4,
                        Nodes.name(spoken.before(), "t2"),
                        Nodes.text(spoken.found(), "strong"),
                        Nodes.name(spoken.after(), "t2"));
                yield Nodes.row(
                        12,
                        Nodes.icon("message-square"),
                        Nodes.grow(words),
                        Nodes.name(spoken.name(), "t2", "small"),
                        Nodes.text(Timecode.of(spoken.atMs()), "mono", "t2"));
            }
        };
        line.getStyleClass().add("entry");
        if (chosen) {
            line.getStyleClass().add("chosen");
        }
        line.setAlignment(Pos.CENTER_LEFT);
        line.setAccessibleRole(AccessibleRole.LIST_ITEM);
        line.setOnMouseClicked(_ -> {
            close.run();
            palette.take(entry);
        });
        return line;
    }

    static Node key(String keys) {
        var label = Nodes.text(keys, "kbd");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
