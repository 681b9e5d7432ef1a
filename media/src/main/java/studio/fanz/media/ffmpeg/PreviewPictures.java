package studio.fanz.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.time.Rational;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;

/// The pictures of a recording one after the other: the current one and the one after it. Times are microseconds from
/// the start of the source. Belongs to one thread.
final class PreviewPictures implements AutoCloseable {

    /// There is no further picture.
    static final long NEVER = Long.MAX_VALUE;

    private static final long NEAR = 1_000_000;

    /// How much earlier to look when an index led too far.
    private static final long[] BACK = {0, 1_000_000, 5_000_000, 30_000_000, Long.MAX_VALUE / 4};

    private final VideoFacts video;
    private final String name;
    private final StreamDecoder decoder;
    private final long usual;
    private final AVFrame scaled = av_frame_alloc();
    private AVFrame current = av_frame_alloc();
    private AVFrame next = av_frame_alloc();
    private long currentUs = NEVER;
    private long nextUs = NEVER;
    private long lastStamp;
    private @Nullable InlineFilters filters;
    private String look = "";
    private long target;
    private int tried;
    private boolean landed = true;

    /// Opens the stream and stands on its first picture.
    ///
    /// @throws MediaException DECODE_FAILED, DECODE_STALLED
    static PreviewPictures open(InputFile input, VideoFacts video, BooleanSupplier stopped) throws MediaException {
        return first(new PreviewPictures(input, video, StreamDecoder.open(input, video.index(), stopped)));
    }

    private static PreviewPictures first(PreviewPictures made) throws MediaException {
        try {
            made.load();
            if (!made.advance()) {
                throw new MediaException(Code.DECODE_FAILED, made.name, "there are no frames in it");
            }
            return made;
        } catch (MediaException failed) {
            made.close();
            throw failed;
        }
    }

    /// Opens a proxy: the pictures of `source` upright and small, at the same moments.
    ///
    /// @param startUs where the clock of the source starts
    /// @throws MediaException DECODE_FAILED, DECODE_STALLED
    static PreviewPictures proxy(InputFile proxy, VideoFacts source, long startUs, BooleanSupplier stopped)
            throws MediaException {
        return first(
                new PreviewPictures(proxy, ChildProxyMaker.look(source), StreamDecoder.proxy(proxy, startUs, stopped)));
    }

    private PreviewPictures(InputFile input, VideoFacts video, StreamDecoder decoder) {
        this.name = input.name();
        this.video = video;
        this.decoder = decoder;
        Rational rate = video.frameRate();
        this.usual = rate.num() > 0 ? Math.round(1e6 / rate.toDouble()) : 40_000;
    }

    /// Where the clock of the file starts.
    long startUs() {
        return decoder.startUs();
    }

    /// Pixels as decoded.
    int width() {
        return current.width();
    }

    /// Pixels as decoded.
    int height() {
        return current.height();
    }

    /// When the current picture is shown.
    long currentUs() {
        return currentUs;
    }

    /// When the one after it is shown, or `NEVER`.
    long nextUs() {
        return nextUs;
    }

    /// How long a picture is usually shown.
    long usual() {
        return usual;
    }

    /// When the current picture stops being shown.
    long endUs() {
        return nextUs == NEVER ? currentUs + decoder.durationOf(current, usual) : nextUs;
    }

    /// The time as people read it, milliseconds.
    static long label(long us) {
        return Math.floorDiv(us + 500, 1000);
    }

    /// Another hold on the current picture, without copying it; the caller frees it.
    AVFrame take() {
        return av_frame_clone(current);
    }

    /// Bytes that a picture takes while it is decoded, roughly.
    long bytes() {
        return (long) current.width() * current.height() * (video.bitDepth() > 8 ? 4 : 2);
    }

    /// A picture's number from 0; -1 where frames are not evenly spaced.
    private long number(long us) {
        boolean even = !video.variableRate() && video.frameRate().num() > 0;
        return even ? Math.max(0, Math.round(us * video.frameRate().toDouble() / 1e6)) : -1;
    }

    /// Moves on by one picture.
    ///
    /// @return false at the end, where nothing changes
    boolean advance() throws MediaException {
        if (nextUs == NEVER) {
            return false;
        }
        AVFrame old = current;
        current = next;
        currentUs = nextUs;
        next = old;
        load();
        return true;
    }

    /// Goes to the last picture whose label is not after the label of `us`; the first one when there is none.
    void seek(long us) throws MediaException {
        head(us);
        approach(NEVER);
    }

    /// Sets out for the picture that `seek` would go to; `approach` goes there.
    void head(long us) {
        target = us;
        tried = label(currentUs) > label(us) || us - currentUs > NEAR ? 0 : BACK.length;
        landed = tried == BACK.length;
    }

    /// Goes on towards where `head` pointed, for a while.
    ///
    /// @param untilNanos of `System.nanoTime`; it stops after the first picture past it; `NEVER` does not stop
    /// @return whether it stands there
    boolean approach(long untilNanos) throws MediaException {
        long ms = label(target);
        while (!landed) {
            land(ms);
            if (pause(untilNanos)) {
                return false;
            }
        }
        while (nextUs != NEVER && label(nextUs) <= ms) {
            advance();
            if (pause(untilNanos)) {
                return false;
            }
        }
        return true;
    }

    private static boolean pause(long untilNanos) {
        return untilNanos != NEVER && System.nanoTime() - untilNanos >= 0;
    }

    private void land(long ms) throws MediaException {
        long from = Math.max(0, target - BACK[tried++]);
        decoder.seek(from);
        lastStamp = from;
        load();
        boolean found = advance();
        landed = tried == BACK.length || (found && (label(currentUs) <= ms || from == 0));
    }

    /// Catches up by leaving out what no other picture needs.
    void hurry(boolean hurry) {
        decoder.hurry(hurry);
    }

    private void load() throws MediaException {
        av_frame_unref(next);
        nextUs = NEVER;
        if (decoder.next(next)) {
            nextUs = decoder.timeOf(next, lastStamp + usual);
            lastStamp = nextUs;
        }
    }

    /// A picture as it is shown.
    ///
    /// @param us when
    record Shown(long us, long number, int width, int height, ByteBuffer bgra) {}

    /// Turns, scales and maps the current picture.
    ///
    /// @throws MediaException DECODE_FAILED when it cannot be shown
    Shown render(int maxWidth, int maxHeight, FrameBuffers buffers) throws MediaException {
        return render(current, currentUs, maxWidth, maxHeight, buffers);
    }

    /// The same for a picture taken with `take`.
    Shown render(AVFrame picture, long us, int maxWidth, int maxHeight, FrameBuffers buffers) throws MediaException {
        InlineFilters chain = chain(picture, maxWidth, maxHeight);
        if (!chain.push(picture, us) || !chain.pull(scaled)) {
            throw new MediaException(Code.DECODE_FAILED, name, "a picture cannot be scaled");
        }
        int width = scaled.width();
        int height = scaled.height();
        int stride = scaled.linesize(0);
        ByteBuffer bgra = buffers.take(width * height * 4);
        ByteBuffer rows = scaled.data(0).capacity((long) stride * height).asByteBuffer();
        for (int y = 0; y < height; y++) {
            bgra.put(y * width * 4, rows, y * stride, width * 4);
        }
        av_frame_unref(scaled);
        return new Shown(us, number(us), width, height, bgra);
    }

    private InlineFilters chain(AVFrame picture, int maxWidth, int maxHeight) throws MediaException {
        String chain = PictureChain.fitting(video, maxWidth, maxHeight).uprightToBgra();
        String wanted = String.join(
                " ",
                chain,
                picture.width() + "x" + picture.height(),
                "" + picture.format(),
                "" + picture.colorspace(),
                "" + picture.color_range());
        InlineFilters now = filters;
        if (now == null || !wanted.equals(look)) {
            closeFilters();
            now = InlineFilters.pictures(picture, chain, name);
            filters = now;
            look = wanted;
        }
        return now;
    }

    private void closeFilters() {
        if (filters != null) {
            filters.close();
            filters = null;
        }
    }

    @Override
    public void close() {
        closeFilters();
        av_frame_free(current);
        av_frame_free(next);
        av_frame_free(scaled);
        decoder.close();
    }
}
