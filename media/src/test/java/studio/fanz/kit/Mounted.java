package studio.fanz.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// A file system of its own, for those who may mount one; a test that wants one is skipped for others.
///
/// @param folder where it is
public record Mounted(Path folder) implements AutoCloseable {

    /// A disk in memory.
    ///
    /// @param folder  made here
    /// @param options as of `mount -o`: `ro`, `size=64k`
    public static Mounted tmpfs(Path folder, String options) throws IOException {
        Files.createDirectory(folder);
        int status = run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString());
        Assumptions.assumeTrue(status == 0, "mounting takes root");
        return new Mounted(folder);
    }

    @Override
    public void close() {
        run("umount", "-l", folder.toString());
    }

    private static int run(String... command) {
        try {
            return new ProcessBuilder(command).start().onExit().join().exitValue();
        } catch (IOException noSuchProgram) {
            return -1;
        }
    }
}
