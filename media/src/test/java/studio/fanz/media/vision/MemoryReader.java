package studio.fanz.media.vision;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.frame.Picture;
import studio.fanz.media.frame.PictureReader;
import studio.fanz.media.frame.Sampling;
import studio.fanz.media.frame.TimedPicture;

/// A recording that is a list of pictures, and counts what reading it costs.
final class MemoryReader implements PictureReader {

    private final List<TimedPicture> frames;
    private final int gop;
    private int decoded;

    /// @param gop every how many frames there is a key frame
    MemoryReader(List<TimedPicture> frames, int gop) {
        this.frames = frames;
        this.gop = gop;
    }

    /// Frames that had to be decoded so far.
    int decoded() {
        return decoded;
    }

    @Override
    public List<TimedPicture> at(
            Path file, MediaFacts facts, List<Long> timesMs, int maxWidth, int maxHeight, JobContext job) {
        List<TimedPicture> out = new ArrayList<>();
        int last = -1;
        for (long time : timesMs) {
            int found = 0;
            while (found + 1 < frames.size() && frames.get(found + 1).timeMs() <= time) {
                found++;
            }
            decoded += found - Math.max(last, found / gop * gop - 1);
            last = found;
            out.add(fitted(frames.get(found), maxWidth, maxHeight));
        }
        return out;
    }

    @Override
    public void keyFrames(
            Path file,
            MediaFacts facts,
            long everyMs,
            int maxWidth,
            int maxHeight,
            Consumer<TimedPicture> sink,
            JobContext job) {
        long next = 0;
        for (int i = 0; i < frames.size(); i += gop) {
            decoded++;
            if (frames.get(i).timeMs() >= next) {
                next = frames.get(i).timeMs() + everyMs;
                sink.accept(fitted(frames.get(i), maxWidth, maxHeight));
            }
        }
    }

    private static TimedPicture fitted(TimedPicture frame, int maxWidth, int maxHeight) {
        Picture picture = frame.picture();
        double scale =
                Math.min(1, Math.min((double) maxWidth / picture.width(), (double) maxHeight / picture.height()));
        int width = (int) Math.round(picture.width() * scale);
        int height = (int) Math.round(picture.height() * scale);
        return new TimedPicture(frame.timeMs(), Sampling.shrunk(picture, width, height));
    }
}
