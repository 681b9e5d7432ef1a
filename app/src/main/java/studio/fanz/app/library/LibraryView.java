package studio.fanz.app.library;

import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.fanz.app.control.GridCell;
import studio.fanz.app.control.MediaGrid;
import studio.fanz.app.control.Nodes;
import studio.fanz.app.control.Pictures;
import studio.fanz.app.fx.Debounce;
import studio.fanz.app.session.Item;
import studio.fanz.app.theme.Tokens;
import studio.fanz.assets.Texts;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.time.Timecode;

/// The library screen: lists on the left, the grid, details on the right.
public final class LibraryView extends BorderPane {

    private static final double TYPING_MILLIS = 120;
    private static final double DETAILS = 316;

    private final LibraryViewModel library;
    private final Texts texts;
    private final MediaGrid grid;
    private final StackPane middle = new StackPane();
    private final javafx.scene.control.Label count = Nodes.text("", "t2");
    private final TextField search = new TextField();
    private final Runnable choose;

    /// `choose` opens the file chooser.
    public LibraryView(
            LibraryViewModel library,
            Texts texts,
            Locale locale,
            Pictures pictures,
            ObservableValue<Tokens> tokens,
            Runnable choose) {
        this.library = library;
        this.texts = texts;
        this.choose = choose;
        grid = new MediaGrid(pictures, tokens);
        getStyleClass().add("page");
        setLeft(new FacetPane(library, texts, locale));
        setRight(details(pictures, locale));
        VBox.setVgrow(middle, javafx.scene.layout.Priority.ALWAYS);
        var column = new VBox(12, head(), middle);
        column.setPadding(new Insets(16, 6, 0, 18));
        setCenter(column);
        grid.onOpen(cell -> library.open(item(cell)));
        grid.onPreview(cell -> library.select(item(cell)));
        grid.focusedCellProperty().subscribe(cell -> {
            if (cell.intValue() >= 0) {
                library.select(item(cell.intValue()));
            }
        });
        library.foundProperty().subscribe(this::show);
        library.troubleProperty().subscribe(_ -> show(library.foundProperty().get()));
    }

    /// Puts the cursor into the search field.
    public void find() {
        search.requestFocus();
        search.selectAll();
    }

    /// Types words into the search field and looks for them at once.
    public void search(String words) {
        search.setText(words);
        library.search(words);
    }

    /// The grid, for walking through it.
    public MediaGrid grid() {
        return grid;
    }

    private Node details(Pictures pictures, Locale locale) {
        var pane = new DetailsPane(library, texts, locale, pictures);
        pane.setPrefWidth(DETAILS);
        widthProperty().subscribe(width -> pane.setPrefWidth(width.doubleValue() < 1180 ? DETAILS - 46 : DETAILS));
        return pane;
    }

    private Node head() {
        search.setPromptText(texts.get("library.search"));
        search.setAccessibleText(texts.get("library.search"));
        search.setPrefWidth(240);
        search.setMinWidth(120);
        var typed = new Debounce(TYPING_MILLIS, () -> library.search(search.getText()));
        search.textProperty().subscribe((_, _) -> typed.trigger());
        library.wantedProperty().subscribe(wanted -> {
            if (wanted.words().isEmpty() && !search.getText().isBlank() && !search.isFocused()) {
                search.clear();
            }
        });
        var row = Nodes.row(10, Nodes.text(texts.get("place.library"), "h2"), count, Nodes.spring(), search);
        row.setPadding(new Insets(0, 18, 0, 6));
        return row;
    }

    private void show(LibraryViewModel.Found found) {
        List<Item> items = found.items();
        count.setText(texts.get("library.count", items.size()));
        if (library.troubleProperty().get().isPresent()) {
            var trouble = library.troubleProperty().get().get();
            empty(trouble.sentence(), trouble.hint(), texts.get("retry"), library::ask);
        } else if (found.total() == 0 && found.wanted().words().isEmpty()) {
            empty(texts.get("library.empty"), texts.get("library.empty.hint"), texts.get("today.choose"), choose);
        } else if (items.isEmpty()) {
            empty(
                    texts.get("library.nothing"),
                    texts.get("library.nothing.hint"),
                    texts.get("library.clear"),
                    library::clear);
        } else {
            float[] aspects = new float[items.size()];
            for (int i = 0; i < aspects.length; i++) {
                aspects[i] = (float) Math.clamp(items.get(i).aspect(), 0.5, 2.6);
            }
            middle.getChildren().setAll(grid);
            grid.show(aspects, cell -> cell(items.get(cell)));
        }
    }

    private void empty(String sentence, String hint, String action, Runnable run) {
        var box = new VBox(10, Nodes.text(sentence, "h3"), Nodes.paragraph(hint, "t2"), Nodes.button(action, run));
        box.setAlignment(Pos.CENTER);
        box.setMaxWidth(420);
        box.setMaxHeight(Region.USE_PREF_SIZE);
        middle.getChildren().setAll(box);
    }

    private Item item(int cell) {
        return library.foundProperty().get().items().get(cell);
    }

    private GridCell cell(Item item) {
        var signs = new java.util.ArrayList<GridCell.Sign>();
        if (item.badges().contains(Item.Badge.CAPTIONED)) {
            signs.add(GridCell.Sign.CAPTIONED);
        }
        if (item.badges().contains(Item.Badge.NEEDS_LOOK)) {
            signs.add(GridCell.Sign.NEEDS_LOOK);
        } else if (item.badges().contains(Item.Badge.CHECKED)) {
            signs.add(GridCell.Sign.CHECKED);
        }
        if (item.kind() == AssetKind.AUDIO) {
            signs.add(GridCell.Sign.SOUND);
        }
        String length = item.durationMs() > 0 ? Timecode.of(item.durationMs()) : "";
        return new GridCell(
                item.name(),
                length,
                item.aspect(),
                item.poster(),
                item.strip().map(strip -> strip.picture()),
                item.strip().map(strip -> strip.count()).orElse(0),
                signs,
                texts.get(
                        "library.cell",
                        item.name(),
                        texts.get("item.kind." + item.kind().name().toLowerCase(Locale.ROOT)),
                        length));
    }
}
