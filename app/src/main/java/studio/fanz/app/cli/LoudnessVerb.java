package studio.fanz.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.asset.Loudness;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.json.Documents;
import studio.fanz.core.problem.StudioException;
import studio.fanz.media.MediaException;
import studio.fanz.media.prep.PrepListener;
import studio.fanz.media.prep.Preparation;

/// `studio loudness`: loudness after EBU R 128.
@Command(name = "loudness", description = "Loudness after EBU R 128.", mixinStandardHelpOptions = true)
final class LoudnessVerb extends Verb {

    @Parameters(paramLabel = "FILE")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Override
    Answer work(Workbench bench, JobContext job) throws StudioException {
        var preparation = Preparation.of(bench.tools(), file, Choices.nothing(), PrepListener.deaf(), job);
        Loudness loudness = preparation
                .hearing()
                .loudness()
                .orElseThrow(
                        () -> new MediaException(MediaException.Code.NO_AUDIO, String.valueOf(file.getFileName()), ""));
        return new Answer(Documents.of("loudness", 1, loudness), List.of(line(loudness)));
    }

    private String line(Loudness loudness) {
        if (loudness.silent()) {
            return studio.run().texts().get("loudness.silent");
        }
        return String.format(
                Locale.ROOT,
                "%.1f LUFS, true peak %.1f dBTP, range %.1f LU",
                loudness.integratedLufs(),
                loudness.truePeakDbtp(),
                loudness.lra());
    }
}
