package studio.fanz.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One look at a real window: on a virtual X display, started as a person starts it.
class RealWindowTest {

    private static final int POLLS = 240;
    private static final int POLL_MILLIS = 250;
    private static final int COLOURS_OF_A_WINDOW = 40;

    @TempDir
    private Path folder;

    @Test
    void theWindowComesUpAndIsNotBlank() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/Xvfb")), "there is no Xvfb on this machine");
        assumeTrue(gtk(), "there is no GTK 3 on this machine");
        Process display = new ProcessBuilder(
                        "/usr/bin/Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-fbdir", folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader answer = display.inputReader(StandardCharsets.UTF_8)) {
            Process studio = studio(answer.readLine());
            try {
                assertThat(colours(studio)).isGreaterThan(COLOURS_OF_A_WINDOW);
            } finally {
                studio.destroyForcibly().waitFor();
            }
        } finally {
            display.destroyForcibly().waitFor();
        }
    }

    private Process studio(String number) throws IOException {
        var command = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dprism.order=sw",
                "-Djava.awt.headless=true",
                "-Dfanz.assets=" + System.getProperty("fanz.assets"),
                "-cp",
                System.getProperty("java.class.path"),
                "studio.fanz.app.Launcher",
                "--home",
                folder.resolve("home").toString()));
        command.environment().put("DISPLAY", ":" + number);
        command.environment().remove("WAYLAND_DISPLAY");
        return command.redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile())
                .start();
    }

    /// Looks at the screen until it shows something or the program has ended.
    private int colours(Process studio) throws IOException, InterruptedException {
        int seen = 0;
        for (int poll = 0; poll < POLLS && seen <= COLOURS_OF_A_WINDOW; poll++) {
            boolean ended = studio.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
            seen = screen().size();
            if (ended) {
                assertThat(Files.readString(folder.resolve("log.txt")))
                        .as("the program ended")
                        .isEmpty();
            }
        }
        return seen;
    }

    /// The colours on the screen. Xvfb keeps it in an XWD file of big-endian numbers: the first is the header's
    /// size, the fifth and sixth width and height, the thirteenth bytes per line, the twentieth the map's colours.
    private Set<Integer> screen() throws IOException {
        Path file = folder.resolve("Xvfb_screen0");
        var colours = new HashSet<Integer>();
        if (!Files.exists(file)) {
            return colours;
        }
        var screen = ByteBuffer.wrap(Files.readAllBytes(file));
        int start = screen.getInt(0) + screen.getInt(19 * 4) * 12;
        int width = screen.getInt(4 * 4);
        int height = screen.getInt(5 * 4);
        int line = screen.getInt(12 * 4);
        for (int y = 0; y < height; y += 5) {
            for (int x = 0; x < width; x += 5) {
                colours.add(screen.getInt(start + y * line + x * 4));
            }
        }
        return colours;
    }

    private static boolean gtk() throws IOException {
        for (String folder : List.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64")) {
            if (Files.isDirectory(Path.of(folder))) {
                try (Stream<Path> files = Files.list(Path.of(folder))) {
                    if (files.anyMatch(file -> file.getFileName().toString().startsWith("libgtk-3.so"))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
