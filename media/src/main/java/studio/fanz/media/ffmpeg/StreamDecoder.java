package studio.fanz.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.Pointer;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;

/// Decodes one stream of a file in this process. Times are microseconds from the start of the source. Belongs to one
/// thread; no call lasts longer than a few seconds, whatever the file says.
final class StreamDecoder implements AutoCloseable {

    private static final long LIMIT_SECONDS = 10;
    private static final long MOST_PIXELS = 1L << 27;

    private final InputFile input;
    private final int index;
    private final Limit limit;
    private final AVFormatContext container = avformat_alloc_context();
    private final AVPacket packet = av_packet_alloc();
    private final AVRational micros = av_make_q(1, 1_000_000);
    private AVCodecContext decoder = new AVCodecContext(null);
    private AVRational timebase = micros;
    private long start;
    private boolean drained;

    private StreamDecoder(InputFile input, int index, BooleanSupplier stopped) {
        this.input = input;
        this.index = index;
        this.limit = new Limit(stopped);
    }

    /// Opens a stream.
    ///
    /// @param index   the stream's number
    /// @param stopped ends what is running with DECODE_STALLED when true
    /// @throws MediaException DECODE_FAILED, DECODE_STALLED
    static StreamDecoder open(InputFile input, int index, BooleanSupplier stopped) throws MediaException {
        return open(new StreamDecoder(input, index, stopped), true);
    }

    /// Opens the pictures of a proxy.
    ///
    /// @param startUs where the clock of its source starts
    /// @throws MediaException DECODE_FAILED, DECODE_STALLED
    static StreamDecoder proxy(InputFile input, long startUs, BooleanSupplier stopped) throws MediaException {
        StreamDecoder made = open(new StreamDecoder(input, 0, stopped), false);
        made.start = startUs;
        return made;
    }

    private static StreamDecoder open(StreamDecoder made, boolean threads) throws MediaException {
        try {
            made.openFile();
            made.openCodec(threads);
            return made;
        } catch (MediaException failed) {
            made.close();
            throw failed;
        }
    }

    private void openFile() throws MediaException {
        limit.restart();
        var interrupt = new AVIOInterruptCB();
        interrupt.callback(limit);
        container.interrupt_callback(interrupt);
        AVDictionary options = new AVDictionary(null);
        input.options().forEach((name, value) -> av_dict_set(options, name, value, 0));
        AVInputFormat format =
                input.magic().demuxer().map(name -> av_find_input_format(name)).orElse(null);
        int opened = avformat_open_input(container, "file:" + input.path(), format, options);
        av_dict_free(options);
        check(opened, "it cannot be opened");
        check(avformat_find_stream_info(container, (AVDictionary) null), "its streams cannot be read");
        check(index < container.nb_streams() ? 0 : -1, "stream " + index + " is missing");
        for (int i = 0; i < container.nb_streams(); i++) {
            container.streams(i).discard(i == index ? AVDISCARD_DEFAULT : AVDISCARD_ALL);
        }
        start = container.start_time() == AV_NOPTS_VALUE ? 0 : container.start_time();
    }

    /// @param threads several are quicker in a row, but the first picture waits for as many packets
    private void openCodec(boolean threads) throws MediaException {
        AVStream stream = container.streams(index);
        timebase = stream.time_base();
        AVCodec codec = avcodec_find_decoder(stream.codecpar().codec_id());
        check(codec == null ? -1 : 0, "there is no decoder for stream " + index);
        decoder = avcodec_alloc_context3(codec);
        check(avcodec_parameters_to_context(decoder, stream.codecpar()), "its decoder refuses it");
        decoder.pkt_timebase(timebase);
        decoder.max_pixels(MOST_PIXELS);
        decoder.thread_count(threads ? Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8) : 1);
        if (!threads) {
            decoder.flags(decoder.flags() | AV_CODEC_FLAG_LOW_DELAY);
        }
        check(avcodec_open2(decoder, codec, (AVDictionary) null), "its decoder refuses it");
    }

    /// Decodes the next frame; damaged ones are left out.
    ///
    /// @param into takes it
    /// @return false at the end
    /// @throws MediaException DECODE_STALLED
    boolean next(AVFrame into) throws MediaException {
        limit.restart();
        while (true) {
            int got = avcodec_receive_frame(decoder, into);
            if (got >= 0) {
                return true;
            }
            if (got == AVERROR_EOF() || (drained && got == AVERROR_EAGAIN())) {
                return false;
            }
            if (!drained) {
                feed();
            }
            if (limit.passed()) {
                throw stalled();
            }
        }
    }

    private void feed() throws MediaException {
        int read = av_read_frame(container, packet);
        if (read == AVERROR_EAGAIN()) {
            return;
        }
        if (read < 0) {
            if (limit.passed()) {
                throw stalled();
            }
            avcodec_send_packet(decoder, (AVPacket) null);
            drained = true;
            return;
        }
        if (packet.stream_index() == index) {
            avcodec_send_packet(decoder, packet);
        }
        av_packet_unref(packet);
    }

    /// Where the clock of the file starts.
    long startUs() {
        return start;
    }

    /// When a frame is shown; `otherwise` where it does not say.
    long timeOf(AVFrame frame, long otherwise) {
        long pts = frame.best_effort_timestamp();
        return pts == AV_NOPTS_VALUE ? otherwise : av_rescale_q(pts, timebase, micros) - start;
    }

    /// How long a frame says it is shown; `otherwise` where it does not say.
    long durationOf(AVFrame frame, long otherwise) {
        long ticks = frame.duration();
        return ticks <= 0 ? otherwise : av_rescale_q(ticks, timebase, micros);
    }

    /// Goes to a key frame at or before a time, as well as the file's index knows.
    void seek(long us) {
        limit.restart();
        long ts = av_rescale_q(us + start, micros, timebase);
        if (avformat_seek_file(container, index, Long.MIN_VALUE, ts, ts, 0) < 0
                && av_seek_frame(container, index, ts, AVSEEK_FLAG_BACKWARD) < 0) {
            av_seek_frame(container, -1, 0, AVSEEK_FLAG_BYTE);
        }
        avcodec_flush_buffers(decoder);
        drained = false;
    }

    /// Whether frames that no other needs are left out, to catch up.
    void hurry(boolean hurry) {
        decoder.skip_frame(hurry ? AVDISCARD_NONREF : AVDISCARD_DEFAULT);
    }

    private void check(int result, String detail) throws MediaException {
        if (limit.passed()) {
            throw stalled();
        }
        if (result < 0) {
            throw new MediaException(Code.DECODE_FAILED, input.name(), detail);
        }
    }

    private MediaException stalled() {
        return new MediaException(Code.DECODE_STALLED, input.name(), LIMIT_SECONDS + " s");
    }

    @Override
    public void close() {
        avcodec_free_context(decoder);
        avformat_close_input(container);
        av_packet_free(packet);
        limit.close();
    }

    /// Tells FFmpeg to give up.
    private static final class Limit extends AVIOInterruptCB.Callback_Pointer {

        private final BooleanSupplier stopped;
        private volatile long until;

        Limit(BooleanSupplier stopped) {
            this.stopped = stopped;
        }

        void restart() {
            until = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        }

        boolean passed() {
            return stopped.getAsBoolean() || System.nanoTime() - until > 0;
        }

        @Override
        public int call(Pointer unused) {
            return passed() ? 1 : 0;
        }
    }
}
