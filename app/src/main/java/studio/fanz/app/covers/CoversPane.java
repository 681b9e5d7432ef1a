package studio.fanz.app.covers;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.fanz.app.control.Nodes;
import studio.fanz.app.control.Pictures;
import studio.fanz.app.control.PosterView;
import studio.fanz.app.session.Prepared;
import studio.fanz.assets.Texts;
import studio.fanz.core.asset.Cover;
import studio.fanz.core.time.Timecode;

/// The cover tab.
public final class CoversPane extends VBox {

    private static final int PARTS = 3;

    private final CoversViewModel covers;
    private final Texts texts;
    private final Pictures pictures;
    private final VBox list = new VBox(12);

    public CoversPane(CoversViewModel covers, Texts texts, Pictures pictures) {
        this.covers = covers;
        this.texts = texts;
        this.pictures = pictures;
        list.setPadding(new Insets(4, 12, 14, 12));
        getChildren().add(Nodes.grow(Nodes.scrolling(list)));
        covers.preparedProperty().subscribe(_ -> fill());
        covers.chosenProperty().subscribe(_ -> fill());
    }

    private void fill() {
        list.getChildren().clear();
        covers.preparedProperty().get().ifPresent(this::fill);
    }

    private void fill(Prepared prepared) {
        if (prepared.covers().isEmpty()) {
            String why = prepared.waitsFor(Prepared.Part.COVERS) ? "covers.waiting" : "covers.none";
            list.getChildren().add(Nodes.paragraph(texts.get(why), "t2"));
            return;
        }
        Cover.Choice choice = prepared.covers().get();
        int number = 1;
        for (Cover cover : choice.chosen()) {
            list.getChildren().add(card(prepared, cover, number++));
        }
        if (choice.chosen().isEmpty()) {
            list.getChildren().add(Nodes.paragraph(texts.get("covers.none"), "t2"));
        }
    }

    private Node card(Prepared prepared, Cover cover, int number) {
        var poster = new PosterView(7);
        poster.setPrefHeight(150);
        poster.setMinHeight(120);
        poster.show(pictures.of(prepared.folder().resolve(cover.file()), 320));
        boolean chosen = covers.isChosen(cover);
        String figure = Long.toString(Math.round(cover.score() * 100));
        var score = Nodes.text(chosen ? texts.get("covers.pick", figure) : figure, "plate", "small");
        StackPane.setAlignment(score, Pos.TOP_RIGHT);
        StackPane.setMargin(score, new Insets(8));
        var top = new StackPane(poster, score);
        var parts = new FlowPane(10, 2);
        best(cover.parts()).forEach(part -> parts.getChildren().add(part));
        var time = Nodes.text(Timecode.of(cover.timeMs()), "mono", "t2");
        var go = Nodes.button(texts.get("covers.show"), () -> covers.show(cover), "ghost");
        var take = Nodes.button(texts.get(chosen ? "covers.chosen" : "covers.choose"), () -> covers.choose(cover));
        take.setDisable(chosen);
        take.setAccessibleText(texts.get("covers.choose.spoken", number));
        var below = Nodes.row(6, time, Nodes.spring(), go, take);
        var card = new VBox(8, top, parts, below);
        card.setPadding(new Insets(9));
        card.getStyleClass().add("card");
        if (chosen) {
            card.getStyleClass().add("chosen");
        }
        return card;
    }

    /// The strongest parts, and the weakest with a diamond's colour and a word, so that a person sees why.
    private List<Node> best(Map<String, Double> parts) {
        List<Map.Entry<String, Double>> sorted = parts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .toList();
        var nodes = new java.util.ArrayList<Node>();
        sorted.stream().limit(PARTS).forEach(part -> nodes.add(part(part, "t2")));
        if (sorted.size() > PARTS && sorted.getLast().getValue() < 0.4) {
            nodes.add(part(sorted.getLast(), "warn"));
        }
        return nodes;
    }

    private Node part(Map.Entry<String, Double> part, String style) {
        String name = texts.find("cover.part." + part.getKey()).orElse(part.getKey());
        return Nodes.text(String.format(Locale.ROOT, "%s %d", name, Math.round(part.getValue() * 100)), style, "small");
    }
}
