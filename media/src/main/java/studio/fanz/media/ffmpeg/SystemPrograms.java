package studio.fanz.media.ffmpeg;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the person's own system offers.
final class SystemPrograms {

    private SystemPrograms() {}

    /// The first executable of that name on the PATH, if there is one.
    static List<Path> named(String name) {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
        String file = windows ? name + ".exe" : name;
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).resolve(file))
                .filter(Files::isExecutable)
                .limit(1)
                .toList();
    }

    /// What changes when a graphics card or its driver comes or goes.
    static String machine() {
        List<String> devices = new ArrayList<>();
        for (String place : List.of("/dev/dri", "/dev/nvidia0", "/proc/driver/nvidia/version")) {
            Path path = Path.of(place);
            if (Files.isDirectory(path)) {
                try (Stream<Path> entries = Files.list(path)) {
                    entries.map(Path::toString).sorted().forEach(devices::add);
                } catch (IOException notReadable) {
                    devices.add(place + "?");
                }
            } else if (Files.exists(path)) {
                devices.add(place);
            }
        }
        return String.join(",", devices);
    }

    /// What changes when a program is updated.
    static String version(Path program) {
        try {
            return program + ":" + Files.size(program) + ":" + Files.getLastModifiedTime(program);
        } catch (IOException gone) {
            return program + ":gone";
        }
    }

    /// Deletes a folder of ours with what is in it.
    static void delete(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException stays) {
            // A folder in the system's temporary folder that the system deletes in time.
        }
    }
}
