package studio.fanz.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swresample.*;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.FloatPointer;
import studio.fanz.core.time.Rational;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;
import studio.fanz.media.cut.Splicer.Encoded;
import studio.fanz.media.cut.Splicer.SoundOrder;

/// Decodes stretches of sound, cuts them to the sample and encodes them as one track. What is missing is silence, so
/// that everything stays where it belongs.
final class SoundEncode implements AutoCloseable {

    private static final int DEFAULT_BLOCK = 960;

    /// Time stamps that are off by less only wobble.
    private static final double TRUSTED_SECONDS = 0.040;

    private final SoundOrder order;
    private final LongConsumer told;
    private final PartFile.Out part;
    private final AVCodecContext encoder;
    private final boolean planar;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame block = av_frame_alloc();
    private final List<Long> times = new ArrayList<>();
    private final float[][] filling;
    private int filled;
    private long sent;
    private long bytes;

    private SoundEncode(SoundOrder order, LongConsumer told) throws MediaException, IOException {
        this.order = order;
        this.told = told;
        this.planar = !order.encoder().equals("libopus");
        this.encoder = open();
        int samples = encoder.frame_size() > 0 ? encoder.frame_size() : DEFAULT_BLOCK;
        this.filling = new float[order.channels()][samples];
        this.part = new PartFile.Out(order.part());
    }

    /// Does it.
    ///
    /// @param told how many samples were encoded
    static Encoded run(OpenReels reels, SoundOrder order, LongConsumer told) throws MediaException, IOException {
        try (SoundEncode encode = new SoundEncode(order, told)) {
            return encode.all(reels);
        }
    }

    private AVCodecContext open() throws MediaException {
        AVCodec codec = avcodec_find_encoder_by_name(order.encoder());
        if (codec == null) {
            throw new MediaException(Code.NO_ENCODER, order.encoder(), "it is not in this build");
        }
        AVCodecContext made = avcodec_alloc_context3(codec);
        made.sample_rate(order.rate()).sample_fmt(planar ? AV_SAMPLE_FMT_FLTP : AV_SAMPLE_FMT_FLT);
        av_channel_layout_default(made.ch_layout(), order.channels());
        made.bit_rate(order.bitRate()).time_base(av_make_q(1, order.rate()));
        made.flags(made.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        int opened = avcodec_open2(made, codec, (AVDictionary) null);
        if (opened < 0) {
            avcodec_free_context(made);
            throw new MediaException(Code.ENCODER_FAILED, order.encoder(), Libav.error(opened));
        }
        return made;
    }

    private Encoded all(OpenReels reels) throws MediaException, IOException {
        Rational length = Rational.ZERO;
        long written = 0;
        for (SoundOrder.Stretch stretch : order.stretches()) {
            length = length.plus(stretch.to().minus(stretch.from()));
            long end = length.times(new Rational(order.rate(), 1)).rounded();
            stretch(reels, stretch, end - written);
            written = end;
        }
        if (filled > 0) {
            silence(filling[0].length - filled);
        }
        avcodec_send_frame(encoder, null);
        drain();
        byte[] config = PartParameters.of(encoder).write(order.part());
        return new Encoded(times.stream().mapToLong(Long::longValue).toArray(), bytes, config, List.of());
    }

    private void stretch(OpenReels reels, SoundOrder.Stretch stretch, long samples) throws MediaException, IOException {
        if (stretch.stream() < 0) {
            silence(samples);
            return;
        }
        OpenReel reel = reels.open(stretch.source());
        Rational tick = reel.reel().tracks().get(stretch.stream()).timebase();
        long from = stretch.from().times(tick.inverse()).floor();
        long to = stretch.to().times(tick.inverse()).floor() + 1;
        long at = 0;
        SwrContext resampler = new SwrContext(null);
        try (FrameSource source = FrameSource.open(reel, stretch.stream(), from, to)) {
            while (at < samples && source.next()) {
                AVFrame frame = source.frame();
                if (resampler.isNull()) {
                    resampler = resampler(frame);
                }
                float[][] heard = resample(resampler, frame);
                Rational begins = new Rational(source.time(), 1).times(tick).minus(stretch.from());
                long place = Math.round(begins.toDouble() * order.rate());
                int skip = 0;
                if (at == 0 || Math.abs(place - at) > TRUSTED_SECONDS * order.rate()) {
                    silence(Math.min(samples, Math.max(place, at)) - at);
                    at = Math.min(samples, Math.max(place, at));
                    skip = (int) Math.max(0, at - place);
                }
                int count = (int) Math.min(heard[0].length - (long) skip, samples - at);
                if (count > 0) {
                    append(heard, skip, count);
                    at += count;
                }
            }
        } finally {
            swr_free(resampler);
        }
        silence(samples - at);
    }

    private SwrContext resampler(AVFrame like) throws MediaException {
        SwrContext made = new SwrContext(null);
        int set = swr_alloc_set_opts2(
                made,
                encoder.ch_layout(),
                AV_SAMPLE_FMT_FLTP,
                order.rate(),
                like.ch_layout(),
                like.format(),
                like.sample_rate(),
                0,
                null);
        if (set < 0 || swr_init(made) < 0) {
            throw new MediaException(Code.ENCODER_FAILED, order.encoder(), "the sound cannot be converted");
        }
        return made;
    }

    private float[][] resample(SwrContext resampler, AVFrame frame) {
        AVFrame into = av_frame_alloc();
        into.format(AV_SAMPLE_FMT_FLTP).sample_rate(order.rate());
        av_channel_layout_copy(into.ch_layout(), encoder.ch_layout());
        swr_convert_frame(resampler, into, frame);
        float[][] heard = new float[order.channels()][into.nb_samples()];
        for (int c = 0; c < heard.length && into.nb_samples() > 0; c++) {
            new FloatPointer(into.data(c)).get(heard[c]);
        }
        av_frame_free(into);
        return heard;
    }

    private void silence(long samples) throws MediaException, IOException {
        float[][] nothing = new float[order.channels()][filling[0].length];
        for (long left = samples; left > 0; left -= nothing[0].length) {
            append(nothing, 0, (int) Math.min(left, nothing[0].length));
        }
    }

    private void append(float[][] heard, int from, int count) throws MediaException, IOException {
        int done = 0;
        while (done < count) {
            int now = Math.min(count - done, filling[0].length - filled);
            for (int c = 0; c < filling.length; c++) {
                System.arraycopy(heard[c], from + done, filling[c], filled, now);
            }
            filled += now;
            done += now;
            if (filled == filling[0].length) {
                send();
            }
        }
    }

    private void send() throws MediaException, IOException {
        av_frame_unref(block);
        block.format(encoder.sample_fmt()).sample_rate(order.rate()).nb_samples(filling[0].length);
        av_channel_layout_copy(block.ch_layout(), encoder.ch_layout());
        av_frame_get_buffer(block, 0);
        if (planar) {
            for (int c = 0; c < filling.length; c++) {
                new FloatPointer(block.data(c)).put(filling[c]);
            }
        } else {
            new FloatPointer(block.data(0)).put(interleaved());
        }
        block.pts(sent);
        sent += filling[0].length;
        filled = 0;
        for (float[] channel : filling) {
            Arrays.fill(channel, 0);
        }
        int result = avcodec_send_frame(encoder, block);
        if (result < 0) {
            throw new MediaException(Code.ENCODER_FAILED, order.encoder(), Libav.error(result));
        }
        drain();
        told.accept(sent);
    }

    private float[] interleaved() {
        float[] all = new float[filling.length * filling[0].length];
        for (int i = 0; i < all.length; i++) {
            all[i] = filling[i % filling.length][i / filling.length];
        }
        return all;
    }

    private void drain() throws IOException {
        while (avcodec_receive_packet(encoder, packet) >= 0) {
            byte[] data = new byte[packet.size()];
            packet.data().position(0).get(data);
            part.write(new PartFile.Packet(true, data));
            times.add(packet.pts());
            bytes += data.length;
            av_packet_unref(packet);
        }
    }

    @Override
    public void close() throws IOException {
        avcodec_free_context(encoder);
        av_packet_free(packet);
        av_frame_free(block);
        part.close();
    }
}
