package studio.fanz.media.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.asset.Loudness;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.caption.Cue;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.time.Rational;
import studio.fanz.core.time.Span;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;
import studio.fanz.media.effect.LoudnessPlan;
import studio.fanz.media.export.CaptionChoice;
import studio.fanz.media.export.ExportRequest;
import studio.fanz.media.export.Order;
import studio.fanz.media.export.RenditionMaker;
import studio.fanz.media.export.Survey;
import studio.fanz.media.render.Montage;
import studio.fanz.media.render.Montage.Reel;
import studio.fanz.media.render.SoundGraph;
import studio.fanz.media.render.Stretch;

/// Makes renditions through ffmpeg children.
public final class ChildRenditionMaker implements RenditionMaker {

    /// Moving the index of a large file to its front says nothing for as long as copying the file takes.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Rational HALF = new Rational(1, 2);
    private static final Rational MILLI = new Rational(1, 1000);

    private final Ffmpeg tools;

    /// @param tools the executables to use
    public ChildRenditionMaker(Ffmpeg tools) {
        this.tools = tools;
    }

    @Override
    public Stretch locate(ExportRequest request, Optional<Span> moment, JobContext job) throws MediaException {
        InputFile input = InputFile.open(request.source());
        VideoFacts video = request.facts().video().orElseThrow(() -> noVideo(input));
        FrameClock clock = new FrameClock(tools, input, video);
        Rational half = video.frameRate().num() == 0
                ? new Rational(1, 100)
                : video.frameRate().inverse().times(HALF);
        if (moment.isEmpty()) {
            Rational start = clock.around(0, job).times().first();
            return new Stretch(origin(start, request.facts()), endOfPicture(clock, request, start, job), half, true);
        }
        Rational start = frameAt(clock, moment.get().startMs(), input, job);
        Rational end = frameAt(clock, moment.get().endMs(), input, job);
        Rational wanted = new Rational(moment.get().endMs(), 1).times(MILLI);
        // A moment that runs to the end of the picture ends where its last frame does.
        Rational after = wanted.minus(end).compareTo(half) > 0 ? end.plus(half).plus(half) : end;
        if (after.compareTo(start) <= 0) {
            after = start.plus(half).plus(half);
        }
        return new Stretch(start, after, half, false);
    }

    /// Sound that begins long before the picture is kept, under the first frame.
    private static Rational origin(Rational firstFrame, MediaFacts facts) {
        return firstFrame.compareTo(HALF) > 0 && facts.hasAudio() ? Rational.ZERO : firstFrame;
    }

    @Override
    public Montage anchor(Montage cut, JobContext job) throws MediaException {
        for (Path file : cut.besides()) {
            InputFile.open(file);
        }
        List<Reel> anchored = new ArrayList<>();
        for (Reel reel : cut.reels()) {
            Optional<VideoFacts> video = reel.facts().video();
            if (video.isEmpty() || reel.facts().kind() == AssetKind.IMAGE) {
                anchored.add(reel);
                continue;
            }
            InputFile input = InputFile.open(reel.file());
            Rational first = new FrameClock(tools, input, video.get())
                    .around(0, job)
                    .times()
                    .first();
            anchored.add(new Reel(reel.file(), reel.facts(), origin(first, reel.facts())));
        }
        return cut.withReels(anchored);
    }

    @Override
    public Survey survey(Order order, JobContext job) throws MediaException {
        Optional<SoundGraph> sound = order.sound();
        if (sound.isEmpty()) {
            return new Survey(Optional.empty(), new QualitySurvey(tools, order).run(job));
        }
        ExportCommand command = new ExportCommand(tools, order);
        // Listening keeps one core busy, looking at samples the others.
        try (GraphFile graph = GraphFile.of(command.measure(sound.get()), true);
                Child listening = Child.start(graph.command(), job)) {
            Survey.Quality quality = new QualitySurvey(tools, order).run(job);
            EncodeProgress.follow(listening, "export-listen", 0, job);
            int status = listening.await();
            listening.throwIfStalled(order.request().source());
            Optional<Loudness> loudness = Ebur128.parse(listening.errorTail());
            if (status != 0 || loudness.isEmpty()) {
                String name = InputFile.nameOf(order.request().source());
                throw new MediaException(Code.DECODE_FAILED, name, "its sound could not be measured");
            }
            return new Survey(loudness, quality);
        } catch (IOException e) {
            job.checkpoint();
            throw ExportFailure.of(order.request(), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void encode(Order order, Survey.Quality quality, LoudnessPlan plan, Path draft, JobContext job)
            throws MediaException {
        Optional<Path> srt = Optional.empty();
        try {
            srt = captionFile(order);
            List<String> command = new ExportCommand(tools, order).encode(quality, plan, srt, draft);
            run(order, command, "export", order.frames(), job);
        } catch (IOException e) {
            throw ExportFailure.of(order.request(), String.valueOf(e.getMessage()));
        } finally {
            delete(srt);
        }
    }

    @Override
    public void replaceSound(Order order, Path made, LoudnessPlan plan, Path draft, JobContext job)
            throws MediaException {
        run(order, new ExportCommand(tools, order).replaceSound(made, plan, draft), "export-sound", 0, job);
    }

    @Override
    public void still(Order order, int quantiser, Path draft, JobContext job) throws MediaException {
        run(order, new ExportCommand(tools, order).still(quantiser, draft), "export-still", 0, job);
    }

    private static void run(Order order, List<String> command, String step, long frames, JobContext job)
            throws MediaException {
        try (GraphFile graph = GraphFile.of(command, order.encoder().bundled());
                Child child = Child.start(graph.command(), job, PATIENCE)) {
            EncodeProgress.follow(child, step, frames, job);
            int status = child.await();
            child.throwIfStalled(order.request().source());
            if (status != 0) {
                throw ExportFailure.of(order.request(), child.errorTail());
            }
        } catch (IOException e) {
            job.checkpoint();
            throw ExportFailure.of(order.request(), String.valueOf(e.getMessage()));
        }
    }

    private static Rational frameAt(FrameClock clock, long ms, InputFile input, JobContext job) throws MediaException {
        Rational wanted = new Rational(ms, 1).times(MILLI);
        return clock.around(ms / 1000.0, job)
                .nearest(wanted)
                .orElseThrow(() -> new MediaException(Code.DECODE_FAILED, input.name(), "no frame at " + ms + " ms"));
    }

    /// MP4 and MOV state their frames; others only say how long the longest stream is.
    private static Rational endOfPicture(FrameClock clock, ExportRequest request, Rational start, JobContext job)
            throws MediaException {
        VideoFacts video = clock.video();
        boolean steady = !video.variableRate() && video.frameRate().num() > 0;
        if (video.frames() > 0 && steady) {
            return start.plus(
                    new Rational(video.frames(), 1).times(video.frameRate().inverse()));
        } else if (video.frames() > 0 && video.durationMs() > 0) {
            return start.plus(new Rational(video.durationMs(), 1).times(MILLI));
        }
        Rational frame = video.frameRate().num() > 0 ? video.frameRate().inverse() : new Rational(1, 25);
        Rational end = clock.last(request.facts().durationMs() / 1000.0, job).plus(frame);
        return end.compareTo(start) > 0 ? end : start.plus(frame);
    }

    private static MediaException noVideo(InputFile input) {
        return new MediaException(Code.NO_VIDEO, input.name(), "it holds sound only");
    }

    private static Optional<Path> captionFile(Order order) throws IOException {
        if (!(order.request().captions() instanceof CaptionChoice.Track(var captions))) {
            return Optional.empty();
        }
        Path file = Files.createTempFile("fanz-captions", ".srt");
        Files.writeString(file, subRip(captions));
        return Optional.of(file);
    }

    private static String subRip(Captions captions) {
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (Cue cue : captions.cues()) {
            text.append(
                    "%d\n%s --> %s\n%s\n\n".formatted(++number, time(cue.startMs()), time(cue.endMs()), cue.text()));
        }
        return text.toString();
    }

    private static String time(long ms) {
        return String.format(
                Locale.ROOT, "%02d:%02d:%02d,%03d", ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60, ms % 1000);
    }

    private static void delete(Optional<Path> file) {
        file.ifPresent(path -> path.toFile().delete());
    }
}
