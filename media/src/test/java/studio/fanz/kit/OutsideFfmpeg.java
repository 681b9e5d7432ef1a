package studio.fanz.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The same FFmpeg with libx264 and libx265, only for making test recordings: unpacked by the build, never shipped.
public final class OutsideFfmpeg {

    private OutsideFfmpeg() {}

    /// Its program.
    ///
    /// @throws IllegalStateException when the build did not unpack it
    public static Path program() {
        Path folder = Path.of(System.getProperty("fanz.outside", "target/outside"));
        try (Stream<Path> files = Files.walk(folder)) {
            Path found = files.filter(file -> Files.isRegularFile(file)
                            && file.getFileName().toString().matches("ffmpeg(\\.exe)?"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("not unpacked: " + folder));
            if (!Files.isExecutable(found) && !found.toFile().setExecutable(true)) {
                throw new IllegalStateException("cannot be made executable: " + found);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
