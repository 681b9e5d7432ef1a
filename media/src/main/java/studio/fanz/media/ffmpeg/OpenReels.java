package studio.fanz.media.ffmpeg;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import studio.fanz.media.MediaException;

/// The recordings that are open in a splicing process.
final class OpenReels implements AutoCloseable {

    private final Map<Path, OpenReel> open = new HashMap<>();

    /// Reads a recording anew: what stands under that name may have changed.
    OpenReel read(Path file, LongConsumer told) throws MediaException {
        OpenReel before = open.remove(file);
        if (before != null) {
            before.close();
        }
        OpenReel now = OpenReel.open(InputFile.open(file), told);
        open.put(file, now);
        return now;
    }

    /// One that was read before.
    OpenReel open(Path file) {
        OpenReel found = open.get(file);
        if (found == null) {
            throw new IllegalArgumentException("not read yet: " + file.getFileName());
        }
        return found;
    }

    /// Fails when a recording is no longer what it was when it was read.
    void throwIfChanged() throws MediaException {
        for (OpenReel reel : open.values()) {
            reel.input().throwIfChanged();
        }
    }

    @Override
    public void close() {
        open.values().forEach(OpenReel::close);
        open.clear();
    }
}
