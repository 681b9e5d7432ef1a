package studio.fanz.media.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A command whose filter description may be longer than a system takes as one argument (128 KiB on Linux, all
/// arguments together 32 KiB on Windows): it is then read from a file, which goes when this is closed.
///
/// @param command to be run
/// @param file    that it reads
record GraphFile(List<String> command, Optional<Path> file) implements AutoCloseable {

    private static final int LONG = 16_000;

    /// @param bundled whether our own ffmpeg runs it; older ones of a system know another option
    static GraphFile of(List<String> command, boolean bundled) throws IOException {
        int at = command.indexOf("-filter_complex");
        if (at < 0 || command.get(at + 1).length() < LONG) {
            return new GraphFile(command, Optional.empty());
        }
        Path file = Files.createTempFile("fanz-graph", ".txt");
        Files.writeString(file, command.get(at + 1));
        List<String> shorter = new ArrayList<>(command);
        shorter.set(at, bundled ? "-/filter_complex" : "-filter_complex_script");
        shorter.set(at + 1, file.toString());
        return new GraphFile(shorter, Optional.of(file));
    }

    @Override
    public void close() {
        file.ifPresent(path -> path.toFile().delete());
    }
}
