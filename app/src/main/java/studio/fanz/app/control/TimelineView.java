package studio.fanz.app.control;

import java.util.function.LongConsumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import studio.fanz.app.theme.Tokens;
import studio.fanz.core.time.Timecode;

/// The timeline: ruler with findings, captions as blocks, filmstrip, sound, playhead. Press or drag to go there (it
/// catches on captions and cuts), wheel to move, Ctrl and wheel to zoom at the pointer. What it shows is also in
/// [TimelineList], for those who cannot see it. FX thread only.
public final class TimelineView extends Region {

    private static final double CATCH = 6;
    private static final double ZOOM = 1.25;

    private final Canvas canvas = new Canvas();
    private final TimelinePainter painter;
    private Timeline timeline = Timeline.EMPTY;
    private TimeScale scale = TimeScale.fit(1, 1);
    private long position;
    private boolean snap = true;
    private LongConsumer seek = _ -> {};

    /// `names` are the words before the rows: captions, picture, sound.
    public TimelineView(Pictures pictures, ObservableValue<Tokens> tokens, String[] names) {
        painter = new TimelinePainter(pictures, tokens, names.clone());
        getStyleClass().add("timeline");
        // Time runs to the right in every language, as on every player.
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        getChildren().add(canvas);
        setMinHeight(TimelinePainter.HEIGHT);
        setPrefHeight(TimelinePainter.HEIGHT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        tokens.subscribe(_ -> draw());
        focusedProperty().subscribe(_ -> draw());
        painter.loaded(this::draw);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            requestFocus();
            go(event);
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::go);
        addEventHandler(ScrollEvent.SCROLL, this::wheel);
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    /// Called with the time that was pressed.
    public void onSeek(LongConsumer action) {
        seek = action;
    }

    /// Shows other things; keeps what is in sight as long as the length stays the same.
    public void show(Timeline other) {
        if (other.durationMs() != timeline.durationMs()) {
            scale = TimeScale.fit(other.durationMs(), room());
        }
        timeline = other;
        draw();
    }

    /// Moves the playhead.
    ///
    /// @param follow whether to scroll so that it stays in sight
    public void position(long ms, boolean follow) {
        position = ms;
        if (follow) {
            scale = scale.showing(ms);
        }
        setAccessibleText(Timecode.of(ms));
        draw();
    }

    /// Whether pressing catches on captions and cuts.
    public void snap(boolean catches) {
        snap = catches;
    }

    /// Nearer or farther around the playhead.
    public void zoom(boolean nearer) {
        scale = scale.zoomed(nearer ? ZOOM : 1 / ZOOM, Math.clamp(scale.x(position), 0, scale.width()));
        draw();
    }

    /// Everything in sight.
    public void fit() {
        scale = TimeScale.fit(timeline.durationMs(), room());
        draw();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        scale = scale.resized(room());
        draw();
    }

    private double room() {
        return Math.max(1, getWidth() - TimelinePainter.HEAD - TimelinePainter.TAIL);
    }

    private void draw() {
        if (canvas.getWidth() > 0 && canvas.getHeight() > 0) {
            painter.draw(canvas, timeline, scale, position, isFocused());
        }
    }

    private void go(MouseEvent event) {
        if (timeline.durationMs() > 0) {
            seek.accept(caught(event.getX() - TimelinePainter.HEAD));
        }
    }

    private long caught(double x) {
        long ms = scale.ms(x);
        if (!snap) {
            return ms;
        }
        long best = ms;
        double near = CATCH;
        for (Timeline.Block block : timeline.blocks()) {
            double away = Math.abs(scale.x(block.startMs()) - x);
            if (away < near) {
                near = away;
                best = block.startMs();
            }
        }
        for (long cut : timeline.cuts()) {
            double away = Math.abs(scale.x(cut) - x);
            if (away < near) {
                near = away;
                best = cut;
            }
        }
        return best;
    }

    private void wheel(ScrollEvent event) {
        double turn = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
        if (event.isShortcutDown()) {
            scale = scale.zoomed(turn > 0 ? ZOOM : 1 / ZOOM, event.getX() - TimelinePainter.HEAD);
        } else {
            scale = scale.scrolled(-turn);
        }
        draw();
        event.consume();
    }

    private void keyPressed(KeyEvent event) {
        switch (event.getCode()) {
            case HOME -> seek.accept(0);
            case END -> seek.accept(timeline.durationMs());
            default -> {
                return;
            }
        }
        event.consume();
    }
}
