package studio.fanz.app.control;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;

/// A place to drop files on; pressing it chooses files instead.
public final class DropZone extends StackPane {

    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    /// `choose` opens the file chooser, `drop` takes the dropped files.
    public DropZone(Node content, String spoken, Runnable choose, Consumer<List<Path>> drop) {
        getStyleClass().add("drop");
        getChildren().add(content);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(spoken);
        setOnMouseClicked(_ -> choose.run());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                choose.run();
                event.consume();
            }
        });
        accept(this, drop);
    }

    /// Lets files be dropped on a node; it has the pseudo-class `over` while they hang above it.
    public static void accept(Node node, Consumer<List<Path>> drop) {
        node.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                node.pseudoClassStateChanged(OVER, true);
                event.consume();
            }
        });
        node.setOnDragExited(_ -> node.pseudoClassStateChanged(OVER, false));
        node.setOnDragDropped(event -> {
            List<File> files = event.getDragboard().getFiles();
            drop.accept(files.stream().map(File::toPath).toList());
            event.setDropCompleted(!files.isEmpty());
            event.consume();
        });
    }
}
