package studio.fanz.media.ffmpeg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.job.Progress;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;
import studio.fanz.media.frame.FrameObserver;
import studio.fanz.media.frame.FramePass;
import studio.fanz.media.frame.Picture;
import studio.fanz.media.frame.SmallFrame;
import studio.fanz.media.frame.TimedPicture;

/// One ffmpeg child decodes the file once; its picture is split into a small frame for every frame and a larger one now
/// and then. Both come back raw through one pipe as two tracks of Matroska, each block with its own time, so nothing is
/// counted, guessed or written to disk.
public final class ChildFramePass implements FramePass {

    /// Longer side of the small frames: enough for cuts and flashes, 21 kB a frame.
    static final int SMALL = 160;

    private static final int SMALL_TRACK = 1;

    /// Small frames wait at most this long for a still to be written between them, in microseconds.
    private static final String INTERLEAVE = "500000";

    private final Ffmpeg tools;

    /// @param tools the executables to use
    public ChildFramePass(Ffmpeg tools) {
        this.tools = tools;
    }

    @Override
    public long run(Path file, MediaFacts facts, List<FrameObserver> observers, Stills stills, JobContext job)
            throws MediaException {
        InputFile input = InputFile.open(file);
        VideoFacts video =
                facts.video().orElseThrow(() -> new MediaException(Code.NO_VIDEO, input.name(), "it holds sound only"));
        PictureChain small = PictureChain.fitting(video, SMALL, SMALL).even();
        PictureChain large = PictureChain.fitting(video, stills.maxWidth(), stills.maxHeight());
        Hand hand = new Hand(small, large, observers, stills, facts.durationMs(), job);
        try (Child child = Child.start(command(input, video, small, large, stills), job)) {
            MatroskaBlocks blocks = new MatroskaBlocks(child.output());
            while (blocks.next()) {
                job.checkpoint();
                hand.out(blocks);
            }
            int status = child.await();
            child.throwIfStalled(input.path());
            input.throwIfChanged();
            if (hand.frames == 0) {
                throw new MediaException(Code.DECODE_FAILED, input.name(), reason(child, status));
            }
            return hand.frames;
        } catch (IOException e) {
            job.checkpoint();
            throw new MediaException(Code.DECODE_FAILED, input.name(), String.valueOf(e.getMessage()), e);
        }
    }

    private static String reason(Child child, int status) {
        String errors = child.errorTail();
        return errors.isEmpty()
                ? "no picture in it (status " + status + ")"
                : errors.lines().findFirst().orElse("");
    }

    private List<String> command(
            InputFile input, VideoFacts video, PictureChain small, PictureChain large, Stills stills) {
        String every = String.format(Locale.ROOT, "%.3f", stills.everyMs() / 1000.0 - 0.0005);
        String graph = "[0:" + video.index() + "]split=2[every][some];[every]" + small.toYuv() + "[small];"
                + "[some]select=isnan(prev_selected_t)+gte(t-prev_selected_t\\," + every + ")," + large.toRgb()
                + "[large]";
        List<String> command = new ArrayList<>(List.of(tools.ffmpeg().toString(), "-nostdin", "-v", "error"));
        command.addAll(List.of("-copyts", "-start_at_zero"));
        command.addAll(input.arguments());
        command.addAll(List.of("-filter_complex", graph, "-map", "[small]", "-map", "[large]"));
        command.addAll(List.of("-max_interleave_delta", INTERLEAVE));
        command.addAll(RawOutput.ARGUMENTS);
        return command;
    }

    /// Hands blocks out as frames and stills.
    private static final class Hand {

        private final SmallFrame frame;
        private final PictureChain large;
        private final List<FrameObserver> observers;
        private final Stills stills;
        private final long totalMs;
        private final JobContext job;
        private long frames;

        Hand(
                PictureChain small,
                PictureChain large,
                List<FrameObserver> observers,
                Stills stills,
                long totalMs,
                JobContext job) {
            int luma = small.width() * small.height();
            this.frame = new SmallFrame(
                    small.width(), small.height(), new byte[luma], new byte[luma / 4], new byte[luma / 4]);
            this.large = large;
            this.observers = List.copyOf(observers);
            this.stills = stills;
            this.totalMs = totalMs;
            this.job = job;
        }

        void out(MatroskaBlocks block) {
            if (block.track() == SMALL_TRACK) {
                small(block);
            } else {
                byte[] rgb = Arrays.copyOf(block.data(), block.length());
                stills.sink().accept(new TimedPicture(block.timeMs(), new Picture(large.width(), large.height(), rgb)));
            }
        }

        private void small(MatroskaBlocks block) {
            int luma = frame.y().length;
            System.arraycopy(block.data(), 0, frame.y(), 0, luma);
            System.arraycopy(block.data(), luma, frame.cb(), 0, luma / 4);
            System.arraycopy(block.data(), luma + luma / 4, frame.cr(), 0, luma / 4);
            for (FrameObserver observer : observers) {
                observer.frame(frames, block.timeMs(), frame);
            }
            frames++;
            job.report(new Progress("look", block.timeMs(), totalMs, Progress.Unit.MILLISECONDS));
        }
    }
}
