package studio.fanz.app.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import studio.fanz.core.time.Timecode;

/// A transcript set like a manuscript: paragraphs in a reading serif, the time in the margin, the spoken word
/// marked. Words are selected by dragging, by Shift and a press, or by Shift and the arrows; Delete strikes them
/// or, when
/// they all are struck, brings them back. Only the paragraphs in sight have nodes, so hours of speech stay light. FX
/// thread only.
public final class Manuscript extends ListView<Manuscript.Paragraph> {

    private static final double MARGIN = 48;
    private static final double BELOW = 14;
    /// Scroll bar and padding on both sides.
    private static final double BESIDE = 12 + 24;

    private final IntegerProperty now = new SimpleIntegerProperty(-1);
    private final IntegerProperty anchor = new SimpleIntegerProperty(-1);
    private final IntegerProperty caret = new SimpleIntegerProperty(-1);
    private final ObjectProperty<Set<Integer>> struck = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<Set<Integer>> found = new SimpleObjectProperty<>(Set.of());
    private final double blank;
    private LongConsumer seek = _ -> {};
    private Consumer<Set<Integer>> delete = _ -> {};

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
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    private void keyPressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case ENTER -> {
                Paragraph paragraph = getSelectionModel().getSelectedItem();
                if (paragraph == null) {
                    return;
                }
                seek.accept(paragraph.startMs());
            }
            case DELETE, BACK_SPACE -> delete.accept(selection());
            case LEFT -> moveCaret(-1, event.isShiftDown());
            case RIGHT -> moveCaret(1, event.isShiftDown());
            case ESCAPE -> {
                if (selection().size() < 2) {
                    return;
                }
                select(caret.get(), caret.get());
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void moveCaret(int by, boolean extend) {
        int from = caret.get() < 0 ? now.get() - by : caret.get();
        int to = Math.clamp((long) from + by, 0, Math.max(0, lastWord()));
        select(extend && anchor.get() >= 0 ? anchor.get() : to, to);
        piece(to).ifPresent(word -> {
            if (!extend) {
                seek.accept(word.startMs());
            }
        });
        reveal(to);
    }

    private int lastWord() {
        return getItems().isEmpty() || getItems().getLast().words().isEmpty()
                ? -1
                : getItems().getLast().words().getLast().id();
    }

    private Optional<Piece> piece(int id) {
        return getItems().stream()
                .filter(p -> !p.words().isEmpty() && p.words().getLast().id() >= id)
                .findFirst()
                .flatMap(p -> p.words().stream().filter(word -> word.id() == id).findFirst());
    }

    /// Selects from one word to another, both included; -1 selects none.
    public void select(int from, int to) {
        anchor.set(from);
        caret.set(to);
    }

    /// Ids of the words selected; the word that sounds when none is.
    public Set<Integer> selection() {
        int from = Math.min(anchor.get(), caret.get());
        int to = Math.max(anchor.get(), caret.get());
        if (from < 0) {
            return now.get() < 0 ? Set.of() : Set.of(now.get());
        }
        return IntStream.rangeClosed(from, to).boxed().collect(Collectors.toUnmodifiableSet());
    }

    /// Ids of the words that were cut out; they are shown struck.
    public ObjectProperty<Set<Integer>> struckProperty() {
        return struck;
    }

    /// Ids of the words that a search found.
    public ObjectProperty<Set<Integer>> foundProperty() {
        return found;
    }

    /// Called with the words selected when Delete is pressed.
    public void onDelete(Consumer<Set<Integer>> action) {
        delete = action;
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
            reveal(word);
        }
    }

    private void reveal(int word) {
        for (int i = 0; i < getItems().size(); i++) {
            List<Piece> words = getItems().get(i).words();
            if (!words.isEmpty() && words.getLast().id() >= word) {
                scrollTo(Math.max(0, i - 1));
                return;
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
            anchor.subscribe(_ -> restyle());
            caret.subscribe(_ -> restyle());
            struck.subscribe(_ -> restyle());
            found.subscribe(_ -> restyle());
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
                Manuscript.this.requestFocus();
                boolean extend = event.isShiftDown() && anchor.get() >= 0;
                select(extend ? anchor.get() : piece.id(), piece.id());
                if (!extend) {
                    seek.accept(piece.startMs());
                }
                event.consume();
            });
            label.setOnDragDetected(event -> {
                label.startFullDrag();
                event.consume();
            });
            label.setOnMouseDragEntered(event -> {
                caret.set(piece.id());
                event.consume();
            });
            return label;
        }

        private void restyle() {
            int from = Math.min(anchor.get(), caret.get());
            int to = Math.max(anchor.get(), caret.get());
            for (Label label : labels) {
                int id = label.getUserData() instanceof Integer word ? word : -1;
                style(label, "now", id == now.get());
                style(label, "selected", from >= 0 && id >= from && id <= to);
                style(label, "struck", struck.get().contains(id));
                style(label, "found", found.get().contains(id));
            }
        }

        private static void style(Label label, String name, boolean on) {
            if (on != label.getStyleClass().contains(name)) {
                if (on) {
                    label.getStyleClass().add(name);
                } else {
                    label.getStyleClass().remove(name);
                }
            }
        }
    }
}
