package studio.fanz.core.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The one folder everything of ours lives in. Recordings stay where they are.
///
/// @param root absolute, normalised
public record Home(Path root) {

    public Home {
        root = root.toAbsolutePath().normalize();
    }

    /// Finds the folder: what `--home` said, else `FANZ_HOME`, else the platform's convention (XDG's data
    /// folder, `Library/Application Support`, `%LOCALAPPDATA%`).
    ///
    /// @param option      value of `--home`, if typed
    /// @param environment as of `System.getenv()`
    /// @param system      name of the operating system as of the property `os.name`
    /// @param userHome    the person's own folder
    public static Home find(Optional<Path> option, Map<String, String> environment, String system, Path userHome) {
        return new Home(
                option.or(() -> set(environment, "FANZ_HOME")).orElseGet(() -> usual(environment, system, userHome)));
    }

    /// As [#find(Optional, Map, String, Path)], asking this machine.
    public static Home find(Optional<Path> option) {
        return find(
                option, System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home")));
    }

    private static Path usual(Map<String, String> environment, String system, Path userHome) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return userHome.resolve("Library", "Application Support", "Fanz Studio");
        }
        if (name.startsWith("windows")) {
            return set(environment, "LOCALAPPDATA")
                    .orElse(userHome.resolve("AppData", "Local"))
                    .resolve("Fanz Studio");
        }
        return set(environment, "XDG_DATA_HOME")
                .filter(Path::isAbsolute)
                .orElse(userHome.resolve(".local", "share"))
                .resolve("fanz-studio");
    }

    private static Optional<Path> set(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(v -> !v.isBlank())
                .map(Path::of);
    }

    /// Makes the folders that are not there yet.
    ///
    /// @throws StoreException READ_ONLY, DISK_FULL or WRITE_FAILED
    public Home create() throws StoreException {
        for (Path folder : new Path[] {root, cache(), steps(), models(), nativeCode(), backup(), logs()}) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw StoreException.writing(folder, e);
            }
        }
        return this;
    }

    /// The truth: assets, transcripts, projects, journal, outbox (SQLite).
    public Path library() {
        return root.resolve("library.db");
    }

    /// Full text; deleted at will, it comes back (SQLite).
    public Path index() {
        return root.resolve("index.db");
    }

    /// Recordings that came packed in a project file.
    public Path media() {
        return root.resolve("media");
    }

    /// Everything that can be made again.
    public Path cache() {
        return root.resolve("cache");
    }

    /// Results of finished steps, by step key.
    public Path steps() {
        return cache().resolve("steps");
    }

    /// Models that a person fetched.
    public Path models() {
        return root.resolve("models");
    }

    /// Native libraries and executables unpacked from jars.
    public Path nativeCode() {
        return root.resolve("native");
    }

    /// Copies of the library from before each migration.
    public Path backup() {
        return root.resolve("backup");
    }

    /// Log files.
    public Path logs() {
        return root.resolve("logs");
    }

    /// Held while a program has the library open.
    public Path lock() {
        return root.resolve("lock");
    }
}
