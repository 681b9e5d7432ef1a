package studio.fanz.app.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.fanz.app.control.Manuscript;
import studio.fanz.app.control.Nodes;
import studio.fanz.app.control.Pictures;
import studio.fanz.app.control.Timeline;
import studio.fanz.app.control.TimelineList;
import studio.fanz.app.control.TimelineView;
import studio.fanz.app.session.OpenRecording;
import studio.fanz.app.session.Playback;
import studio.fanz.app.session.Preferences;
import studio.fanz.app.session.Prepared;
import studio.fanz.app.theme.Tokens;
import studio.fanz.assets.Texts;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.time.Timecode;

/// The Edit screen.
public final class EditorView extends BorderPane {

    private static final double BLANK = 4.6;
    private static final double WHOLE_TIME_FROM = 560;

    private final EditorViewModel editor;
    private final Texts texts;
    private final Locale locale;
    private final ObjectProperty<Preferences> preferences;
    private final Manuscript manuscript = new Manuscript(BLANK);
    private final TimelineView timeline;
    private final TimelineList list;
    private final PreviewPane preview;
    private final VBox facts = new VBox();
    private final TextField search = new TextField();
    private final FlowPane actions = new FlowPane(4, 4);
    private final StackPane timelinePlace = new StackPane();
    private final StackPane inspectorPlace = new StackPane();
    private final FlowPane tabs = new FlowPane(2, 2);
    private final Label listening = Nodes.paragraph("", "t2");
    private final Node workspace;
    private Optional<Transcript> shown = Optional.empty();

    /// A tab of the inspector.
    ///
    /// @param name    on the tab
    /// @param content below it
    public record Tab(String name, Node content) {}

    /// `inspector` are the tabs, `choose` opens the file chooser.
    public EditorView(
            EditorViewModel editor,
            Texts texts,
            Locale locale,
            Pictures pictures,
            ObservableValue<Tokens> tokens,
            ObjectProperty<Preferences> preferences,
            List<Tab> inspector,
            Runnable choose) {
        this.preferences = preferences;
        this.editor = editor;
        this.texts = texts;
        this.locale = locale;
        timeline = new TimelineView(pictures, tokens, new String[] {
            texts.get("editor.captions"), texts.get("editor.picture"), texts.get("editor.sound")
        });
        list = new TimelineList(texts.get("editor.timeline.list"));
        preview = new PreviewPane(editor, texts.get("editor.preview"), tokens);
        getStyleClass().add("page");
        workspace = workspace(inspector);
        manuscript.setAccessibleText(texts.get("editor.transcript"));
        manuscript.onSeek(editor.playback()::seek);
        manuscript.onDelete(editor::toggle);
        editor.struckProperty().subscribe(struck -> {
            manuscript.struckProperty().set(struck);
            showActions();
            editor.preparedProperty().get().ifPresent(this::showTimeline);
        });
        timeline.onSeek(editor.playback()::seek);
        list.onSeek(editor.playback()::seek);
        Node empty = empty(choose);
        editor.preparedProperty().subscribe(prepared -> {
            setCenter(prepared.isPresent() ? workspace : empty);
            prepared.ifPresent(this::show);
        });
        editor.captionsProperty().subscribe(_ -> editor.preparedProperty().get().ifPresent(this::showTimeline));
        editor.playback().positionProperty().subscribe(ms -> moved(ms.longValue()));
    }

    /// The timeline, for zooming by keys.
    public TimelineView timeline() {
        return timeline;
    }

    /// The transcript.
    public Manuscript manuscript() {
        return manuscript;
    }

    /// Shows a tab of the inspector, counted from 0.
    public void showTab(int tab) {
        ((ToggleButton) tabs.getChildren().get(tab)).fire();
    }

    private Node workspace(List<Tab> inspector) {
        var top = new SplitPane(transcript(), middle(), inspector(inspector));
        remember(top, 0, "edit.transcript", width -> Math.min(0.27, 370 / width));
        remember(top, 1, "edit.inspector", width -> Math.max(0.62, 1 - 330 / width));
        SplitPane.setResizableWithParent(top.getItems().get(0), false);
        SplitPane.setResizableWithParent(top.getItems().get(2), false);
        var all = new SplitPane(top, lower());
        all.setOrientation(Orientation.VERTICAL);
        remember(all, 0, "edit.timeline", height -> Math.max(0.4, 1 - 262 / height));
        SplitPane.setResizableWithParent(all.getItems().get(1), false);
        return all;
    }

    /// Puts a divider where the person left it, on the first day where `first` says for the pane's size.
    private void remember(SplitPane pane, int divider, String name, DoubleUnaryOperator first) {
        ObservableValue<Number> size =
                pane.getOrientation() == Orientation.VERTICAL ? pane.heightProperty() : pane.widthProperty();
        size.subscribe((before, now) -> {
            if (before.doubleValue() <= 0 && now.doubleValue() > 0) {
                Double left = preferences.get().splits().get(name);
                pane.setDividerPosition(divider, left == null ? first.applyAsDouble(now.doubleValue()) : left);
            }
        });
        pane.getDividers().get(divider).positionProperty().subscribe((_, position) -> {
            if (pane.isPressed()) {
                preferences.set(preferences.get().withSplit(name, position.doubleValue()));
            }
        });
    }

    private Node transcript() {
        var head = Nodes.row(8, Nodes.text(texts.get("editor.transcript"), "h"), Nodes.spring(), facts);
        head.setPadding(new Insets(12, 14, 8, 14));
        head.setMinHeight(46);
        listening.setPadding(new Insets(0, 16, 12, 16));
        search.setPromptText(texts.get("editor.find"));
        search.setAccessibleText(texts.get("editor.find"));
        search.textProperty().subscribe(query -> {
            manuscript.foundProperty().set(editor.find(query));
            showActions();
        });
        var find = new VBox(6, search, actions);
        find.getStyleClass().add("transcript-actions");
        var column = new VBox(head, find, Nodes.grow(manuscript), listening);
        column.getStyleClass().add("pane");
        column.setMinWidth(240);
        column.setPrefWidth(370);
        return column;
    }

    /// What may be cut at once: what the search found, hesitations, sentences said again.
    private void showActions() {
        actions.getChildren().clear();
        Set<Integer> found = manuscript.foundProperty().get();
        if (!found.isEmpty()) {
            boolean back = editor.struckProperty().get().containsAll(found);
            action(back ? "editor.back-found" : "editor.cut-found", found, () -> editor.toggle(found));
        }
        Set<Integer> hesitations = editor.hesitations();
        action("editor.cut-hesitations", hesitations, () -> editor.strike(hesitations, "cut-hesitations"));
        Set<Integer> retakes = editor.retakes();
        action("editor.cut-retakes", retakes, () -> editor.strike(retakes, "cut-retakes"));
        Nodes.show(actions, !actions.getChildren().isEmpty());
    }

    private void action(String text, Set<Integer> ids, Runnable cut) {
        if (!ids.isEmpty()) {
            actions.getChildren().add(Nodes.button(texts.get(text, ids.size()), cut, "ghost"));
        }
    }

    private Node middle() {
        var column = new VBox(Nodes.grow(preview), transport());
        column.setMinWidth(320);
        return column;
    }

    private Node transport() {
        Playback playback = editor.playback();
        Label now = Nodes.text("", "mono");
        Label whole = Nodes.text("", "mono", "t3");
        now.setMinWidth(Region.USE_PREF_SIZE);
        playback.positionProperty().subscribe(ms -> now.setText(Timecode.frames(ms.longValue(), playback.frameRate())));
        editor.preparedProperty()
                .subscribe(p -> whole.setText(p.map(x -> "/ " + Timecode.frames(x.durationMs(), playback.frameRate()))
                        .orElse("")));
        var back = Nodes.iconButton(texts.get("command.frame-back"), "chevron-left", () -> playback.step(-1), "ghost");
        var on = Nodes.iconButton(texts.get("command.frame-on"), "chevron-right", () -> playback.step(1), "ghost");
        var play = Nodes.iconButton(texts.get("command.play"), "play", playback::toggle, "play");
        playback.playingProperty().subscribe(plays -> play.setGraphic(Nodes.icon(plays ? "pause" : "play")));
        editor.preparedProperty().subscribe(_ -> Nodes.show(play, playback.canPlay()));
        HBox shapes = Nodes.row(6);
        Shape.ALL.forEach(shape -> shapes.getChildren().add(shape(shape)));
        shapes.setMinWidth(Region.USE_PREF_SIZE);
        var bar = Nodes.row(8, now, whole, Nodes.spring(), back, play, on, Nodes.spring(), shapes);
        bar.getStyleClass().add("transport");
        whole.setMinWidth(Region.USE_PREF_SIZE);
        bar.widthProperty().subscribe(width -> Nodes.show(whole, width.doubleValue() > WHOLE_TIME_FROM));
        return bar;
    }

    private Node shape(Shape shape) {
        ToggleButton chip = Nodes.chip(shape.name());
        chip.setAccessibleText(texts.get("command.aspect-" + shape.key()));
        chip.setOnAction(_ -> editor.toggle(shape));
        editor.shapeProperty()
                .subscribe(now -> chip.setSelected(now.filter(shape::equals).isPresent()));
        return chip;
    }

    private Node inspector(List<Tab> inspector) {
        var group = new ToggleGroup();
        for (Tab tab : inspector) {
            var button = new ToggleButton(tab.name());
            button.getStyleClass().add("tab");
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(_ -> {
                button.setSelected(true);
                inspectorPlace.getChildren().setAll(tab.content());
            });
            tabs.getChildren().add(button);
        }
        tabs.setPadding(new Insets(8, 8, 8, 8));
        if (!inspector.isEmpty()) {
            showTab(0);
        }
        inspectorPlace.setAlignment(Pos.TOP_LEFT);
        var column = new VBox(tabs, Nodes.grow(inspectorPlace));
        column.getStyleClass().add("pane");
        column.setMinWidth(316);
        column.setPrefWidth(330);
        return column;
    }

    private Node lower() {
        ToggleButton snap = Nodes.chip(texts.get("editor.snap"));
        snap.setSelected(true);
        snap.setOnAction(_ -> timeline.snap(snap.isSelected()));
        ToggleButton asList = Nodes.chip(texts.get("editor.as-list"));
        asList.setOnAction(_ -> timelinePlace.getChildren().setAll(asList.isSelected() ? list : timeline));
        ToggleButton safe = Nodes.chip(texts.get("editor.safe"));
        safe.setSelected(true);
        safe.setOnAction(_ -> preview.safeZones(safe.isSelected()));
        var bar = Nodes.row(
                6,
                snap,
                safe,
                asList,
                Nodes.spring(),
                Nodes.iconButton(texts.get("command.zoom-out"), "zoom-out", () -> timeline.zoom(false), "ghost"),
                Nodes.iconButton(texts.get("command.zoom-in"), "zoom-in", () -> timeline.zoom(true), "ghost"),
                Nodes.button(texts.get("editor.fit"), timeline::fit, "ghost"));
        bar.setPadding(new Insets(5, 12, 5, 14));
        timelinePlace.getChildren().setAll(timeline);
        var column = new VBox(bar, Nodes.grow(timelinePlace));
        column.getStyleClass().add("pane");
        column.setMinHeight(200);
        column.setPrefHeight(262);
        return column;
    }

    private Node empty(Runnable choose) {
        var box = new VBox(
                10,
                Nodes.text(texts.get("editor.empty"), "h3"),
                Nodes.paragraph(texts.get("editor.empty.hint"), "t2"),
                Nodes.button(texts.get("today.choose"), "plus", choose, "primary"));
        box.setAlignment(Pos.CENTER);
        box.setMaxWidth(420);
        return new StackPane(box);
    }

    private void show(Prepared prepared) {
        if (!shown.equals(prepared.transcript())) {
            shown = prepared.transcript();
            manuscript.getItems().setAll(shown.map(editor::paragraphs).orElse(List.of()));
            showActions();
        }
        listening.setText(listening(prepared));
        Nodes.show(listening, !listening.getText().isEmpty());
        facts.getChildren().setAll(facts(prepared));
        showTimeline(prepared);
        moved(editor.playback().positionProperty().get());
    }

    private void showTimeline(Prepared prepared) {
        Timeline line = editor.timeline(prepared);
        timeline.show(line);
        list.show(line, texts.get("editor.caption"), texts.get("editor.finding"), texts.get("editor.cut"));
    }

    private String listening(Prepared prepared) {
        if (prepared.waitsFor(Prepared.Part.TRANSCRIPT)) {
            return texts.get("editor.listening");
        }
        boolean silent = prepared.transcript().map(t -> t.segments().isEmpty()).orElse(false);
        return silent ? texts.get("editor.no-words") : "";
    }

    private List<Node> facts(Prepared prepared) {
        var tags = new ArrayList<Node>();
        prepared.transcript().filter(t -> !t.language().isEmpty()).ifPresent(t -> {
            tags.add(Nodes.tag(Locale.of(t.language()).getDisplayLanguage(locale)));
        });
        var row = Nodes.row(6);
        row.getChildren().setAll(tags);
        return List.of(row);
    }

    private void moved(long ms) {
        boolean plays = editor.playback().playingProperty().get();
        timeline.position(ms, plays);
        int word = shown.map(t -> OpenRecording.wordAt(t.words(), ms)).orElse(-1);
        manuscript.mark(word, plays);
    }
}
