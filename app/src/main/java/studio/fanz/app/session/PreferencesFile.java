package studio.fanz.app.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import studio.fanz.core.json.Documents;
import studio.fanz.core.json.Json;

/// Keeps the preferences in a file. A missing or unreadable file means the first day again: preferences are a
/// convenience and never a reason not to start.
///
/// @param file `HOME/settings.json`
public record PreferencesFile(Path file) {

    private static final String NAME = "settings";

    /// What was remembered.
    public Preferences read() {
        try {
            return Documents.read(Json.parse(Files.readString(file)), NAME, 1, Preferences.class);
        } catch (IOException | IllegalArgumentException forgotten) {
            return Preferences.FIRST;
        }
    }

    /// Remembers, through a draft beside the file.
    ///
    /// @throws IOException when the disk does not take it
    public void write(Preferences preferences) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        byte[] bytes = Json.pretty(Documents.of(NAME, 1, preferences)).getBytes(StandardCharsets.UTF_8);
        try (FileChannel out = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
