package studio.fanz.app.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.function.LongConsumer;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import studio.fanz.core.time.Timecode;

/// What a timeline shows, as a list in order of time: for screen readers and for those who like lists. Enter goes
/// there.
public final class TimelineList extends ListView<TimelineList.Row> {

    private LongConsumer seek = _ -> {};

    /// One thing on the timeline.
    ///
    /// @param startMs when it begins
    /// @param kind    what it is, in words
    /// @param text    what it says
    public record Row(long startMs, String kind, String text) {}

    /// `spoken` names the list for reading aloud.
    public TimelineList(String spoken) {
        setAccessibleText(spoken);
        getStyleClass().add("timeline-list");
        setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(Row row, boolean empty) {
                super.updateItem(row, empty);
                boolean nothing = empty || row == null;
                setText(null);
                setGraphic(nothing || row == null ? null : line(row));
                setAccessibleText(
                        nothing || row == null ? "" : Timecode.of(row.startMs()) + " " + row.kind() + " " + row.text());
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                go();
            }
        });
        setOnMouseClicked(_ -> go());
    }

    /// Called with the time of the thing that was taken.
    public void onSeek(LongConsumer action) {
        seek = action;
    }

    /// Shows captions, findings and cuts in order of time; the three words name their kinds.
    public void show(Timeline timeline, String caption, String finding, String cut) {
        var rows = new ArrayList<Row>();
        timeline.blocks()
                .forEach(b -> rows.add(new Row(b.startMs(), caption, b.text().replace('\n', ' '))));
        timeline.marks().forEach(m -> rows.add(new Row(m.startMs(), finding, m.words())));
        timeline.cuts().forEach(c -> rows.add(new Row(c, cut, "")));
        rows.sort(Comparator.comparingLong(Row::startMs));
        getItems().setAll(rows);
    }

    private void go() {
        Row row = getSelectionModel().getSelectedItem();
        if (row != null) {
            seek.accept(row.startMs());
        }
    }

    private static javafx.scene.Node line(Row row) {
        var time = Nodes.text(Timecode.of(row.startMs()), "mono", "t2");
        time.setMinWidth(64);
        var kind = Nodes.text(row.kind(), "t2", "small");
        kind.setMinWidth(70);
        var line = Nodes.row(12, time, kind, Nodes.name(row.text()));
        line.setPadding(new javafx.geometry.Insets(4, 16, 4, 16));
        return line;
    }
}
