package studio.fanz.app.control;

import java.util.BitSet;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import studio.fanz.app.theme.Tokens;

/// A grid of pictures that fills its width row by row. Only what is seen is drawn, on one canvas, so that 100,000
/// things scroll as well as ten. One can be focused, many chosen; all of it by keyboard too. FX thread only.
public final class MediaGrid extends Region {

    private static final double ROW = 158;
    private static final double GAP = 12;
    private static final double BELOW = 38;
    private static final double MARGIN = 6;
    private static final double BAR = 12;
    private static final double WHEEL = 1.4;

    private final Canvas canvas = new Canvas();
    private final ScrollBar bar = new ScrollBar();
    private final GridPainter painter;
    private final BitSet chosen = new BitSet();
    private final ReadOnlyIntegerWrapper focused = new ReadOnlyIntegerWrapper(-1);
    private IntFunction<GridCell> cells = _ -> {
        throw new IllegalStateException("empty");
    };
    private float[] aspects = {};
    private JustifiedRows rows = JustifiedRows.of(aspects, 1, ROW, GAP, BELOW);
    private double laidOutFor = -1;
    private int anchor = -1;
    private int hovered = -1;
    private int revealAfterLayout = -1;
    private double hoveredAt;
    private IntConsumer open = _ -> {};
    private IntConsumer preview = _ -> {};
    private LongConsumer chosenChanged = _ -> {};

    /// `tokens` are the colours in force.
    public MediaGrid(Pictures pictures, ObservableValue<Tokens> tokens) {
        painter = new GridPainter(pictures, tokens);
        getStyleClass().add("media-grid");
        // Pictures have no reading direction; rows are filled the same way everywhere.
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        getChildren().addAll(canvas, bar);
        bar.valueProperty().subscribe(_ -> draw());
        tokens.subscribe(_ -> draw());
        painter.loaded(this::draw);
        focusedProperty().subscribe(_ -> draw());
        addEventHandler(ScrollEvent.SCROLL, event -> scrollBy(-event.getDeltaY() * WHEEL));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(event.getX(), event.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> hover(-1, -1));
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    /// Shows other things; keeps the focus where it was as far as that exists.
    ///
    /// @param shapes width by height of each, above 0
    /// @param cell   what to draw for a number; asked only for what is seen
    public void show(float[] shapes, IntFunction<GridCell> cell) {
        aspects = shapes.clone();
        cells = cell;
        chosen.clear();
        hovered = -1;
        rows = JustifiedRows.of(new float[0], 1, ROW, GAP, BELOW);
        laidOutFor = -1;
        focused.set(Math.min(focused.get(), shapes.length - 1));
        if (focused.get() >= 0) {
            chosen.set(focused.get());
        }
        requestLayout();
        setAccessibleText("");
    }

    /// Double click or Enter.
    public void onOpen(IntConsumer action) {
        open = action;
    }

    /// Space.
    public void onPreview(IntConsumer action) {
        preview = action;
    }

    /// Hears how many are chosen, each time that changes.
    public void onChosen(LongConsumer action) {
        chosenChanged = action;
    }

    /// The thing that has the focus, -1 when none has.
    public ReadOnlyIntegerProperty focusedCellProperty() {
        return focused.getReadOnlyProperty();
    }

    /// The chosen things' numbers.
    public BitSet chosen() {
        return (BitSet) chosen.clone();
    }

    /// Gives one thing the focus and brings it into sight.
    public void focusCell(int cell) {
        if (cell >= 0 && cell < aspects.length) {
            choose(cell, false, false);
        }
    }

    /// How far it is scrolled, in pixels from the top.
    public double offset() {
        return bar.getValue();
    }

    /// Scrolls, staying inside.
    public void scrollTo(double offset) {
        bar.setValue(Math.clamp(offset, 0, Math.max(0, bar.getMax())));
    }

    /// Height of everything in pixels.
    public double fullHeight() {
        return rows.total() + 2 * MARGIN;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double room = Math.max(1, width - BAR - 2 * MARGIN);
        if (room != laidOutFor) {
            int keep = rows.rows() > 0 && laidOutFor > 0 ? rows.firstOf(rows.rowAt(bar.getValue())) : -1;
            rows = JustifiedRows.of(aspects, room, ROW, GAP, BELOW);
            laidOutFor = room;
            if (keep > 0 && keep < rows.count()) {
                bar.setMax(Math.max(0, fullHeight() - height));
                scrollTo(rows.top(rows.rowOf(keep)));
            }
        }
        canvas.setWidth(width);
        canvas.setHeight(height);
        bar.resizeRelocate(width - BAR, 0, BAR, height);
        double beyond = Math.max(0, fullHeight() - height);
        bar.setMax(beyond);
        bar.setVisibleAmount(beyond == 0 ? 1 : beyond * height / fullHeight());
        bar.setBlockIncrement(height * 0.9);
        bar.setVisible(beyond > 0);
        scrollTo(bar.getValue());
        if (revealAfterLayout >= 0 && revealAfterLayout < rows.count()) {
            reveal(revealAfterLayout);
            revealAfterLayout = -1;
        }
        draw();
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.ITEM_COUNT) {
            return aspects.length;
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }

    private void draw() {
        if (canvas.getWidth() <= 0 || canvas.getHeight() <= 0) {
            return;
        }
        painter.begin(canvas.getGraphicsContext2D(), canvas.getWidth(), canvas.getHeight());
        if (rows.rows() == 0) {
            return;
        }
        double from = bar.getValue() - MARGIN;
        for (int row = rows.rowAt(from - BELOW); row < rows.rows() && rows.top(row) < from + getHeight(); row++) {
            for (int cell = rows.firstOf(row); cell < rows.firstOf(row + 1); cell++) {
                var place = new GridPainter.Place(
                        MARGIN + rows.x(cell), rows.top(row) - from, rows.width(cell), rows.height(row));
                boolean ring = isFocused() && cell == focused.get();
                painter.cell(cells.apply(cell), place, chosen.get(cell), ring, cell == hovered ? hoveredAt : -1);
            }
        }
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        int cell = rows.at(event.getX() - MARGIN, event.getY() + bar.getValue() - MARGIN);
        if (cell < 0 || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        choose(cell, event.isShiftDown(), event.isShortcutDown());
        if (event.getClickCount() == 2) {
            open.accept(cell);
        }
    }

    private void hover(double x, double y) {
        int cell = x < 0 ? -1 : rows.at(x - MARGIN, y + bar.getValue() - MARGIN);
        hovered = cell;
        hoveredAt = cell < 0 ? 0 : (x - MARGIN - rows.x(cell)) / rows.width(cell);
        draw();
    }

    private void keyPressed(KeyEvent event) {
        if (rows.rows() == 0) {
            return;
        }
        int now = Math.max(0, focused.get());
        int page = Math.max(1, (int) (getHeight() / (ROW + BELOW)));
        int next = switch (event.getCode()) {
            case LEFT -> Math.max(0, now - 1);
            case RIGHT -> Math.min(aspects.length - 1, now + 1);
            case UP -> rows.across(now, -1);
            case DOWN -> rows.across(now, 1);
            case PAGE_UP -> rows.across(now, -Math.min(page, rows.rowOf(now)));
            case PAGE_DOWN -> rows.across(now, Math.min(page, rows.rows() - 1 - rows.rowOf(now)));
            case HOME -> 0;
            case END -> aspects.length - 1;
            default -> -1;
        };
        if (next >= 0) {
            choose(next, event.isShiftDown(), false);
            event.consume();
            return;
        }
        switch (event.getCode()) {
            case ENTER -> open.accept(now);
            case SPACE -> preview.accept(now);
            case A -> {
                if (!event.isShortcutDown()) {
                    return;
                }
                chosen.set(0, aspects.length);
                chosenChanged.accept(chosen.cardinality());
                draw();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(int cell, boolean range, boolean toggle) {
        if (toggle) {
            chosen.flip(cell);
            anchor = cell;
        } else if (range && anchor >= 0) {
            chosen.clear();
            chosen.set(Math.min(anchor, cell), Math.max(anchor, cell) + 1);
        } else {
            chosen.clear();
            chosen.set(cell);
            anchor = cell;
        }
        focused.set(cell);
        setAccessibleText(cells.apply(cell).spoken());
        reveal(cell);
        chosenChanged.accept(chosen.cardinality());
        draw();
    }

    private void reveal(int cell) {
        if (cell >= rows.count()) {
            revealAfterLayout = cell;
            return;
        }
        int row = rows.rowOf(cell);
        double top = rows.top(row);
        double bottom = top + rows.height(row) + BELOW + MARGIN;
        if (top < bar.getValue()) {
            scrollTo(top);
        } else if (bottom > bar.getValue() + getHeight()) {
            scrollTo(bottom - getHeight());
        }
    }

    private void scrollBy(double pixels) {
        scrollTo(bar.getValue() + pixels);
    }
}
