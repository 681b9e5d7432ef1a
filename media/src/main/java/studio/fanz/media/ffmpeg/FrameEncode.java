package studio.fanz.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;
import studio.fanz.core.time.Rational;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;
import studio.fanz.media.cut.NalUnits;
import studio.fanz.media.cut.Splicer.Encoded;
import studio.fanz.media.cut.Splicer.FrameOrder;

/// Decodes a stretch of frames and encodes it again into a part, as one closed group of pictures that begins with a key
/// picture and whose packets stand in the order of showing.
final class FrameEncode implements AutoCloseable {

    private static final int ONE_GROUP = 100_000;

    private final OpenReel reel;
    private final FrameOrder order;
    private final LongConsumer told;
    private final PartFile.Out part;
    private final OutputStream samples;
    private final AVPacket packet = av_packet_alloc();
    private final List<Long> times = new ArrayList<>();
    private final NumberedUnits numbers;
    private final RowSample rows = new RowSample();
    private @Nullable AVCodecContext encoder;
    private @Nullable FrameFilter filter;
    private long bytes;
    private long frames;
    private long last = Long.MIN_VALUE;

    private FrameEncode(OpenReel reel, FrameOrder order, LongConsumer told) throws IOException {
        this.reel = reel;
        this.order = order;
        this.told = told;
        this.numbers = new NumberedUnits(order);
        this.part = new PartFile.Out(order.part());
        this.samples = new BufferedOutputStream(Files.newOutputStream(order.samples()), 1 << 18);
    }

    /// Does it.
    ///
    /// @param told how many frames were encoded
    static Encoded run(OpenReel reel, FrameOrder order, LongConsumer told) throws MediaException, IOException {
        try (FrameEncode encode = new FrameEncode(reel, order, told)) {
            return encode.all();
        }
    }

    private Encoded all() throws MediaException, IOException {
        AVRational tick =
                Libav.rational(reel.reel().tracks().get(order.stream()).timebase());
        AVRational made = Libav.rational(order.timebase());
        try (FrameSource source = FrameSource.open(reel, order.stream(), order.from(), order.to())) {
            while (source.next()) {
                AVFrame frame = source.frame();
                long at = source.time() - order.from();
                if (order.filters().isEmpty()) {
                    frame.pts(av_rescale_q(at, tick, made));
                    encode(frame);
                } else {
                    frame.pts(at);
                    filtered(frame, made);
                }
            }
        }
        if (filter != null) {
            filter.put(null);
            drainFilter(filter, made);
        }
        if (encoder == null) {
            throw new MediaException(Code.DECODE_FAILED, reel.input().name(), "no frame came from where one should be");
        }
        avcodec_send_frame(encoder, null);
        drain(encoder);
        byte[] config = PartParameters.of(encoder).write(order.part());
        return new Encoded(times.stream().mapToLong(Long::longValue).toArray(), bytes, config, numbers.sets());
    }

    private void filtered(AVFrame frame, AVRational made) throws MediaException, IOException {
        FrameFilter chain = filter;
        if (chain == null) {
            var track = reel.reel().tracks().get(order.stream());
            chain = FrameFilter.of(order.filters(), frame, track.timebase(), track.frameRate());
            filter = chain;
        }
        chain.put(frame);
        drainFilter(chain, made);
    }

    private void drainFilter(FrameFilter chain, AVRational made) throws MediaException, IOException {
        AVFrame ready = av_frame_alloc();
        while (chain.take(ready)) {
            ready.pts(av_rescale_q(ready.pts(), chain.timebase(), made));
            encode(ready);
            av_frame_unref(ready);
        }
        av_frame_free(ready);
    }

    private void encode(AVFrame frame) throws MediaException, IOException {
        if (frame.pts() <= last) {
            return;
        }
        last = frame.pts();
        AVCodecContext into = encoder;
        if (into == null) {
            into = open(frame);
            encoder = into;
        }
        // Full range is said in the stream; the deprecated formats that say it too are refused.
        if (frame.format() == AV_PIX_FMT_YUVJ420P) {
            frame.format(AV_PIX_FMT_YUV420P);
            frame.color_range(AVCOL_RANGE_JPEG);
        }
        frame.pict_type(AV_PICTURE_TYPE_NONE);
        rows.write(frame, samples);
        int sent = avcodec_send_frame(into, frame);
        if (sent < 0) {
            throw new MediaException(Code.ENCODER_FAILED, order.encoder(), Libav.error(sent));
        }
        drain(into);
        frames++;
        told.accept(frames);
    }

    private AVCodecContext open(AVFrame frame) throws MediaException {
        AVCodec codec = avcodec_find_encoder_by_name(order.encoder());
        if (codec == null) {
            throw new MediaException(Code.NO_ENCODER, order.encoder(), "it is not in this build");
        }
        AVCodecContext made = avcodec_alloc_context3(codec);
        Rational rate = reel.reel().tracks().get(order.stream()).frameRate();
        made.width(frame.width());
        made.height(frame.height());
        boolean full = frame.format() == AV_PIX_FMT_YUVJ420P;
        made.pix_fmt(full ? AV_PIX_FMT_YUV420P : frame.format());
        made.time_base(Libav.rational(order.timebase()));
        made.framerate(Libav.rational(rate.num() > 0 ? rate : new Rational(30, 1)));
        made.sample_aspect_ratio(frame.sample_aspect_ratio());
        made.color_range(full ? AVCOL_RANGE_JPEG : frame.color_range());
        made.color_primaries(frame.color_primaries());
        made.color_trc(frame.color_trc());
        made.colorspace(frame.colorspace());
        made.chroma_sample_location(frame.chroma_location());
        made.gop_size(ONE_GROUP);
        made.max_b_frames(0);
        if (order.ids().isEmpty()) {
            made.flags(made.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        }
        AVDictionary options = Libav.dictionary(order.options());
        int opened = avcodec_open2(made, codec, options);
        av_dict_free(options);
        if (opened < 0) {
            avcodec_free_context(made);
            throw new MediaException(Code.ENCODER_FAILED, order.encoder(), Libav.error(opened));
        }
        return made;
    }

    private void drain(AVCodecContext from) throws MediaException, IOException {
        while (avcodec_receive_packet(from, packet) >= 0) {
            byte[] data = new byte[packet.size()];
            packet.data().position(0).get(data);
            byte[] ready = numbers.put(NalUnits.behindStartCodes(data), data);
            boolean key = (packet.flags() & AV_PKT_FLAG_KEY) != 0;
            part.write(new PartFile.Packet(key, ready));
            times.add(packet.pts());
            bytes += ready.length;
            av_packet_unref(packet);
        }
    }

    @Override
    public void close() throws IOException {
        if (filter != null) {
            filter.close();
        }
        if (encoder != null) {
            avcodec_free_context(encoder);
        }
        av_packet_free(packet);
        part.close();
        samples.close();
    }
}
