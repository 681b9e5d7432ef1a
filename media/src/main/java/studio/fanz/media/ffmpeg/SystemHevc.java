package studio.fanz.media.ffmpeg;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.fanz.media.cut.OutsideEncoders;

/// The system's ffmpeg, when it has libx265. What it makes is read back like anything else, so listing it is enough.
public final class SystemHevc implements OutsideEncoders {

    private final List<Path> programs;
    private Optional<Path> found = Optional.empty();
    private boolean looked;

    private SystemHevc(List<Path> programs) {
        this.programs = programs;
    }

    /// What the PATH has.
    public static SystemHevc ofThisMachine() {
        return new SystemHevc(SystemPrograms.named("ffmpeg"));
    }

    /// Only this program.
    public static SystemHevc of(Path program) {
        return new SystemHevc(List.of(program));
    }

    @Override
    public synchronized Optional<Path> hevc() {
        if (!looked) {
            looked = true;
            found = programs.stream().filter(SystemHevc::encodes).findFirst();
        }
        return found;
    }

    private static boolean encodes(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "-hide_banner", "-encoders")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String listed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return listed.contains(" libx265 ");
        } catch (IOException cannotRun) {
            return false;
        }
    }
}
