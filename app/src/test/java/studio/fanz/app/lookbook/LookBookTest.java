package studio.fanz.app.lookbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.fanz.assets.Assets;

class LookBookTest {

    @TempDir
    private Path folder;

    /// The tightest size; names and paths may be shortened, everything else must be readable in full.
    @Test
    void noWordsAreCutOffOrLieOverOneAnother() throws IOException {
        var faults = new ArrayList<String>();
        book().visit(folder, ".*-dark-1180x760", (shot, scene) -> {
            var words = new ArrayList<Labeled>();
            collect(scene.getRoot(), words);
            for (Labeled label : words) {
                cutOff(label, scene.getWidth(), scene.getHeight())
                        .forEach(fault -> faults.add(shot.page() + ": " + fault + " “" + label.getText() + "”"));
            }
            overlaps(words).forEach(fault -> faults.add(shot.page() + ": " + fault));
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void everyNodeThatTakesTheFocusSaysWhatItIs() throws IOException {
        var silent = new ArrayList<String>();
        book().visit(
                        folder,
                        "(today-full|library-full|edit-captions|edit-export|settings)-dark-1440x900",
                        (shot, scene) -> {
                            var nodes = new ArrayList<Node>();
                            focusable(scene.getRoot(), nodes);
                            nodes.stream()
                                    .filter(node -> spoken(node).isBlank())
                                    .forEach(node -> silent.add(shot.page() + ": " + node));
                        });
        assertThat(silent).isEmpty();
    }

    @Test
    void picturesAreWritten() throws IOException {
        List<Path> files = book().render(folder, "(library-full-dark|edit-covers-light)-1180x760");
        assertThat(files).hasSize(2);
        for (Path file : files) {
            BufferedImage picture = ImageIO.read(file.toFile());
            assertThat(picture.getWidth()).isEqualTo(1180);
            var colours = new HashSet<Integer>();
            for (int y = 0; y < picture.getHeight(); y += 7) {
                for (int x = 0; x < picture.getWidth(); x += 7) {
                    colours.add(picture.getRGB(x, y));
                }
            }
            assertThat(colours).hasSizeGreaterThan(200);
        }
    }

    /// A test of layout needs pictures, not these pictures.
    private static LookBook book() {
        return new LookBook(Assets.find(), ms -> Scenery.hills(640, 360, ms));
    }

    private static void collect(Node node, List<Labeled> words) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled label
                && label.getText() != null
                && !label.getText().isBlank()
                && shown(label)) {
            words.add(label);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, words));
        }
    }

    private static boolean shown(Labeled label) {
        return label.getContentDisplay() != javafx.scene.control.ContentDisplay.GRAPHIC_ONLY && label.getWidth() > 0;
    }

    private static List<String> cutOff(Labeled label, double width, double height) {
        var faults = new ArrayList<String>();
        boolean mayShorten = label.getStyleClass().contains("may-shorten");
        if (!mayShorten
                && label.lookup(".text") instanceof Text text
                && !text.getText().equals(label.getText())) {
            faults.add("shortened");
        }
        Bounds bounds = label.localToScene(label.getLayoutBounds());
        boolean onScreen = bounds.getMinY() < height && bounds.getMaxY() > 0;
        if (onScreen && (bounds.getMinX() < -1 || bounds.getMaxX() > width + 1)) {
            faults.add("outside the window");
        }
        return faults;
    }

    private static List<String> overlaps(List<Labeled> words) {
        var faults = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            for (int j = i + 1; j < words.size(); j++) {
                Labeled a = words.get(i);
                Labeled b = words.get(j);
                if (a.getParent() == b.getParent() && overlap(a.getBoundsInParent(), b.getBoundsInParent())) {
                    faults.add("“" + a.getText() + "” lies over “" + b.getText() + "”");
                }
            }
        }
        return faults;
    }

    private static boolean overlap(Bounds a, Bounds b) {
        double wide = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
        double high = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
        return wide > 2 && high > 2;
    }

    private static void focusable(Node node, List<Node> nodes) {
        if (node.isVisible() && node.isFocusTraversable() && !node.isDisabled()) {
            nodes.add(node);
        }
        if (node.isVisible() && node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> focusable(child, nodes));
        }
    }

    private static String spoken(Node node) {
        String said = node.getAccessibleText() == null ? "" : node.getAccessibleText();
        String words = node instanceof Labeled label && label.getText() != null ? label.getText() : "";
        return said + words;
    }
}
