package studio.fanz.app.today;

import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.fanz.app.control.Diamond;
import studio.fanz.app.control.DropZone;
import studio.fanz.app.control.LeaderMark;
import studio.fanz.app.control.Nodes;
import studio.fanz.app.control.Pictures;
import studio.fanz.app.control.PosterView;
import studio.fanz.app.session.FindingWords;
import studio.fanz.app.session.Item;
import studio.fanz.app.session.Need;
import studio.fanz.assets.Texts;
import studio.fanz.core.time.Timecode;

/// The first screen.
public final class TodayView extends StackPane {

    private static final double SIDE = 380;
    private static final double NARROW = 1000;

    private final TodayViewModel today;
    private final Texts texts;
    private final FindingWords words;
    private final Locale locale;
    private final Pictures pictures;
    private final Runnable choose;

    /// `choose` opens the file chooser.
    public TodayView(
            TodayViewModel today, Texts texts, FindingWords words, Locale locale, Pictures pictures, Runnable choose) {
        this.today = today;
        this.texts = texts;
        this.words = words;
        this.locale = locale;
        this.pictures = pictures;
        this.choose = choose;
        getStyleClass().add("page");
        today.stateProperty().subscribe(this::show);
    }

    private void show(TodayViewModel.State state) {
        getChildren()
                .setAll(
                        switch (state) {
                            case TodayViewModel.State.Loading() -> new Region();
                            case TodayViewModel.State.FirstRun() -> firstRun();
                            case TodayViewModel.State.Full full -> full(full);
                            case TodayViewModel.State.Failed(var sentence, var hint) -> failed(sentence, hint);
                        });
    }

    private Node firstRun() {
        var words = new VBox(
                12,
                Nodes.text(texts.get("today.first.title"), "h1"),
                Nodes.paragraph(texts.get("today.first.sentences"), "lead"));
        words.setAlignment(Pos.CENTER);
        words.getChildren()
                .forEach(node ->
                        ((javafx.scene.control.Label) node).setTextAlignment(javafx.scene.text.TextAlignment.CENTER));
        words.setMaxWidth(560);
        var mark = new LeaderMark(84, "3");
        var inside =
                new VBox(28, mark, words, Nodes.button(texts.get("today.choose"), "plus", choose, "primary", "big"));
        inside.setAlignment(Pos.CENTER);
        inside.setPadding(new Insets(48));
        var zone = new DropZone(inside, texts.get("today.drop.spoken"), choose, today::drop);
        zone.setMaxSize(820, 500);
        zone.setMinHeight(Region.USE_PREF_SIZE);
        var sample = Nodes.row(
                8,
                Nodes.text(texts.get("today.sample.before"), "t2"),
                Nodes.button(texts.get("today.sample"), "play", today::trySample, "ghost-outline"));
        sample.setAlignment(Pos.CENTER);
        var page = new VBox(20, Nodes.grow(zone), sample);
        page.setAlignment(Pos.CENTER);
        page.setPadding(new Insets(40));
        return page;
    }

    private Node failed(String sentence, String hint) {
        var box = new VBox(
                10,
                Nodes.text(sentence, "h3"),
                Nodes.paragraph(hint, "t2"),
                Nodes.button(texts.get("retry"), "rotate-cw", today::refresh));
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private Node full(TodayViewModel.State.Full full) {
        VBox left = new VBox(28, greeting(full), needs(full.needs()), dropZone());
        HBox.setHgrow(left, javafx.scene.layout.Priority.ALWAYS);
        left.setMinWidth(0);
        VBox right = carryOn(full);
        right.setMinWidth(Region.USE_PREF_SIZE);
        right.setPrefWidth(SIDE);
        var columns = new HBox(44, left, right);
        columns.setPadding(new Insets(34, 60, 40, 60));
        columns.setMaxWidth(1360);
        widthProperty().subscribe(width -> {
            boolean narrow = width.doubleValue() < NARROW + 120;
            right.setPrefWidth(narrow ? SIDE - 80 : SIDE);
            columns.setPadding(narrow ? new Insets(28, 32, 32, 32) : new Insets(34, 60, 40, 60));
        });
        ScrollPane scroll = Nodes.scrolling(new StackPane(columns));
        return scroll;
    }

    private Node greeting(TodayViewModel.State.Full full) {
        String detail = full.needs().isEmpty()
                ? texts.get("today.calm", full.total())
                : texts.get("today.needs.count", full.needs().size());
        return new VBox(6, Nodes.text(greetingWords(today.now()), "h1"), Nodes.paragraph(detail, "lead"));
    }

    private String greetingWords(LocalDateTime now) {
        String part = now.getHour() < 5
                ? "night"
                : now.getHour() < 12 ? "morning" : now.getHour() < 18 ? "afternoon" : "evening";
        return texts.get("today." + part, now.getDayOfWeek().getDisplayName(TextStyle.FULL, locale));
    }

    private Node needs(List<Need> needs) {
        var list = new VBox();
        if (!needs.isEmpty()) {
            Nodes.show(list, true);
            list.getChildren().add(Nodes.text(texts.get("today.needs"), "h"));
        }
        needs.forEach(need -> list.getChildren().add(need(need)));
        Nodes.show(list, !needs.isEmpty());
        return list;
    }

    private Node need(Need need) {
        String fix = words.fix(need.finding());
        String more = need.others() > 0 ? texts.get("today.more", need.others()) : "";
        String first = fix.isEmpty() ? words.detail(need.finding()) : fix;
        String detail = first.isEmpty() || more.isEmpty() ? first + more : first + (fix.isEmpty() ? " · " : " ") + more;
        var sentence = new VBox(
                3,
                Nodes.paragraph(texts.get("today.need", need.name(), words.title(need.finding())), "medium"),
                Nodes.paragraph(detail, "t2", "small"));
        sentence.setMinWidth(0);
        HBox row = Nodes.row(
                14, new Diamond(), Nodes.grow(sentence), Nodes.button(texts.get("open"), () -> today.open(need)));
        row.setPadding(new Insets(10, 4, 11, 4));
        row.getStyleClass().add("line-below");
        return row;
    }

    private Node dropZone() {
        var plus = new StackPane(Nodes.icon("plus"));
        plus.getStyleClass().add("plus");
        var words = new VBox(
                3, Nodes.text(texts.get("today.drop"), "h3"), Nodes.paragraph(texts.get("today.drop.detail"), "t2"));
        words.setMinWidth(0);
        HBox inside = Nodes.row(18, plus, words);
        inside.setAlignment(Pos.CENTER);
        inside.setPadding(new Insets(30, 28, 30, 28));
        return new DropZone(inside, texts.get("today.drop.spoken"), choose, today::drop);
    }

    private VBox carryOn(TodayViewModel.State.Full full) {
        var list = new VBox(12, Nodes.text(texts.get("today.carry-on"), "h"));
        full.carryOn().forEach(item -> list.getChildren().add(card(item)));
        if (full.total() > full.carryOn().size()) {
            list.getChildren()
                    .add(Nodes.button(texts.get("today.all", full.total()), "grid", today::showLibrary, "ghost"));
        }
        return list;
    }

    private Node card(Item item) {
        var poster = new PosterView(8);
        poster.setPrefHeight(104);
        item.poster().ifPresent(file -> poster.show(pictures.of(file, 360)));
        var words = new VBox(2, Nodes.name(item.name(), "strong"), Nodes.text(detail(item), "t2", "small"));
        words.setPadding(new Insets(8, 12, 10, 12));
        var card = new VBox(poster, words);
        card.setPadding(new Insets(1));
        card.getStyleClass().addAll("card", "pressable");
        card.setFocusTraversable(true);
        card.setAccessibleRole(AccessibleRole.BUTTON);
        card.setAccessibleText(texts.get("today.open.spoken", item.name()));
        card.setOnMouseClicked(_ -> today.open(item.id()));
        card.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                today.open(item.id());
            }
        });
        return card;
    }

    private String detail(Item item) {
        String done = item.badges().contains(Item.Badge.NEEDS_LOOK)
                ? texts.get("item.needs-look")
                : item.badges().contains(Item.Badge.CHECKED)
                        ? texts.get("item.checked")
                        : item.badges().contains(Item.Badge.CAPTIONED)
                                ? texts.get("item.captioned")
                                : texts.get("item.kind." + item.kind().name().toLowerCase(Locale.ROOT));
        return item.durationMs() > 0 ? Timecode.of(item.durationMs()) + " · " + done : done;
    }
}
