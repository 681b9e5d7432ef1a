package studio.fanz.app.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import studio.fanz.core.time.Timecode;

/// A transcript set like a manuscript: paragraphs in a reading serif, the time in the margin, the spoken word
/// marked. Only the paragraphs in sight have nodes, so hours of speech stay light. FX thread only.
public final class Manuscript extends ListView<Manuscript.Paragraph> {

    private static final double MARGIN = 48;
    private static final double BELOW = 14;
    /// Scroll bar and padding on both sides.
    private static final double BESIDE = 12 + 24;

    private final IntegerProperty now = new SimpleIntegerProperty(-1);
    private final double blank;
    private LongConsumer seek = _ -> {};

    /// A stretch of speech.
    ///
    /// @param startMs when it begins
    /// @param words   in order
    public record Paragraph(long startMs, List<Piece> words) {
        public Paragraph {
            words = List.copyOf(words);
        }

        /// Its words as a sentence.
        public String text() {
            return String.join(" ", words.stream().map(Piece::text).toList());
        }
    }

    /// A word as it is set.
    ///
    /// @param id      its number in the transcript
    /// @param text    as written
    /// @param startMs when it begins to sound
    /// @param unsure  the model was not sure: a dotted line below
    /// @param filler  a sound of hesitation
    public record Piece(int id, String text, long startMs, boolean unsure, boolean filler) {}

    /// `blank` is the width between words in pixels; 0 for languages without blanks.
    public Manuscript(double blank) {
        this.blank = blank;
        getStyleClass().add("manuscript");
        setCellFactory(_ -> new Cell());
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setOnKeyPressed(event -> {
            switch (event.getCode()) {
                case ENTER -> {
                    Paragraph paragraph = getSelectionModel().getSelectedItem();
                    if (paragraph != null) {
                        seek.accept(paragraph.startMs());
                        event.consume();
                    }
                }
                default -> {}
            }
        });
    }

    /// Called with the time of a word that was pressed.
    public void onSeek(LongConsumer action) {
        seek = action;
    }

    /// Marks the word that sounds and keeps it in sight; -1 marks none.
    public void mark(int word, boolean follow) {
        if (word == now.get()) {
            return;
        }
        now.set(word);
        if (follow && word >= 0) {
            for (int i = 0; i < getItems().size(); i++) {
                List<Piece> words = getItems().get(i).words();
                if (!words.isEmpty() && words.getLast().id() >= word) {
                    scrollTo(Math.max(0, i - 1));
                    return;
                }
            }
        }
    }

    private final class Cell extends ListCell<Paragraph> {

        private final Label time = Nodes.text("", "mono", "t3", "margin-time");
        private final FlowPane words = new FlowPane();
        private final HBox row = new HBox(time, words);
        private final List<Label> labels = new ArrayList<>();

        Cell() {
            time.setMinWidth(MARGIN);
            time.setPrefWidth(MARGIN);
            words.setHgap(blank);
            words.setVgap(1);
            row.setPadding(new Insets(0, 10, BELOW, 14));
            setPrefWidth(0);
            now.subscribe(_ -> restyle());
        }

        @Override
        protected double computePrefHeight(double width) {
            if (isEmpty()) {
                return 0;
            }
            double room = Math.max(80, getListView().getWidth() - BESIDE - MARGIN);
            words.setPrefWrapLength(room);
            words.setMinWidth(room);
            words.setMaxWidth(room);
            return Math.max(26, words.prefHeight(room)) + BELOW;
        }

        @Override
        protected void updateItem(Paragraph paragraph, boolean empty) {
            super.updateItem(paragraph, empty);
            labels.clear();
            words.getChildren().clear();
            if (empty || paragraph == null) {
                setGraphic(null);
                return;
            }
            time.setText(Timecode.of(paragraph.startMs()));
            for (Piece piece : paragraph.words()) {
                Label label = label(piece);
                labels.add(label);
                words.getChildren().add(label);
            }
            setAccessibleText(Timecode.of(paragraph.startMs()) + " " + paragraph.text());
            restyle();
            setGraphic(row);
        }

        private Label label(Piece piece) {
            var label = new Label(piece.text());
            label.getStyleClass().add("word");
            if (piece.unsure()) {
                label.getStyleClass().add("unsure");
            }
            if (piece.filler()) {
                label.getStyleClass().add("filler");
            }
            label.setMinWidth(Region.USE_PREF_SIZE);
            label.setUserData(piece.id());
            label.setOnMousePressed(event -> {
                seek.accept(piece.startMs());
                event.consume();
            });
            return label;
        }

        private void restyle() {
            for (Label label : labels) {
                boolean spoken = label.getUserData() instanceof Integer id && id == now.get();
                if (spoken != label.getStyleClass().contains("now")) {
                    if (spoken) {
                        label.getStyleClass().add("now");
                    } else {
                        label.getStyleClass().remove("now");
                    }
                }
            }
        }
    }
}
