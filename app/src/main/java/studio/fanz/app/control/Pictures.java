package studio.fanz.app.control;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.image.Image;

/// Picture files as images, decoded on JavaFX's own loading threads, the last used kept. FX thread only.
public final class Pictures {

    private static final long BUDGET_BYTES = 96L << 20;

    private final boolean background;
    private final Map<Key, Image> images = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    /// `background` is false only where a picture is taken of the screen at once.
    public Pictures(boolean background) {
        this.background = background;
    }

    /// The picture scaled down to about that height; it may still be loading (`Image.progressProperty`).
    ///
    /// @param height pixels, 0 for the file's own size
    public Image of(Path file, int height) {
        var key = new Key(file, height);
        Image known = images.get(key);
        if (known != null) {
            return known;
        }
        var image = new Image(file.toUri().toString(), 0, height, true, true, background);
        images.put(key, image);
        bytes += cost(height);
        forgetOldest();
        return image;
    }

    private void forgetOldest() {
        Iterator<Map.Entry<Key, Image>> oldest = images.entrySet().iterator();
        while (bytes > BUDGET_BYTES && images.size() > 1) {
            Map.Entry<Key, Image> gone = oldest.next();
            bytes -= cost(gone.getKey().height());
            gone.getValue().cancel();
            oldest.remove();
        }
    }

    private static long cost(int height) {
        long h = height == 0 ? 720 : height;
        return h * h * 16 / 9 * 4;
    }

    private record Key(Path file, int height) {}
}
