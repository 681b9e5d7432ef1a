package studio.fanz.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;
import studio.fanz.media.MediaException;

/// Pictures for playing backwards: a decoder only goes forwards, so a stretch before the moment is decoded and held,
/// and the stretch before that while the first is shown. Belongs to the preview's thread. Times are microseconds.
final class PreviewReverse implements AutoCloseable {

    private static final long MOST_BYTES = 160_000_000;
    private static final int MOST_PICTURES = 48;

    /// Pictures nearer to each other than a screen can show them are not held.
    private static final double SHOWN_A_SECOND = 30;

    private final PreviewPictures pictures;
    private final long spacing;
    private final long reach;
    private Window shown = new Window(Long.MAX_VALUE, Long.MAX_VALUE);
    private @Nullable Window coming;
    private boolean arrived;
    private boolean full;

    /// @param rate how much faster than recorded, above 0
    PreviewReverse(PreviewPictures pictures, double rate) {
        this.pictures = pictures;
        long most = Math.clamp(MOST_BYTES / 2 / Math.max(1, pictures.bytes()), 2, MOST_PICTURES / 2);
        this.spacing = rate <= 1 ? 0 : Math.round(rate * 1e6 / SHOWN_A_SECOND * 0.9);
        this.reach = Math.max(spacing, pictures.usual()) * most;
    }

    /// A picture that is held.
    record Held(AVFrame frame, long us) {}

    /// What is held from one moment to another, exclusive.
    private record Window(long fromUs, long toUs, ArrayDeque<Held> pictures) {

        Window(long fromUs, long toUs) {
            this(fromUs, toUs, new ArrayDeque<>());
        }

        /// The first picture may begin before the stretch does.
        long start() {
            return pictures.isEmpty()
                    ? fromUs
                    : Math.min(fromUs, pictures.getFirst().us());
        }

        boolean holds(long us) {
            return us >= start() && us < toUs;
        }

        void free() {
            pictures.forEach(held -> av_frame_free(held.frame()));
            pictures.clear();
        }
    }

    /// The picture shown at a moment, if it is held already; it stays this object's.
    Optional<Held> at(long us) {
        if (coming != null && full && coming.holds(us) && !shown.holds(us)) {
            shown.free();
            shown = coming;
            coming = null;
        }
        return shown.holds(us) ? Optional.ofNullable(last(us)) : Optional.empty();
    }

    private @Nullable Held last(long us) {
        Iterator<Held> later = shown.pictures().descendingIterator();
        Held found = null;
        while (later.hasNext() && (found == null || found.us() > us)) {
            found = later.next();
        }
        return found;
    }

    /// Works on what will be needed: the stretch that ends at `us` when it is not held, else the one before it.
    ///
    /// @param us         the moment to show
    /// @param floorUs    where the leg begins
    /// @param thenUs     where the leg played after this one ends, exclusive; 0 when there is none
    /// @param untilNanos when to stop, after at least one picture
    void work(long us, long floorUs, long thenUs, long untilNanos) throws MediaException {
        boolean held = shown.holds(us);
        if (coming != null && !held && !coming.holds(us)) {
            coming.free();
            coming = null;
        }
        if (coming == null) {
            boolean last = held && shown.start() <= floorUs;
            long end = held ? shown.start() : us + 1;
            begin(last ? thenUs : end, last ? 0 : floorUs);
        }
        if (coming != null && !full) {
            fill(coming, untilNanos);
        }
    }

    private void begin(long endUs, long floorUs) {
        if (endUs > 0) {
            coming = new Window(Math.max(floorUs, Math.max(0, endUs - reach)), endUs);
            pictures.head(coming.fromUs());
            arrived = false;
            full = false;
        }
    }

    private void fill(Window window, long untilNanos) throws MediaException {
        if (!arrived) {
            arrived = pictures.approach(untilNanos);
            if (!arrived) {
                return;
            }
            hold(window);
        }
        while (pictures.nextUs() < window.toUs() && System.nanoTime() - untilNanos < 0) {
            pictures.advance();
            hold(window);
        }
        full = pictures.nextUs() >= window.toUs();
    }

    private void hold(Window window) {
        ArrayDeque<Held> all = window.pictures();
        if (all.isEmpty() || pictures.currentUs() - all.getLast().us() >= spacing) {
            all.add(new Held(pictures.take(), pictures.currentUs()));
        }
    }

    @Override
    public void close() {
        shown.free();
        if (coming != null) {
            coming.free();
            coming = null;
        }
    }
}
