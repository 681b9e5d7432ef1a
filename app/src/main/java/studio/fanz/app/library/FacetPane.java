package studio.fanz.app.library;

import java.text.NumberFormat;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import studio.fanz.app.control.Nodes;
import studio.fanz.app.session.Wanted;
import studio.fanz.assets.Texts;
import studio.fanz.core.asset.AssetKind;

/// The lists on the left, each with how many it holds.
final class FacetPane extends VBox {

    FacetPane(LibraryViewModel library, Texts texts, Locale locale) {
        getStyleClass().addAll("pane", "side-left");
        setPadding(new Insets(14, 10, 14, 10));
        setSpacing(2);
        setPrefWidth(200);
        setMinWidth(USE_PREF_SIZE);
        for (Wanted.Facet facet : Wanted.Facet.values()) {
            getChildren().add(facet(facet, library, texts, locale));
        }
        var title = Nodes.text(texts.get("library.kind"), "h");
        title.setPadding(new Insets(20, 0, 8, 10));
        var kinds = new FlowPane(8, 8);
        kinds.setPadding(new Insets(0, 8, 0, 8));
        for (AssetKind kind : AssetKind.values()) {
            kinds.getChildren().add(kind(kind, library, texts));
        }
        getChildren().addAll(title, kinds);
    }

    private static Node facet(Wanted.Facet facet, LibraryViewModel library, Texts texts, Locale locale) {
        String name = texts.get("library.facet." + facet.name().toLowerCase(Locale.ROOT));
        var figure = Nodes.text("", "t2");
        figure.setMinWidth(USE_PREF_SIZE);
        var inside = Nodes.row(8, Nodes.text(name), Nodes.spring(), figure);
        var button = new ToggleButton(name, inside);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("facet");
        button.setMaxWidth(Double.MAX_VALUE);
        inside.prefWidthProperty().bind(button.widthProperty().subtract(22));
        button.setOnAction(_ -> {
            library.show(facet);
            button.setSelected(true);
        });
        library.wantedProperty().subscribe(wanted -> button.setSelected(wanted.facet() == facet));
        library.foundProperty().subscribe(found -> {
            int many = found.counts().getOrDefault(facet, 0);
            figure.setText(NumberFormat.getIntegerInstance(locale).format(many));
            button.setAccessibleText(texts.get("library.facet.spoken", name, many));
        });
        return button;
    }

    private static Node kind(AssetKind kind, LibraryViewModel library, Texts texts) {
        ToggleButton chip = Nodes.chip(texts.get("item.kind." + kind.name().toLowerCase(Locale.ROOT)));
        chip.setOnAction(_ -> library.toggle(kind));
        library.wantedProperty()
                .subscribe(wanted -> chip.setSelected(wanted.kinds().contains(kind)));
        return chip;
    }
}
