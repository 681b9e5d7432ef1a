package studio.fanz.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.io.TempDir;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.project.Rendition;
import studio.fanz.kit.TestMedia;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;
import studio.fanz.media.export.EncoderChoice;
import studio.fanz.media.export.Exports;

/// Encoders are believed for what they do.
class ProbedEncodersTest {

    @TempDir
    Path folder;

    @Test
    void ourOwnEncoderWorksEverywhere() throws Exception {
        assertThat(choose(List.of("libopenh264"), List.of())).isEqualTo(EncoderChoice.BUNDLED);
    }

    @Test
    void anEncoderThatIsListedAndFailsIsPassedOverWithTheReason() throws Exception {
        EncoderChoice choice = choose(List.of("h264_v4l2m2m", "libopenh264"), List.of());
        Assumptions.assumeTrue(choice.name().equals("libopenh264"), "this machine has such hardware");
        assertThat(choice.fallback()).startsWith("h264_v4l2m2m: ");
    }

    @Test
    @DisabledOnOs(WINDOWS)
    void anEncoderThatWritesBlackFramesIsPassedOver() throws Exception {
        Path program = script("exec " + Ffmpeg.load().ffmpeg()
                + " -v error -y -f lavfi -i color=black:s=640x360:r=30:d=1 -c:v libopenh264 -f mp4 \"$out\"");
        EncoderChoice choice = choose(List.of("libx264", "libopenh264"), List.of(program));
        assertThat(choice.name()).isEqualTo("libopenh264");
        assertThat(choice.fallback()).isEqualTo("libx264: its picture is not what went in");
    }

    @Test
    @DisabledOnOs(WINDOWS)
    void anEncoderThatSaysYesAndWritesNothingIsPassedOver() throws Exception {
        EncoderChoice choice = choose(List.of("libx264", "libopenh264"), List.of(script("exit 0")));
        assertThat(choice.fallback()).startsWith("libx264: ");
    }

    @Test
    void whenNothingWorksItSaysWhatWasTried() {
        MediaException problem = catchThrowableOfType(
                MediaException.class, () -> choose(List.of("libx264"), List.of(Path.of("/no/such/ffmpeg"))));
        assertThat(problem.code()).isEqualTo(Code.NO_ENCODER);
        assertThat(problem.arguments().getLast()).contains("libx264");
    }

    @Test
    void theAnswerIsRememberedForTheSameMachineOnly() {
        EncoderMemory memory = new EncoderMemory(java.util.Optional.of(folder), "this machine");
        EncoderChoice choice = new EncoderChoice("libx264", "/usr/bin/ffmpeg", "h264_nvenc: no card");
        memory.keep(choice);
        assertThat(memory.recall()).contains(choice);
        assertThat(new EncoderMemory(java.util.Optional.of(folder), "another").recall())
                .isEmpty();
    }

    @Test
    void aSystemsLibx264MakesRenditionsThatPassAllChecks() throws Exception {
        List<Path> programs = SystemPrograms.named("ffmpeg");
        Assumptions.assumeFalse(programs.isEmpty(), "no ffmpeg on the PATH");
        try {
            choose(List.of("libx264"), programs);
        } catch (MediaException notThere) {
            Assumptions.abort("the system's ffmpeg has no libx264");
        }
        Rendition rendition = Exports.into(folder)
                .encodedBy("libx264", programs)
                .moment(500, 2500)
                .of(TestMedia.clip("whole").make());
        assertThat(rendition.encoder()).isEqualTo("libx264");
        assertThat(rendition.checks()).allMatch(Rendition.Check::passed);
    }

    /// A program that knows the name of the file it is to write.
    private Path script(String body) throws Exception {
        Path program = folder.resolve("ffmpeg");
        String find = "for arg in \"$@\"; do case \"$arg\" in file:*) out=\"${arg#file:}\";; esac; done\n";
        Files.writeString(program, "#!/bin/sh\n" + find + body + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return program;
    }

    private static EncoderChoice choose(List<String> encoders, List<Path> programs) throws MediaException {
        return ProbedEncoders.only(Ffmpeg.load(), encoders, programs).choose(JobContext.silent());
    }
}
