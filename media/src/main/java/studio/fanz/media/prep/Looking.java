package studio.fanz.media.prep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import studio.fanz.core.asset.Shot;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.review.Finding;
import studio.fanz.core.review.Review;
import studio.fanz.core.store.StepKey;
import studio.fanz.media.frame.FramePass;
import studio.fanz.media.frame.TimedPicture;
import studio.fanz.media.vision.AdultImageCheck;
import studio.fanz.media.vision.BlackDetector;
import studio.fanz.media.vision.FaceWatch;
import studio.fanz.media.vision.FlashDetector;
import studio.fanz.media.vision.FrameText;
import studio.fanz.media.vision.Measured;
import studio.fanz.media.vision.SeenText;
import studio.fanz.media.vision.ShotDetector;
import studio.fanz.media.vision.StillnessDetector;

/// The step that looks at every frame, once.
final class Looking {

    private static final int LOOKS = 1;
    private static final long STILL_EVERY_MS = 500;
    private static final int STILL_BOX = 640;

    /// A viewer takes less for a cut to black.
    private static final long BLACK_FROM_MS = 400;

    /// Shorter holds are style.
    private static final long FROZEN_FROM_MS = 3000;

    private static final String WCAG = "WCAG 2.2, 2.3.1; ITU-R BT.1702-3";

    private final Memory memory;
    private final Tools tools;

    Looking(Memory memory, Tools tools) {
        this.memory = memory;
        this.tools = tools;
    }

    Looks looks(Source source, JobContext job) throws StudioException {
        if (!source.hasVideo()) {
            return Looks.NONE;
        }
        return memory.of(looksKey(source), Looks.class, _ -> look(source, job));
    }

    private static StepKey looksKey(Source source) {
        return Memory.key(source, "looks", LOOKS, "");
    }

    /// Shots alone: every frame is seen, no model is asked. What was looked at before is remembered.
    List<Shot> shots(Source source, JobContext job) throws StudioException {
        if (!source.hasVideo()) {
            return List.of();
        }
        if (memory.knows(looksKey(source))) {
            return looks(source, job).shots();
        }
        StepKey key = Memory.key(source, "shots", LOOKS, "");
        return memory.of(key, Cuts.class, _ -> cuts(source, job)).shots();
    }

    /// The remembered result of the quick look.
    private record Cuts(List<Shot> shots) {}

    private Cuts cuts(Source source, JobContext job) throws StudioException {
        var shots = new ShotDetector();
        var none = new FramePass.Stills(Math.max(1, endMs(source)), STILL_BOX, STILL_BOX, _ -> {});
        tools.frames().run(source.file(), source.facts(), List.of(shots), none, job);
        return new Cuts(shots.finish(endMs(source)));
    }

    private Looks look(Source source, JobContext job) throws StudioException {
        var shots = new ShotDetector();
        var flashes = new FlashDetector();
        var black = new BlackDetector(BLACK_FROM_MS);
        var frozen = new StillnessDetector(FROZEN_FROM_MS);
        var faces = new FaceWatch(tools.eyes().faces(), Optional.of(tools.eyes().people()), job);
        var adult = new AdultImageCheck(tools.eyes().adult(), job);
        var writing = new FrameText(tools.eyes().text(), source.facts().durationMs(), job);
        Consumer<TimedPicture> models = faces.andThen(adult).andThen(writing);
        var stills = new FramePass.Stills(STILL_EVERY_MS, STILL_BOX, STILL_BOX, models);
        long frames =
                tools.frames().run(source.file(), source.facts(), List.of(shots, flashes, black, frozen), stills, job);
        List<Shot> found = shots.finish(endMs(source));
        return new Looks(
                frames,
                found,
                faces.sightings(),
                review(adult.result(found), flashes.finish(), black.finish(), frozen.finish()),
                writing.result().lines().stream().map(Looking::writing).toList());
    }

    private static Review review(
            AdultImageCheck.Result adult, List<Measured> flashes, List<Measured> black, List<Measured> frozen) {
        List<Finding> findings = new ArrayList<>(adult.findings());
        flashes.forEach(flash -> findings.add(finding(
                "flash", Finding.Severity.WARNING, flash, number(flash.value()) + " flashes/s", "3 flashes/s", WCAG)));
        black.forEach(dark -> findings.add(finding(
                "black", Finding.Severity.NOTE, dark, seconds(dark.span().lengthMs()), "", "measured")));
        frozen.forEach(still -> findings.add(finding(
                "frozen", Finding.Severity.NOTE, still, seconds(still.span().lengthMs()), "", "measured")));
        List<String> ran = List.of("shots", "flash", "black", "frozen", AdultImageCheck.CODE, "frame-text");
        return new Review(findings, ran, List.of(), List.of(adult.model()));
    }

    private static Finding finding(
            String code, Finding.Severity severity, Measured what, String measured, String limit, String source) {
        return new Finding(
                code,
                severity,
                Optional.of(what.span()),
                "picture",
                List.of(),
                measured,
                limit,
                source,
                1,
                Optional.empty());
    }

    private static String seconds(long ms) {
        return String.format(Locale.ROOT, "%.2f s", ms / 1000.0);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    private static Looks.Writing writing(SeenText line) {
        return new Looks.Writing(line.text(), line.span().startMs(), line.span().endMs(), line.confidence());
    }

    private static long endMs(Source source) {
        long video = source.facts().video().map(VideoFacts::durationMs).orElse(0L);
        return video > 0 ? video : source.facts().durationMs();
    }
}
