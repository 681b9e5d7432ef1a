package studio.fanz.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;
import studio.fanz.media.cut.Packets;

/// Frames (or sound) of one stretch of an open recording, decoded from the key packet before it, in the order of
/// showing.
final class FrameSource implements AutoCloseable {

    private static final double[] LEADS = {0, 1, 5, 30, 1e9};

    private static final double SOUND_LEAD_SECONDS = 0.1;

    private final OpenReel reel;
    private final int stream;
    private final long from;
    private final long to;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();
    private AVCodecContext decoder = new AVCodecContext(null);
    private boolean pending;
    private boolean drained;

    private FrameSource(OpenReel reel, int stream, long from, long to) {
        this.reel = reel;
        this.stream = stream;
        this.from = from;
        this.to = to;
    }

    /// Frames shown from `from` up to `to`, ticks of the stream; for sound also the one that begins before `from`.
    static FrameSource open(OpenReel reel, int stream, long from, long to) throws MediaException {
        FrameSource made = new FrameSource(reel, stream, from, to);
        try {
            made.openDecoder();
            made.begin();
            return made;
        } catch (MediaException failed) {
            made.close();
            throw failed;
        }
    }

    private void openDecoder() throws MediaException {
        AVStream about = reel.stream(stream);
        AVCodec codec = avcodec_find_decoder(about.codecpar().codec_id());
        if (codec == null) {
            throw new MediaException(
                    Code.DECODE_FAILED, reel.input().name(), "there is no decoder for stream " + stream);
        }
        decoder = avcodec_alloc_context3(codec);
        avcodec_parameters_to_context(decoder, about.codecpar());
        decoder.pkt_timebase(about.time_base());
        decoder.thread_count(Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8));
        if (avcodec_open2(decoder, codec, (AVDictionary) null) < 0) {
            throw new MediaException(Code.DECODE_FAILED, reel.input().name(), "its decoder refuses it");
        }
    }

    /// Goes to the key packet; files seek to somewhere near it at best.
    private void begin() throws MediaException {
        Packets packets = reel.packets(stream);
        if (packets.count() == 0) {
            drained = true;
            return;
        }
        int key = reel.keyFor(stream, from - lead());
        reel.only(List.of(stream));
        for (double lead : LEADS) {
            if (lead > 1e6 || packets.pts()[key] == Packets.UNKNOWN) {
                reel.rewind();
            } else {
                reel.seek(stream, key, lead);
            }
            if (arrive(packets.pts()[key], packets.dts()[key])) {
                pending = true;
                return;
            }
        }
        throw new MediaException(Code.DECODE_FAILED, reel.input().name(), "a packet is not where it was");
    }

    /// Sound decoders need a few blocks before they sound right (Opus asks for 80 ms, RFC 7845).
    private long lead() {
        boolean sound = decoder.codec_type() == AVMEDIA_TYPE_AUDIO;
        double tick = reel.reel().tracks().get(stream).timebase().toDouble();
        return sound ? Math.round(SOUND_LEAD_SECONDS / tick) : 0;
    }

    private boolean arrive(long pts, long dts) {
        while (av_read_frame(reel.container(), packet) >= 0) {
            if (packet.stream_index() == stream) {
                if (packet.pts() == pts || pts == Packets.UNKNOWN) {
                    return true;
                }
                if (dts != Packets.UNKNOWN && packet.dts() != AV_NOPTS_VALUE && packet.dts() > dts) {
                    av_packet_unref(packet);
                    return false;
                }
            }
            av_packet_unref(packet);
        }
        return false;
    }

    /// The next frame of the stretch; valid until the next call.
    ///
    /// @return false behind the last
    boolean next() {
        av_frame_unref(frame);
        while (true) {
            int got = avcodec_receive_frame(decoder, frame);
            if (got >= 0) {
                long time = time();
                if (time >= to) {
                    return false;
                }
                if (time == AV_NOPTS_VALUE || ends(time) > from) {
                    return true;
                }
                av_frame_unref(frame);
            } else if (drained) {
                return false;
            } else {
                feed();
            }
        }
    }

    /// A picture belongs to the stretch when it begins in it, a block of sound when a part of it does.
    private long ends(long time) {
        if (decoder.codec_type() != AVMEDIA_TYPE_AUDIO || frame.sample_rate() <= 0) {
            return time + 1;
        }
        return time
                + av_rescale_q(
                        frame.nb_samples(),
                        av_make_q(1, frame.sample_rate()),
                        reel.stream(stream).time_base());
    }

    private void feed() {
        if (!pending) {
            int read = av_read_frame(reel.container(), packet);
            if (read < 0) {
                avcodec_send_packet(decoder, (AVPacket) null);
                drained = true;
                return;
            }
        }
        pending = false;
        if (packet.stream_index() == stream) {
            avcodec_send_packet(decoder, packet);
        }
        av_packet_unref(packet);
    }

    /// The frame of the last `next`.
    AVFrame frame() {
        return frame;
    }

    /// When it is shown, ticks of the stream.
    long time() {
        return frame.best_effort_timestamp();
    }

    /// Whether the decoder had to guess parts of it.
    boolean damaged() {
        return frame.decode_error_flags() != 0 || (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0;
    }

    @Override
    public void close() {
        avcodec_free_context(decoder);
        av_packet_free(packet);
        av_frame_free(frame);
    }
}
