package studio.fanz.media.vision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.time.Span;
import studio.fanz.media.MediaException;
import studio.fanz.media.frame.Picture;
import studio.fanz.media.frame.TimedPicture;

/// Reads the writing in stills that somebody else decodes. Reading costs a tenth of a second a picture, so a picture
/// is read only when something in it changed, at most every two seconds, and about [#MOST] times in all; the result
/// says how often. One line on the screen for a while is told once. One thread.
public final class FrameText implements Consumer<TimedPicture> {

    private static final int MOST = 150;
    private static final long EVERY_LEAST_MS = 2000;

    private final TextFinder finder;
    private final JobContext job;
    private final long everyMs;
    private final List<SeenText> gone = new ArrayList<>();
    private List<SeenText> shown = new ArrayList<>();
    private @Nullable Glance last;
    private long lastMs;
    private int looked;
    private @Nullable MediaException failure;

    /// @param finder     closed by whoever made it
    /// @param durationMs of the recording, for spreading the looks over it; 0 when unknown
    public FrameText(TextFinder finder, long durationMs, JobContext job) {
        this.finder = finder;
        this.job = job;
        this.everyMs = Math.max(EVERY_LEAST_MS, durationMs / MOST);
    }

    /// What was read.
    ///
    /// @param lines   in order of their first appearance
    /// @param looked  number of pictures read
    /// @param everyMs shortest distance of two looks: writing shown for less may be missed
    public record Result(List<SeenText> lines, int looked, long everyMs) {
        public Result {
            lines = List.copyOf(lines);
        }
    }

    /// Reads a still when it is due; stills come in order of time. After a failed model nothing is read.
    @Override
    public void accept(TimedPicture still) {
        if (failure != null) {
            return;
        }
        job.checkpoint();
        Glance now = Glance.at(still.picture());
        if (last != null && !now.differs(last)) {
            shown.replaceAll(line -> line.until(still.timeMs()));
        } else if (last == null || still.timeMs() - lastMs >= everyMs) {
            read(still);
            last = now;
            lastMs = still.timeMs();
        }
    }

    /// Everything read so far.
    ///
    /// @throws MediaException the model's problem, when one came up while reading
    public Result result() throws MediaException {
        if (failure != null) {
            throw failure;
        }
        List<SeenText> all = new ArrayList<>(gone);
        all.addAll(shown);
        all.sort(Comparator.comparingLong(line -> line.span().startMs()));
        return new Result(all, looked, everyMs);
    }

    /// Reads stills that are all there already: of a short recording, or one picture.
    ///
    /// @throws MediaException MODEL_MISSING, MODEL_CORRUPT, MODEL_FAILED
    public static Result find(TextFinder finder, List<TimedPicture> stills, JobContext job) throws MediaException {
        long length = stills.isEmpty() ? 0 : stills.getLast().timeMs();
        FrameText text = new FrameText(finder, length, job);
        stills.forEach(text);
        return text.result();
    }

    private void read(TimedPicture still) {
        try {
            looked++;
            List<SeenText> before = new ArrayList<>(shown);
            List<SeenText> after = new ArrayList<>();
            for (TextLine line : finder.find(still.picture())) {
                SeenText fresh = fresh(line, still);
                SeenText known =
                        before.stream().filter(b -> b.sameAs(fresh)).findFirst().orElse(null);
                if (known != null) {
                    before.remove(known);
                }
                after.add(known == null ? fresh : known.continuedBy(fresh));
            }
            gone.addAll(before);
            shown = after;
        } catch (MediaException e) {
            failure = e;
        }
    }

    private static SeenText fresh(TextLine line, TimedPicture still) {
        Picture picture = still.picture();
        Box part = line.box().scaled(1.0 / picture.width(), 1.0 / picture.height());
        return new SeenText(line.text(), new Span(still.timeMs(), still.timeMs()), part, line.confidence());
    }
}
