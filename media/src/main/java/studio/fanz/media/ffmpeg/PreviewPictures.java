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

    /// Opens the stream and stands on its first picture.
    ///
    /// @throws MediaException DECODE_FAILED, DECODE_STALLED
    static PreviewPictures open(InputFile input, VideoFacts video, BooleanSupplier stopped) throws MediaException {
        var made = new PreviewPictures(input, video, StreamDecoder.open(input, video.index(), stopped));
        try {
            made.load();
            if (!made.advance()) {
                throw new MediaException(Code.DECODE_FAILED, input.name(), "there are no frames in it");
            }
            return made;
        } catch (MediaException failed) {
            made.close();
            throw failed;
        }
    }

    private PreviewPictures(InputFile input, VideoFacts video, StreamDecoder decoder) {
        this.name = input.name();
        this.video = video;
        this.decoder = decoder;
        Rational rate = video.frameRate();
        this.usual = rate.num() > 0 ? Math.round(1e6 / rate.toDouble()) : 40_000;
    }

    /// When the current picture is shown.
    long currentUs() {
        return currentUs;
    }

    /// When the one after it is shown, or `NEVER`.
    long nextUs() {
        return nextUs;
    }

    /// When the current picture stops being shown.
    long endUs() {
        return nextUs == NEVER ? currentUs + decoder.durationOf(current, usual) : nextUs;
    }

    /// The time as people read it, milliseconds.
    static long label(long us) {
        return Math.floorDiv(us + 500, 1000);
    }

    /// The current picture's number from 0; -1 where frames are not evenly spaced.
    long number() {
        boolean even = !video.variableRate() && video.frameRate().num() > 0;
        return even ? Math.max(0, Math.round(currentUs * video.frameRate().toDouble() / 1e6)) : -1;
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
        long ms = label(us);
        if (label(currentUs) > ms || us - currentUs > NEAR) {
            rewind(us, ms);
        }
        while (nextUs != NEVER && label(nextUs) <= ms) {
            advance();
        }
    }

    private void rewind(long us, long ms) throws MediaException {
        for (long back : BACK) {
            long from = Math.max(0, us - back);
            decoder.seek(from);
            lastStamp = from;
            load();
            boolean found = advance();
            if (found && (label(currentUs) <= ms || from == 0)) {
                return;
            }
        }
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
        InlineFilters chain = chain(maxWidth, maxHeight);
        if (!chain.push(current, currentUs) || !chain.pull(scaled)) {
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
        return new Shown(currentUs, number(), width, height, bgra);
    }

    private InlineFilters chain(int maxWidth, int maxHeight) throws MediaException {
        String chain = PictureChain.fitting(video, maxWidth, maxHeight).uprightToBgra();
        String wanted = String.join(
                " ",
                chain,
                current.width() + "x" + current.height(),
                "" + current.format(),
                "" + current.colorspace(),
                "" + current.color_range());
        InlineFilters now = filters;
        if (now == null || !wanted.equals(look)) {
            closeFilters();
            now = InlineFilters.pictures(current, chain, name);
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
