package studio.fanz.media.ffmpeg;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import studio.fanz.core.store.DraftFile;
import studio.fanz.core.store.StoreException;
import studio.fanz.media.export.EncoderChoice;

/// Remembers which encoder worked, as `encoder.properties` in a cache folder, for as long as machine and programs stay
/// what they were.
///
/// @param folder      where; empty = nowhere
/// @param fingerprint of the machine and its programs
record EncoderMemory(Optional<Path> folder, String fingerprint) {

    private static final String FILE = "encoder.properties";

    /// What was kept for this machine.
    Optional<EncoderChoice> recall() {
        if (folder.isEmpty() || !Files.isRegularFile(folder.get().resolve(FILE))) {
            return Optional.empty();
        }
        Properties kept = new Properties();
        try {
            kept.load(new StringReader(Files.readString(folder.get().resolve(FILE))));
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
        boolean same = fingerprint.equals(kept.getProperty("machine"));
        String name = kept.getProperty("encoder", "");
        return same && !name.isEmpty()
                ? Optional.of(
                        new EncoderChoice(name, kept.getProperty("program", ""), kept.getProperty("fallback", "")))
                : Optional.empty();
    }

    /// Keeps it; a cache that cannot be written only costs trying again.
    void keep(EncoderChoice choice) {
        if (folder.isEmpty()) {
            return;
        }
        Properties kept = new Properties();
        kept.setProperty("machine", fingerprint);
        kept.setProperty("encoder", choice.name());
        kept.setProperty("program", choice.program());
        kept.setProperty("fallback", choice.fallback());
        StringWriter text = new StringWriter();
        try {
            kept.store(text, null);
            DraftFile.write(folder.get().resolve(FILE), text.toString());
        } catch (IOException | StoreException notWritable) {
            return;
        }
    }
}
