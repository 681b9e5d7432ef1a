package studio.fanz.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.asset.Shot;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.json.Documents;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.time.Timecode;
import studio.fanz.media.prep.PrepListener;
import studio.fanz.media.prep.Preparation;

/// `studio shots`: where the cuts are.
@Command(name = "shots", description = "Where the cuts are.", mixinStandardHelpOptions = true)
final class ShotsVerb extends Verb {

    @Parameters(paramLabel = "FILE")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Override
    Answer work(Workbench bench, JobContext job) throws StudioException {
        var preparation = Preparation.of(bench.tools(), file, Choices.nothing(), PrepListener.deaf(), job);
        preparation.source().demandVideo();
        List<Shot> shots = preparation.shots();
        return new Answer(
                Documents.of("shots", 1, new Shots(shots)),
                shots.stream().map(ShotsVerb::line).toList());
    }

    private static String line(Shot shot) {
        return Timecode.of(shot.startMs()) + " - " + Timecode.of(shot.endMs()) + "  frame " + shot.startFrame() + "  "
                + shot.kind().name().toLowerCase(Locale.ROOT);
    }

    /// `fanz/shots@1`.
    record Shots(List<Shot> shots) {}
}
