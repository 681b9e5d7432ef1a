package studio.fanz.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The command line as a process of its own, so that it can be killed.
///
/// @param process the Java process
/// @param folder  holds what it says
record ChildStudio(Process process, Path folder) {

    private static final long PATIENCE_SECONDS = 120;

    /// Starts a verb with the home and the output folder of a shell. Ctrl-C is what it usually is: a process started
    /// from a shell's background would ignore it.
    static ChildStudio start(Shell shell, Path folder, Object... words) throws IOException {
        var command = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/env"))) {
            command.addAll(List.of("/usr/bin/env", "--default-signal=INT"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                "-Dfanz.assets=" + shell.assets().folder(),
                "-cp",
                System.getProperty("java.class.path"),
                "studio.fanz.app.Launcher"));
        for (Object word : words) {
            command.add(word.toString());
        }
        command.addAll(
                List.of("--home", shell.home().toString(), "--out", shell.out().toString()));
        Files.createDirectories(folder);
        Process process = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .redirectError(folder.resolve("complained.txt").toFile())
                .start();
        return new ChildStudio(process, folder);
    }

    /// Waits until it says on standard error that it is at a step.
    void awaitSaying(String sentence) throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(PATIENCE_SECONDS).toNanos();
        while (!err().contains(sentence)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("never said " + sentence + " but\n" + err());
            }
            process.waitFor(5, TimeUnit.MILLISECONDS);
        }
    }

    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("did not end");
        }
        return process.exitValue();
    }

    /// Ctrl-C.
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor();
    }

    /// `kill -9`.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    String err() throws IOException {
        return Files.readString(folder.resolve("complained.txt"));
    }
}
