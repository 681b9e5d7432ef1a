package studio.fanz.app.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.time.Span;
import studio.fanz.core.timeline.FirstTimeline;
import studio.fanz.media.export.PlainKind;
import studio.fanz.media.ffmpeg.ChildPlainExporter;
import studio.fanz.media.ffmpeg.Ffmpeg;
import studio.fanz.media.prep.Cut;
import studio.fanz.media.prep.OutputFolder;
import studio.fanz.media.prep.Preparation;
import studio.fanz.media.prep.Source;
import studio.fanz.media.probe.Prober;
import studio.fanz.media.render.Montage;

/// Makes single files of what a recording or its project shows: stills, animations, the sound alone. Blocks; any
/// thread.
///
/// @param prober reads what was made
public record PlainExports(Prober prober) {

    /// What was made.
    ///
    /// @param file       where it lies
    /// @param kind       `still`, `gif`, `webp`, `aac`, `mp3`, `flac`, `opus`
    /// @param durationMs how long it is, 0 for a still
    /// @param sizeBytes  bytes
    public record Made(String file, String kind, long durationMs, long sizeBytes) {}

    /// Makes it, into the recording's folder below `out`.
    ///
    /// @param moment the stretch that is wanted, in the time of the cut; a still shows its first frame
    /// @throws StudioException as `PlainExporter.export`
    public Made make(Preparation preparation, PlainKind kind, Optional<Span> moment, Path out, JobContext job)
            throws StudioException {
        Source source = preparation.source();
        Montage whole = preparation.cut().map(Cut::montage).orElseGet(() -> all(source));
        Montage wanted = whole.within(whole.stretch(moment));
        Path target = OutputFolder.of(out, source).path().resolve(source.name() + "." + kind.ending());
        long lasts = new ChildPlainExporter(Ffmpeg.load(), prober).export(wanted, kind, target, job);
        return new Made(target.toString(), kind.word(), lasts, size(target));
    }

    private static long size(Path made) {
        try {
            return Files.size(made);
        } catch (IOException gone) {
            return 0;
        }
    }

    private static Montage all(Source source) {
        Asset asset = new Asset(
                new Asset.Id(new UUID(0, 0)),
                source.hash(),
                source.file(),
                source.name(),
                source.facts(),
                Instant.EPOCH);
        return Montage.of(
                FirstTimeline.of(asset),
                List.of(Montage.Reel.of(source.file(), source.facts())),
                _ -> 0,
                source.file());
    }
}
