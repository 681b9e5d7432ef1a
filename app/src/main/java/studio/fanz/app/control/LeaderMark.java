package studio.fanz.app.control;

import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Shape;

/// The countdown of a film leader: our mark, and the only flourish.
public final class LeaderMark extends StackPane {

    /// `size` in pixels; `sign` is the figure in its middle.
    public LeaderMark(double size, String sign) {
        getStyleClass().add("leader-mark");
        var ring = new Circle(size / 2 - 1.5);
        ring.getStyleClass().add("ring");
        Shape across = line(size + 7, 0, sign);
        Shape down = line(0, size + 7, sign);
        var figure = new Label(sign);
        figure.getStyleClass().add("figure");
        figure.setStyle("-fx-font-size: " + Math.round(size * 0.46) + "px;");
        getChildren().addAll(across, down, ring, figure);
        setMinSize(size + 8, size + 8);
        setMaxSize(size + 8, size + 8);
        setMouseTransparent(true);
        setAccessibleText("");
    }

    private static Line line(double width, double height, String sign) {
        var line = new Line(0, 0, width, height);
        line.getStyleClass().add(sign.isEmpty() ? "no-cross" : "cross");
        return line;
    }
}
