package studio.fanz.media.prep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import studio.fanz.core.store.StoreException;

/// A folder for files that nobody needs afterwards.
///
/// @param folder empty when made
record Scratch(Path folder) implements AutoCloseable {

    /// Makes one inside another folder.
    static Scratch inside(Path parent) throws StoreException {
        try {
            return new Scratch(Files.createTempDirectory(parent, "scratch"));
        } catch (IOException e) {
            throw StoreException.writing(parent, e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            // The step's draft is swept with whatever stays.
        }
    }
}
