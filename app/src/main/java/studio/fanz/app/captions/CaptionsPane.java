package studio.fanz.app.captions;

import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.fanz.app.control.Diamond;
import studio.fanz.app.control.Nodes;
import studio.fanz.app.session.Prepared;
import studio.fanz.assets.Texts;
import studio.fanz.core.caption.Cue;
import studio.fanz.core.time.Timecode;

/// The captions tab: the list above, the chosen caption's words and times below. What is typed counts when the
/// field is left or Ctrl-Enter is pressed.
public final class CaptionsPane extends VBox {

    private final CaptionsViewModel captions;
    private final Texts texts;
    private final ListView<Cue> list = new ListView<>();
    private final TextArea words = new TextArea();
    private final TextField from = new TextField();
    private final TextField to = new TextField();
    private final Label trouble = Nodes.paragraph("", "warn", "small");
    private final Label note = Nodes.paragraph("", "t2");
    private final VBox editing;
    private boolean filling;

    public CaptionsPane(CaptionsViewModel captions, Texts texts) {
        this.captions = captions;
        this.texts = texts;
        list.setCellFactory(_ -> new CueCell());
        list.setAccessibleText(texts.get("captions.list"));
        editing = editing();
        note.setPadding(new Insets(4, 14, 8, 14));
        getChildren().addAll(note, Nodes.grow(list), editing);
        captions.captionsProperty().subscribe(_ -> fill());
        captions.preparedProperty().subscribe(_ -> fill());
        captions.playback().positionProperty().subscribe(ms -> follow(ms.longValue()));
        list.getSelectionModel().selectedIndexProperty().subscribe(index -> chosen(index.intValue()));
        list.setOnMouseClicked(_ -> go());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                go();
            }
        });
    }

    private VBox editing() {
        words.setWrapText(true);
        words.setPrefRowCount(2);
        words.setMinHeight(58);
        words.setPrefHeight(62);
        words.setAccessibleText(texts.get("captions.words"));
        words.focusedProperty().subscribe((before, now) -> {
            if (before && !now) {
                takeWords();
            }
        });
        words.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                takeWords();
                event.consume();
            }
        });
        for (TextField field : new TextField[] {from, to}) {
            field.getStyleClass().add("time-field");
            field.setPrefColumnCount(8);
            field.setOnAction(_ -> takeTimes());
            field.focusedProperty().subscribe((before, now) -> {
                if (before && !now) {
                    takeTimes();
                }
            });
        }
        from.setAccessibleText(texts.get("captions.from"));
        to.setAccessibleText(texts.get("captions.to"));
        var times = Nodes.row(8, from, Nodes.text("–", "t2"), to);
        var box = new VBox(8, words, times, trouble);
        box.setPadding(new Insets(12, 14, 14, 14));
        box.getStyleClass().add("line-above");
        return box;
    }

    private void fill() {
        var cues = captions.captionsProperty().get().map(c -> c.cues());
        filling = true;
        int chosen = list.getSelectionModel().getSelectedIndex();
        list.getItems().setAll(cues.orElse(java.util.List.of()));
        if (chosen >= 0 && chosen < list.getItems().size()) {
            list.getSelectionModel().select(chosen);
        }
        filling = false;
        chosen(list.getSelectionModel().getSelectedIndex());
        note.setText(note(cues.map(c -> c.size()).orElse(0)));
        follow(captions.playback().positionProperty().get());
    }

    private String note(int cues) {
        boolean waiting = captions.preparedProperty()
                .get()
                .map(p -> p.waitsFor(Prepared.Part.CAPTIONS))
                .orElse(false);
        if (cues > 0) {
            String profile =
                    captions.captionsProperty().get().map(c -> c.profile()).orElse("");
            return texts.get("captions.count", cues, profile);
        }
        return texts.get(waiting ? "captions.waiting" : "captions.none");
    }

    private void follow(long ms) {
        int now = captions.at(ms);
        boolean typing = words.isFocused() || from.isFocused() || to.isFocused() || list.isFocused();
        if (now >= 0
                && !typing
                && now != list.getSelectionModel().getSelectedIndex()
                && now < list.getItems().size()) {
            list.getSelectionModel().select(now);
            list.scrollTo(Math.max(0, now - 2));
        }
    }

    private void chosen(int index) {
        if (filling) {
            return;
        }
        boolean any = index >= 0 && index < list.getItems().size();
        Nodes.show(editing, any);
        if (any) {
            Cue cue = list.getItems().get(index);
            words.setText(cue.text());
            from.setText(Timecode.exact(cue.startMs()));
            to.setText(Timecode.exact(cue.endMs()));
            trouble(cue.flags().isEmpty() ? "" : flags(cue));
        }
    }

    private void go() {
        int index = list.getSelectionModel().getSelectedIndex();
        if (index >= 0) {
            captions.show(index);
        }
    }

    private void takeWords() {
        int index = list.getSelectionModel().getSelectedIndex();
        if (index >= 0) {
            captions.text(index, words.getText());
        }
    }

    private void takeTimes() {
        int index = list.getSelectionModel().getSelectedIndex();
        if (index < 0) {
            return;
        }
        Optional<Long> start = Timecode.parse(from.getText());
        Optional<Long> end = Timecode.parse(to.getText());
        if (start.isEmpty() || end.isEmpty()) {
            trouble(texts.get("captions.not-a-time"));
            return;
        }
        trouble(captions.times(index, start.get(), end.get()) ? "" : texts.get("captions.overlap"));
    }

    private void trouble(String sentence) {
        trouble.setText(sentence);
        Nodes.show(trouble, !sentence.isEmpty());
    }

    private String flags(Cue cue) {
        Cue.Flag flag = cue.flags().getFirst();
        String rule = texts.find("caption.rule." + flag.rule()).orElse(flag.rule());
        return texts.get(
                "captions.flag",
                rule,
                String.format(Locale.ROOT, "%.1f", flag.measured()),
                String.format(Locale.ROOT, "%.1f", flag.limit()));
    }

    private static final class CueCell extends ListCell<Cue> {

        private static final double TIME = 46;
        private static final double FLAG = 21;
        /// Scroll bar, padding on both sides, gap.
        private static final double BESIDE = 12 + 28 + 10;

        private final Label time = Nodes.text("", "mono", "t2");
        private final Label text = Nodes.paragraph("");
        private final Diamond flag = new Diamond();
        private final Node row;

        CueCell() {
            time.setMinWidth(TIME);
            text.setMinWidth(0);
            var line = Nodes.row(10, time, text, flag);
            line.setAlignment(Pos.TOP_LEFT);
            line.setPadding(new Insets(7, 14, 7, 14));
            row = line;
            setPrefWidth(0);
            getStyleClass().add("cue-cell");
        }

        @Override
        protected double computePrefHeight(double width) {
            if (isEmpty()) {
                return 0;
            }
            double room = Math.max(60, getListView().getWidth() - BESIDE - TIME - (flag.isManaged() ? FLAG : 0));
            text.setPrefWidth(room);
            return Math.max(30, text.prefHeight(room) + 14);
        }

        @Override
        protected void updateItem(@Nullable Cue cue, boolean empty) {
            super.updateItem(cue, empty);
            if (empty || cue == null) {
                setGraphic(null);
                return;
            }
            time.setText(Timecode.of(cue.startMs()));
            text.setText(cue.text());
            Nodes.show(flag, !cue.flags().isEmpty());
            setAccessibleText(Timecode.of(cue.startMs()) + " " + cue.text());
            setGraphic(row);
        }
    }
}
