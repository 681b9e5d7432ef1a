package studio.fanz.app.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import studio.fanz.app.control.Nodes;
import studio.fanz.app.control.Pictures;
import studio.fanz.app.control.PosterView;
import studio.fanz.app.control.Sizes;
import studio.fanz.app.session.Item;
import studio.fanz.app.session.Spoken;
import studio.fanz.assets.Texts;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.time.Timecode;

/// What is known about the chosen recording, and where the searched words are spoken.
final class DetailsPane extends VBox {

    private final LibraryViewModel library;
    private final Texts texts;
    private final Locale locale;
    private final Pictures pictures;
    private final VBox content = new VBox(14);

    DetailsPane(LibraryViewModel library, Texts texts, Locale locale, Pictures pictures) {
        this.library = library;
        this.texts = texts;
        this.locale = locale;
        this.pictures = pictures;
        getStyleClass().addAll("pane", "side-right");
        setMinWidth(0);
        content.setPadding(new Insets(14));
        getChildren().add(Nodes.grow(Nodes.scrolling(content)));
        library.selectedProperty().subscribe(_ -> fill());
        library.foundProperty().subscribe(_ -> fill());
    }

    private void fill() {
        content.getChildren().clear();
        Optional<Asset> selected = library.selectedProperty().get();
        selected.ifPresent(asset -> content.getChildren().addAll(details(asset)));
        List<Spoken> spoken = library.foundProperty().get().spoken();
        if (!spoken.isEmpty()) {
            var list = new VBox(Nodes.text(texts.get("library.spoken"), "h"));
            spoken.forEach(hit -> list.getChildren().add(hit(hit)));
            content.getChildren().add(list);
        }
        if (content.getChildren().isEmpty()) {
            content.getChildren().add(Nodes.paragraph(texts.get("library.details.none"), "t2"));
        }
    }

    private List<Node> details(Asset asset) {
        Optional<Item> item = library.foundProperty().get().items().stream()
                .filter(candidate -> candidate.id().equals(asset.id()))
                .findFirst();
        var nodes = new ArrayList<Node>();
        var poster = new PosterView(8);
        poster.setPrefHeight(164);
        poster.setMinHeight(Region.USE_PREF_SIZE);
        item.flatMap(Item::poster).ifPresent(file -> {
            poster.show(pictures.of(file, 360));
            nodes.add(poster);
        });
        nodes.add(new VBox(
                4,
                Nodes.paragraph(asset.name(), "h3"),
                Nodes.paragraph(facts(asset.facts()), "t2", "small"),
                Nodes.paragraph(asset.path().toString(), "t3", "small")));
        item.ifPresent(known ->
                nodes.add(Nodes.button(texts.get("place.edit"), "scissors", () -> library.open(known), "primary")));
        return nodes;
    }

    private String facts(MediaFacts facts) {
        var parts = new ArrayList<String>();
        facts.video().ifPresent(video -> {
            parts.add(texts.get("facts.size", "" + video.displayWidth(), "" + video.displayHeight()));
            if (video.frameRate().num() > 0 && facts.durationMs() > 0) {
                parts.add(texts.get("facts.rate", video.frameRate().toDouble()));
            }
            parts.add(video.codec().toUpperCase(Locale.ROOT));
        });
        if (facts.durationMs() > 0) {
            parts.add(Timecode.of(facts.durationMs()));
        }
        parts.add(Sizes.text(facts.sizeBytes(), locale));
        return String.join(" · ", parts);
    }

    private Node hit(Spoken spoken) {
        var poster = new PosterView(5);
        poster.setMinSize(78, 46);
        poster.setMaxSize(78, 46);
        spoken.poster().ifPresent(file -> poster.show(pictures.of(file, 120)));
        var where = Nodes.row(
                6,
                Nodes.name(spoken.name(), "t2", "small"),
                Nodes.text("·", "t2", "small"),
                Nodes.text(Timecode.of(spoken.atMs()), "mono"));
        var flow = new TextFlow(
                words(spoken.before() + " ", "said"),
                words(spoken.found(), "said-found"),
                words(" " + spoken.after(), "said"));
        var lines = new VBox(3, where, flow);
        lines.setMinWidth(0);
        var row = Nodes.row(10, poster, Nodes.grow(lines));
        row.setPadding(new Insets(10, 4, 10, 4));
        row.getStyleClass().addAll("line-below", "on-pane", "hit");
        row.setFocusTraversable(true);
        row.setAccessibleRole(AccessibleRole.BUTTON);
        row.setAccessibleText(texts.get("library.hit", spoken.found(), spoken.name(), Timecode.of(spoken.atMs())));
        row.setOnMouseClicked(_ -> library.open(spoken));
        row.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                library.open(spoken);
            }
        });
        return row;
    }

    private static Text words(String words, String style) {
        var text = new Text(words);
        text.getStyleClass().add(style);
        return text;
    }
}
