package studio.fanz.app.shell;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import studio.fanz.app.control.Pictures;
import studio.fanz.app.session.Activity;
import studio.fanz.app.session.Command;
import studio.fanz.app.session.Navigation;
import studio.fanz.app.session.Notices;
import studio.fanz.app.session.Place;
import studio.fanz.assets.Texts;

/// The window's content: rail, context bar, the screen that shows, status; sheets, palette and toasts above.
public final class Shell extends StackPane {

    private final Navigation navigation;
    private final Texts texts;
    private final List<Command> commands;
    private final Map<Place, Screen> screens = new EnumMap<>(Place.class);
    private final BorderPane frame = new BorderPane();
    private final StackPane sheets = new StackPane();
    private final StringProperty where = new SimpleStringProperty("");
    private final StringProperty detail = new SimpleStringProperty("");
    private final ContextBar bar;
    private final PaletteView palette;
    private Optional<Node> focusBefore = Optional.empty();

    /// A screen with its title and what stands on the right of the context bar.
    ///
    /// @param content the screen
    /// @param title   where the person is
    /// @param detail  more about it, may be empty
    /// @param actions buttons for the context bar
    public record Screen(
            Node content, ObservableValue<String> title, ObservableValue<String> detail, List<Node> actions) {
        public Screen {
            actions = List.copyOf(actions);
        }
    }

    public Shell(
            Navigation navigation,
            Activity activity,
            Notices notices,
            List<Command> commands,
            PaletteViewModel palette,
            Texts texts,
            Pictures pictures,
            ObservableValue<String> storage) {
        this.navigation = navigation;
        this.texts = texts;
        this.commands = commands;
        this.palette = new PaletteView(palette, texts, pictures, this::closeSheet);
        bar = new ContextBar(where, detail, texts, () -> openPalette(""));
        var middle = new BorderPane();
        middle.setTop(bar);
        middle.setCenter(frame);
        middle.setBottom(new StatusBar(activity, texts, storage));
        var all = new BorderPane(middle);
        all.setLeft(new Rail(navigation, texts));
        sheets.setVisible(false);
        sheets.getStyleClass().add("scrim");
        sheets.setOnMouseClicked(event -> {
            if (event.getTarget() == sheets) {
                closeSheet();
            }
        });
        getChildren().addAll(all, new Toasts(notices, texts), sheets);
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    /// Puts a screen behind a place.
    public void put(Place place, Screen screen) {
        screens.put(place, screen);
    }

    /// Shows the place the person is at, from now on always.
    public void start() {
        navigation.placeProperty().subscribe(this::show);
    }

    /// Opens the palette with words already typed.
    public void openPalette(String words) {
        openSheet(palette, Pos.TOP_CENTER);
        palette.start(words);
    }

    /// Shows the keys of the screen.
    public void openKeys() {
        openSheet(new KeysSheet(commands, navigation.placeProperty().get(), texts, this::closeSheet), Pos.CENTER);
    }

    /// Shows a bug.
    public void openCrash(Crash crash) {
        openSheet(new CrashSheet(crash, texts, this::closeSheet), Pos.CENTER);
    }

    private void show(Place place) {
        Optional.ofNullable(screens.get(place)).ifPresent(screen -> {
            frame.setCenter(screen.content());
            where.bind(screen.title());
            detail.bind(screen.detail());
            bar.actions().getChildren().setAll(screen.actions());
        });
    }

    private void openSheet(Region sheet, Pos position) {
        if (!sheets.isVisible()) {
            focusBefore = Optional.ofNullable(getScene()).map(scene -> scene.getFocusOwner());
        }
        StackPane.setAlignment(sheet, position);
        StackPane.setMargin(sheet, new javafx.geometry.Insets(position == Pos.TOP_CENTER ? 88 : 24, 24, 24, 24));
        sheets.getChildren().setAll(sheet);
        sheets.setVisible(true);
        sheet.requestFocus();
    }

    private void closeSheet() {
        sheets.setVisible(false);
        sheets.getChildren().clear();
        focusBefore.ifPresent(Node::requestFocus);
        focusBefore = Optional.empty();
    }

    private void keyPressed(KeyEvent event) {
        if (sheets.isVisible()) {
            if (event.getCode() == KeyCode.ESCAPE) {
                closeSheet();
                event.consume();
            }
            return;
        }
        boolean typing = event.getTarget() instanceof TextInputControl;
        for (Command command : new ArrayList<>(commands)) {
            if (fits(command, event, typing) && command.allowed().getAsBoolean()) {
                command.action().run();
                event.consume();
                return;
            }
        }
    }

    private boolean fits(Command command, KeyEvent event, boolean typing) {
        if (command.keys().isEmpty()) {
            return false;
        }
        boolean here = command.place().isEmpty()
                || command.place().equals(navigation.placeProperty().get().key());
        boolean plain = !event.isShortcutDown() && !event.isControlDown();
        return here
                && !(typing && plain)
                && KeyCombination.valueOf(command.keys()).match(event);
    }
}
